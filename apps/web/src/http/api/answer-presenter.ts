import { SETTINGS, type Settings } from '@demarche/base';
import { Inject, Injectable } from '@nestjs/common';
import type { WebReply, WebRequest } from '../web-request';

/**
 * Lets an API answer out as its schema has it, so that nothing leaves by being a column of a row. It stands behind the
 * route and not around it: what Nest puts around a method costs more than most of our answers.
 */
@Injectable()
export class AnswerPresenter {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /**
   * Picks what the schema of the route names, and sends a version as its ETag too, so that a client may answer with
   * If-Match. Under test a key that the schema does not name is an error; in use it is left out.
   */
  present(request: WebRequest, reply: WebReply, answer: unknown): unknown {
    const schema = request.routeOptions.config.operation?.schema;
    if (!schema || reply.statusCode >= 400) return answer;
    const { version } = answer as { version?: unknown };
    if (typeof version === 'number') void reply.header('etag', `"${version}"`);
    const picked = schema.parse(answer);
    if (this.settings.environment === 'test') refuseUnnamed(answer, picked);
    return picked;
  }
}

function refuseUnnamed(answer: unknown, picked: unknown): void {
  const unnamed = unnamedIn(answer, picked, 'answer');
  if (unnamed.length > 0) throw new Error(`No answer schema names ${unnamed.join(', ')}.`);
}

function unnamedIn(answer: unknown, picked: unknown, place: string): string[] {
  if (typeof answer !== 'object' || answer === null || typeof picked !== 'object' || picked === null)
    return [];
  return Object.entries(answer).flatMap(([name, value]) => {
    const at = `${place}.${name}`;
    if (!(name in picked)) return value === undefined ? [] : [at];
    return unnamedIn(value, (picked as Record<string, unknown>)[name], at);
  });
}
