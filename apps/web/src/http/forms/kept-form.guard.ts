import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { takeKept } from './kept-form';
import { isSignIn, type WebRequest } from '../web-request';

/**
 * Gives the fields of a kept form back their names before any other guard reads the request. A sign-in keeps them
 * beside its own fields; everywhere else they are the form.
 */
@Injectable()
export class KeptFormGuard implements CanActivate {
  /** Refuses nothing. */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<WebRequest>();
    const kept = takeKept(request.body);
    if (!kept) return true;
    if (isSignIn(request)) request.kept = kept;
    else request.body = kept;
    return true;
  }
}
