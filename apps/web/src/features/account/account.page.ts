import {
  type Actor,
  Keys,
  NewPasswordInput,
  NewTokenInput,
  OwnPassword,
  OwnSessions,
} from '@demarche/access';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { keepKnown, sessionSecretOf } from '../../http/guards/cookies';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, submit } from '../../http/forms/forms';
import { type PageModel, type PageResult } from '../../http/views/page-result';
import type { WebReply, WebRequest } from '../../http/web-request';
import { AccountModel, newTokenShown } from './account.model';
import { NothingAsked } from '../../parts/paging';

/** One's own account: who one is here, the password, the sessions and the tokens. */
@Controller('account')
export class AccountPage {
  constructor(
    private readonly model: AccountModel,
    private readonly password: OwnPassword,
    private readonly keys: Keys,
    private readonly sessions: OwnSessions,
  ) {}

  @Get()
  @View('account/show')
  show(@CurrentActor() actor: Actor, @Req() request: WebRequest): Promise<PageModel> {
    return this.model.page(actor, request);
  }

  @Post('password')
  @View('account/show')
  setPassword(
    @CurrentActor() actor: Actor,
    @Body() body: FormBody,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) reply: WebReply,
  ): Promise<PageResult> {
    return submit(NewPasswordInput, body, {
      act: async (given) => {
        const ownWords = await this.model.ownWords();
        const change = { ...given, session: sessionSecretOf(request), ownWords };
        keepKnown(reply, actor.userId, await this.password.set(actor, change));
      },
      then: () => '/account?done=password-set',
      again: () => this.model.page(actor, request),
    });
  }

  /** The secret is on the page that answers, and nowhere else. */
  @Post('tokens')
  @View('account/show')
  issueToken(
    @CurrentActor() actor: Actor,
    @Body() body: FormBody,
    @Req() request: WebRequest,
  ): Promise<PageResult> {
    return submit(NewTokenInput, body, {
      act: (input) => this.keys.issueToken(actor, input),
      then: (secret) => newTokenShown(secret, body),
      again: () => this.model.page(actor, request),
    });
  }

  @Post('tokens/:id/revoke')
  @View('account/show')
  revokeToken(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    return submit(NothingAsked, body, {
      act: () => this.keys.revokeToken(actor, id),
      then: () => '/account?done=token-revoked',
      again: () => this.model.page(actor, null),
    });
  }

  @Post('sessions/:id/end')
  @View('account/show')
  endSession(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    return submit(NothingAsked, body, {
      act: () => this.sessions.end(actor, id),
      then: () => '/account?done=session-ended',
      again: () => this.model.page(actor, null),
    });
  }
}
