import type { Readable } from 'node:stream';
import { Trail, Unconfirmed } from '@demarche/access';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import { handOut } from './download';
import { FormAgain, SIGN_IN_AGAIN } from '../forms/form-again.service';
import { toLookOver } from '../forms/forms';
import { PageRenderer } from './page-renderer';
import { Download, type PageModel, type PageResult, Redirect, Shown, WITNESSED } from './page-result';
import { isHeldBack, type SentFields, type WebReply, type WebRequest } from '../web-request';

interface Page {
  view: string;
  result: PageResult;
  request: WebRequest;
  reply: WebReply;
}

/** Presents what page methods return: a page, a redirect, a download. It stands around those methods alone. */
@Injectable()
export class ViewInterceptor implements NestInterceptor {
  constructor(
    private readonly pages: PageRenderer,
    private readonly forms: FormAgain,
    private readonly trail: Trail,
  ) {}

  /** Renders the view of the route, as the guard noted it on the request. */
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const [request, reply] = [http.getRequest<WebRequest>(), http.getResponse<WebReply>()];
    const { view = '' } = request;
    return next
      .handle()
      .pipe(mergeMap((result: PageResult) => this.present({ view, result, request, reply })));
  }

  private async present(page: Page): Promise<unknown> {
    const { result, reply, request } = page;
    if (isHeldBack(request) && !(result instanceof Shown)) throw new Unconfirmed();
    if (request.kept) return this.withForm(page);
    if (result instanceof Redirect) return void reply.status(303).header('location', result.to);
    if (result instanceof Download) return this.handOut(page, result);
    return this.shown(page);
  }

  /** A sign-in that carries a form leads back to the form, or keeps it for the next try. */
  private async withForm(page: Page): Promise<unknown> {
    const { result, request, reply } = page;
    if (result instanceof Redirect)
      return bringsBack(request, result)
        ? this.forms.show(request, reply)
        : void reply.status(303).header('location', result.to);
    const { model, choice } = result instanceof Shown ? result : new Shown(result as PageModel);
    const again = new Shown(this.forms.signInAgain(request, model), choice);
    return this.shown({ ...page, view: SIGN_IN_AGAIN, result: again });
  }

  /** An export leaves the house only with its entry in the trail: what the trail refuses is not handed out. */
  private async handOut({ request, reply }: Page, { file, event }: Download): Promise<Buffer | Readable> {
    const actor = request.presence?.actor;
    if (event !== WITNESSED && actor) await this.trail.witness(actor, event);
    return handOut(reply, file);
  }

  private async shown({ view, result, request, reply }: Page): Promise<string> {
    const shown = result instanceof Shown ? result : new Shown(result as PageModel);
    const model = isHeldBack(request) ? toLookOver(shown.model) : shown.model;
    const html = await this.pages.page(request, shown.choice.view ?? view, model);
    const wait = shown.choice.retryAfterSeconds;
    if (wait !== undefined) void reply.header('retry-after', String(wait));
    void reply.status(isHeldBack(request) ? 403 : (shown.choice.status ?? 200));
    void reply.type('text/html; charset=utf-8');
    return html;
  }
}

/** Whether somebody has just signed in with a form in hand, and is led to the address that it was sent to. */
function bringsBack(request: WebRequest, { to }: Redirect): boolean {
  const { next } = (request.body ?? {}) as SentFields;
  return request.kept !== undefined && request.openedSession !== undefined && next === to;
}
