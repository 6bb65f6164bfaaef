import { Invalid } from '@demarche/base';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { z } from 'zod';
import { InputPipe } from './input.pipe';
import type { WebRequest } from '../web-request';

/** Metadata key of the schema that a route reads its input by. */
export const INPUT = 'demarche:input';

type Given = Record<string, unknown>;

/** A schema is handed over inside an object: it has a `transform` itself, and Nest would take it for a pipe. */
const gathered = createParamDecorator(
  ({ schema }: { schema: z.ZodType }, context: ExecutionContext): unknown =>
    inputOf(context.switchToHttp().getRequest<WebRequest>(), schema),
);

/**
 * The input of an API route, read by a room's schema: the body, or the query of a GET, together with what stands in
 * the path and with the version of an If-Match header. The same schema goes into the API document.
 */
export function Input(schema: z.ZodType): ParameterDecorator {
  return (target, name, index) => {
    if (name !== undefined) Reflect.defineMetadata(INPUT, schema, target, name);
    gathered({ schema }, new InputPipe(schema))(target, name, index);
  };
}

/** The names that a schema reads; empty where it is no object. */
export function namesIn(schema: z.ZodType): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function inputOf(request: WebRequest, schema: z.ZodType): unknown {
  const given = request.method === 'GET' ? request.query : (request.body ?? {});
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  const names = namesIn(schema);
  const placed = Object.entries(request.params as Given).filter(([name]) => names.includes(name));
  for (const [name] of placed) refuseTwice(given as Given, name);
  const version = names.includes('version') ? versionOf(request, given as Given) : {};
  return { ...given, ...Object.fromEntries(placed), ...version };
}

function refuseTwice(given: Given, name: string): void {
  if (name in given)
    throw Invalid.because(name, 'unknown-key', `Remove “${name}”: it stands in the address already.`);
}

/** The version of an If-Match header, `"3"` or `3`; a body that names one as well must not name another. */
function versionOf(request: WebRequest, given: Given): { version?: number } {
  const header = request.headers['if-match'];
  if (header === undefined) return {};
  const [, number] = /^"?(\d{1,9})"?$/.exec(header.trim()) ?? [];
  const version = Number(number);
  if (number === undefined || (given.version !== undefined && Number(given.version) !== version))
    throw Invalid.because('version', 'if-match', 'If-Match must hold the one version you saw, such as "3".');
  return { version };
}
