import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { mergeMap, type Observable } from 'rxjs';
import { VIEW } from './decorators';
import { handOut } from './download';
import { PageRenderer } from './page-renderer';
import { Download, type PageModel, type PageResult, Redirect, Shown } from './page-result';
import type { WebReply, WebRequest } from './web-request';

/** Presents what page methods return: a page, a redirect, a download. API methods pass through untouched. */
@Injectable()
export class ViewInterceptor implements NestInterceptor {
  constructor(
    private readonly pages: PageRenderer,
    private readonly reflector: Reflector,
  ) {}

  /** Renders the view named on the method, if there is one. */
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const view = this.reflector.get<string | undefined>(VIEW, context.getHandler());
    if (view === undefined) return next.handle();
    const http = context.switchToHttp();
    const [request, reply] = [http.getRequest<WebRequest>(), http.getResponse<WebReply>()];
    return next
      .handle()
      .pipe(mergeMap((result: PageResult) => this.present({ view, result, request, reply })));
  }

  private async present(page: {
    view: string;
    result: PageResult;
    request: WebRequest;
    reply: WebReply;
  }): Promise<unknown> {
    const { result, reply } = page;
    if (result instanceof Redirect) return void reply.status(303).header('location', result.to);
    if (result instanceof Download) return handOut(reply, result.file);
    const shown = result instanceof Shown ? result : new Shown(result as PageModel);
    const html = await this.pages.page(page.request, shown.choice.view ?? page.view, shown.model);
    const wait = shown.choice.retryAfterSeconds;
    if (wait !== undefined) void reply.header('retry-after', String(wait));
    void reply.status(shown.choice.status ?? 200).type('text/html; charset=utf-8');
    return html;
  }
}
