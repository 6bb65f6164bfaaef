import { LinkSignIn, type OpenedSession, PasswordInput, SignIn, Users } from '@demarche/access';
import { NotFound, SETTINGS, type Settings } from '@demarche/base';
import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { callerOf, forgetSession, keepKnown, keepSession, sessionSecretOf } from '../../http/guards/cookies';
import { Open, View } from '../../http/decorators';
import { type FormBody, freshForm, submit } from '../../http/forms/forms';
import { localPath } from '../../http/guards/local-path';
import { type PageModel, type PageResult, Redirect } from '../../http/views/page-result';
import type { WebReply, WebRequest } from '../../http/web-request';

const DemoInput = z.strictObject({ person: z.string().min(1), next: z.string().optional() });
const LinkInput = z.strictObject({
  link: z.string().min(1, 'The link is incomplete. Copy the whole address.'),
});
const PasswordForm = PasswordInput.extend({ next: z.string().optional() });

/** Coming in and going out: the only pages that strangers see. */
@Controller()
@Open()
export class SignInPage {
  constructor(
    private readonly signIn: SignIn,
    private readonly links: LinkSignIn,
    private readonly users: Users,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('sign-in')
  @View('sign-in/ask')
  show(@Query('next') next?: string): Promise<PageModel> {
    return this.page(next);
  }

  @Post('sign-in')
  @View('sign-in/ask')
  byPassword(
    @Body() body: FormBody,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
  ) {
    return submit(PasswordForm, body, {
      act: ({ next: _next, ...given }) => this.signIn.byPassword(given, callerOf(request)),
      then: (session) => this.comeIn(reply, session, body.next),
      again: () => this.page(body.next),
    });
  }

  @Get('sign-in/link/:secret')
  @View('sign-in/link')
  async link(@Param('secret') secret: string): Promise<PageModel> {
    const owner = await this.links.ownerOfLink(secret);
    const person = owner ? { name: owner.name, title: owner.title } : null;
    return { title: person ? 'Sign in by link' : 'This link no longer works', link: secret, person };
  }

  @Post('sign-in/link')
  @View('sign-in/link')
  byLink(@Body() body: FormBody, @Req() request: WebRequest, @Res({ passthrough: true }) reply: WebReply) {
    return submit(LinkInput, body, {
      act: ({ link }) => this.links.byLink(link, callerOf(request)),
      then: (session) => this.comeIn(reply, session),
      again: () => ({ title: 'This link no longer works', link: '', person: null }),
    });
  }

  @Post('sign-in/demo')
  @View('sign-in/ask')
  async asDemo(
    @Body() body: FormBody,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
  ): Promise<PageResult> {
    if (!this.settings.demo) throw new NotFound('page');
    return submit(DemoInput, body, {
      act: ({ person }) => this.signIn.asDemo(person, callerOf(request)),
      then: (session) => this.comeIn(reply, session, body.next),
      again: () => this.page(body.next),
    });
  }

  @Post('sign-out')
  @View('sign-in/ask')
  async signOut(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
  ): Promise<PageResult> {
    const secret = sessionSecretOf(request);
    if (secret) await this.signIn.signOut(secret);
    forgetSession(reply);
    return new Redirect('/sign-in?done=signed-out');
  }

  private comeIn(reply: WebReply, session: OpenedSession, next?: string | string[]): string {
    keepSession(reply, session.secret);
    keepKnown(reply, session.userId, session.mark);
    return localPath(next, '/today');
  }

  private async page(next?: string | string[]): Promise<PageModel> {
    const people = this.settings.demo ? await this.users.demoPeople() : [];
    return { title: 'Sign in', next: next ?? '', people, form: freshForm() };
  }
}
