import type { Actor } from '@demarche/access';
import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import { ViewInterceptor } from './views/view.interceptor';
import type { WebRequest } from './web-request';

/** Metadata key of the view a page method renders. */
export const VIEW = 'demarche:view';
/** Metadata key of routes that need no sign-in. */
export const OPEN = 'demarche:open';

/** Names the view that a page method's model is shown with. */
export const View = (name: string) =>
  applyDecorators(SetMetadata(VIEW, name), UseInterceptors(ViewInterceptor));

/** Opens a route to people who are not signed in: everything else is closed by default. */
export const Open = () => SetMetadata(OPEN, true);

/** The person behind the request; on open routes this throws, since there may be none. */
export const CurrentActor = createParamDecorator((_given: unknown, context: ExecutionContext): Actor => {
  const request = context.switchToHttp().getRequest<WebRequest>();
  if (!request.presence) throw new Error('This route is open to strangers: it has no actor.');
  return request.presence.actor;
});
