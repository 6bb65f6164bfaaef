import { type Asked, OtherContent, Unconfirmed } from '@demarche/access';
import {
  Conflict,
  Forbidden,
  Invalid,
  LOGGER,
  type Logger,
  MaybeSaved,
  newId,
  refusalOfRule,
  SpillStopped,
  TooMany,
  Trouble,
} from '@demarche/base';
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Inject,
  Injectable,
} from '@nestjs/common';
import { isSecretField } from '../forms/asked';
import { FormAgain, SIGN_IN_AGAIN } from '../forms/form-again.service';
import { PageRenderer } from '../views/page-renderer';
import { databaseProblemOf } from './database-problem';
import { CONFLICT_STATUS, type Problem } from './problem';
import { Refusals, whoMay } from './refusals.service';
import { ForeignForm, SignInNeeded } from '../guards/sign-in-needed';
import { SpillDesk } from './spill-desk.service';
import { isApi, isHeldBack, type WebReply, type WebRequest } from '../web-request';

/** The one map from errors to answers, for pages and for the API. */
@Catch()
@Injectable()
export class ErrorFilter implements ExceptionFilter {
  constructor(
    private readonly pages: PageRenderer,
    private readonly forms: FormAgain,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly spills: SpillDesk,
    private readonly refusals: Refusals,
  ) {}

  /**
   * Answers with a page or with problem+json; what is not a known refusal is logged under an id and kept generic. Where
   * the refusing itself fails, that fault is told, without the form: nobody could say whether it may be shown.
   */
  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<WebRequest>();
    const reply = host.switchToHttp().getResponse<WebReply>();
    try {
      await this.refuse(error, request, reply);
    } catch (fault) {
      const problem = this.faultOf(fault);
      send(reply, problem, isApi(request) ? null : await this.pages.problem(request, problem));
    }
  }

  private async refuse(error: unknown, request: WebRequest, reply: WebReply): Promise<void> {
    if (error instanceof SignInNeeded && !isApi(request) && request.method === 'GET')
      return void reply
        .status(303)
        .header('location', `/sign-in?next=${encodeURIComponent(request.url)}`)
        .send();
    const told = isHeldBack(request) && isPlainRefusal(error) ? new Unconfirmed() : error;
    await this.refusals.note(request, told);
    const problem = await this.problemOf(told, request);
    const page = isApi(request) ? null : await this.pageOf(request, problem);
    if (error instanceof TooMany) void reply.header('retry-after', String(error.retryAfterSeconds));
    send(reply, problem, page);
  }

  private async pageOf(request: WebRequest, problem: Problem): Promise<string> {
    const kept = LOSES_FORM.includes(problem.status) ? this.forms.keptBy(request) : null;
    if (!kept) return this.pages.problem(request, problem);
    if (problem.status !== 401) return this.pages.problem(request, { ...problem, kept });
    return this.pages.page(request, SIGN_IN_AGAIN, await this.forms.signIn(kept));
  }

  private async problemOf(error: unknown, request: WebRequest): Promise<Problem> {
    if (error instanceof SpillStopped) return this.spills.take(request, error);
    if (error instanceof SignInNeeded)
      return { status: 401, title: 'Sign in first', detail: 'Your session has ended, so nothing was saved.' };
    if (error instanceof ForeignForm || error instanceof Unconfirmed)
      return { status: 403, title: 'The form was not accepted', detail: error.message };
    const trouble = error instanceof Trouble ? error : refusalOfRule(error);
    if (trouble) return refusalOf(trouble);
    return this.faultOf(error);
  }

  private faultOf(error: unknown): Problem {
    if (error instanceof MaybeSaved) return this.logged(error, MAYBE_SAVED);
    const database = databaseProblemOf(error);
    if (database) return this.logged(error, database);
    const status = statusOf(error);
    if (status === 404)
      return {
        status,
        title: 'Page not found',
        detail: 'There is no page at this address. Check the address, or start from Today.',
      };
    if (status < 500)
      return { status, title: 'The request was not understood', detail: (error as Error).message };
    return this.logged(error, {
      status: 500,
      title: 'There is a problem with the service',
      detail: 'Nothing you sent was saved by this request. Try again in a moment.',
    });
  }

  private logged(error: unknown, problem: Problem): Problem {
    const id = newId();
    this.logger.error(
      { id, error: error instanceof Error ? error.stack : String(error) },
      'a request failed',
    );
    const detail = `${problem.detail} If it goes on, tell your administrator this number: ${id}.`;
    return { ...problem, id, detail };
  }
}

/** Sends a problem as the page that tells it, or as problem+json where there is none. */
function send(reply: WebReply, problem: Problem, page: string | null): void {
  void reply
    .status(problem.status)
    .type(page === null ? 'application/problem+json' : 'text/html; charset=utf-8')
    .send(page ?? JSON.stringify({ type: 'about:blank', ...problem }));
}

/** Answers that come without the form they refuse: session ended, not accepted, version missing, program at fault. */
const LOSES_FORM = [401, 403, 428, 429, 500, 503];

const MAYBE_SAVED = {
  status: 503,
  title: 'This may have been saved',
  detail:
    'The connection to the database broke before it said whether the change was kept. Send the same form or call again, with its key: if it was saved, you get the first result and nothing is saved twice.',
};

const CHANGE_REFUSED = { title: 'The change was not saved' };

/** What a request asked for, without its secrets. */
function shown(asked: Asked | null): Record<string, unknown> {
  return Object.fromEntries(Object.entries(asked?.fields ?? {}).filter(([name]) => !isSecretField(name)));
}

/** A form that is held back is refused as such, whatever else is wrong with it; a fault or a spill is told of all the same. */
const isPlainRefusal = (error: unknown): boolean =>
  error instanceof Trouble && !(error instanceof SpillStopped);

function refusalOf(error: Trouble): Problem {
  const detail = error.message;
  if (error instanceof Invalid)
    return { status: 422, title: 'There is a problem with what was sent', detail, reasons: error.reasons };
  if (error instanceof OtherContent)
    return { ...CHANGE_REFUSED, status: 409, detail, saved: shown(error.saved), sent: shown(error.sent) };
  if (error instanceof Conflict) return { ...CHANGE_REFUSED, status: CONFLICT_STATUS[error.code], detail };
  if (error instanceof Forbidden)
    return { status: 403, title: 'Not part of your role', detail: whoMay(error) };
  return { status: 404, title: 'Not found', detail };
}

/** Nest's own errors and Fastify's plugin errors carry their status; anything else is our fault. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown }).statusCode;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
