import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type Observable, tap } from 'rxjs';
import type { WebReply } from '../web-request';

/** Sends the version of a versioned thing as its ETag too, so that a client may answer with If-Match. */
@Injectable()
export class EditionTag implements NestInterceptor {
  /** Adds the header where the answer carries a version. */
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<WebReply>();
    return next.handle().pipe(
      tap((answer) => {
        const version = (answer as { version?: unknown } | null | undefined)?.version;
        if (typeof version === 'number') void reply.header('etag', `"${version}"`);
      }),
    );
  }
}
