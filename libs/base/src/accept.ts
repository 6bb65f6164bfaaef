import type { z } from 'zod';
import { Invalid, NotFound, type Reason, SpillStopped, type SpillTrace } from './errors';
import { removalOf, unstorableIn } from './fields/characters';
import { NO_SUCH_ROW } from './fields/row-id';

/** No input of this house is nested deeper than a few levels. */
const DEEPEST = 20;

/**
 * Reads what came from outside by a schema. Throws Invalid with every reason at once: its place as a dotted path
 * (`form` for the whole), and the schema's own words; SpillStopped where a text shows that it is classified, which goes
 * before everything else; NotFound for an id that nothing can have. Characters that cannot be stored are refused whatever the schema says.
 */
export function accept<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const unfit = unfitIn(given, []);
  if (unfit.some(({ code }) => code === TOO_DEEP)) throw new Invalid(unfit);
  const read = schema.safeParse(given);
  const issues = read.success ? [] : read.error.issues;
  refuseSpills(issues);
  if (unfit.length > 0) throw new Invalid(unfit);
  refuseUnknown(issues);
  if (read.success) return read.data;
  throw new Invalid(issues.flatMap(reasonsOf));
}

const TOO_DEEP = 'too-deep';

function refuseUnknown(issues: z.core.$ZodIssue[]): void {
  const unknown = issues.find((issue) => codeOf(issue) === NO_SUCH_ROW);
  if (unknown) throw new NotFound((paramsOf(unknown) as { subject: string }).subject);
}

function refuseSpills(issues: z.core.$ZodIssue[]): void {
  const found = issues.filter((issue) => codeOf(issue) === 'spill');
  if (found.length === 0) return;
  const traces = found.map((issue) => ({ ...(paramsOf(issue) as SpillTrace), field: placeOf(issue) }));
  throw new SpillStopped(
    traces.map(({ field, rule, hash }) => ({ field, rule, hash })),
    found.flatMap(reasonsOf),
  );
}

function unfitIn(given: unknown, place: string[]): Reason[] {
  if (typeof given === 'string') {
    const odd = unstorableIn(given);
    if (odd.length === 0) return [];
    return [{ field: place.join('.') || 'form', code: 'control-character', message: removalOf(odd) }];
  }
  if (place.length > DEEPEST) return [{ field: 'form', code: TOO_DEEP, message: 'This is nested too deep.' }];
  if (typeof given !== 'object' || given === null || ArrayBuffer.isView(given)) return [];
  return Object.entries(given).flatMap(([name, value]) => unfitIn(value, [...place, name]));
}

const placeOf = (issue: z.core.$ZodIssue) => issue.path.join('.') || 'form';
const paramsOf = (issue: z.core.$ZodIssue) => ('params' in issue ? issue.params : undefined) ?? {};

// A field's own code, where it gives one, else zod's name for what was wrong.
function codeOf(issue: z.core.$ZodIssue): string {
  const { code } = paramsOf(issue) as { code?: unknown };
  return typeof code === 'string' ? code : ((issue.code as string | undefined) ?? 'refused');
}

function reasonsOf(issue: z.core.$ZodIssue): Reason[] {
  if (issue.code !== 'unrecognized_keys')
    return [{ field: placeOf(issue), code: codeOf(issue), message: issue.message }];
  return issue.keys.map((key) => ({
    field: [...issue.path, key].join('.'),
    code: 'unknown-key',
    message: `Remove “${key}”: it is not known here.`,
  }));
}
