import { Users } from '@demarche/access';
import { SETTINGS, type Settings } from '@demarche/base';
import { Inject, Injectable } from '@nestjs/common';
import { SESSION_COOKIE } from '../guards/cookies';
import { freshForm } from './forms';
import { keptForm, KEPT, type KeptForm } from './kept-form';
import type { PageModel } from '../views/page-result';
import { ViewEngine } from '../views/view-engine';
import type { SentFields, WebReply, WebRequest } from '../web-request';

/** The page that asks for a sign-in with a form in its hands. */
export const SIGN_IN_AGAIN = 'sign-in/again';

/** Carries a form that came too late through the sign-in, and shows it again on its own page, filled in. */
@Injectable()
export class FormAgain {
  constructor(
    private readonly views: ViewEngine,
    private readonly users: Users,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** What was sent to an address that could not take it in, with the labels of its own page; null when it was no form. */
  keptBy(request: WebRequest): KeptForm | null {
    return keptForm(request, this.views.labelsOf(request.view));
  }

  /** The model of the sign-in page that holds a form. */
  async signIn(kept: KeptForm): Promise<PageModel> {
    const people = this.settings.demo ? await this.users.demoPeople() : [];
    const title = 'Your session has ended';
    return { title, next: kept.action, people, kept, form: freshForm(), isError: true };
  }

  /** The same page after a sign-in that was refused: what it said, and the form it carries. */
  signInAgain(request: WebRequest, model: PageModel): PageModel {
    const fields = Object.entries(request.kept ?? {}).flatMap(([name, value]) =>
      [value ?? []].flat().map((one) => ({ name: `${KEPT}${name}`, value: one, label: null })),
    );
    return { ...model, title: 'Your session has ended', kept: { action: model.next, fields } };
  }

  /**
   * Asks the form's own address for the form, in the name of whoever has just signed in. No token goes with it, so
   * that it is shown and nothing is changed.
   */
  async show(request: WebRequest, reply: WebReply): Promise<string> {
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(request.kept ?? {}))
      for (const one of [value ?? []].flat()) form.append(name, one);
    const answer = await request.server.inject({
      method: 'POST',
      url: String((request.body as SentFields).next),
      remoteAddress: request.ip,
      headers: {
        host: request.host,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
        cookie: `${SESSION_COOKIE}=${request.openedSession ?? ''}`,
      },
      payload: form.toString(),
    });
    void reply.status(answer.statusCode).type('text/html; charset=utf-8');
    return answer.body;
  }
}
