import type { FieldSchema } from './openapi-schema';

const KINDS: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'object',
  null: 'null',
};

/** What a field may hold, in words: `text, at most 120 characters`, `one of: high, other`, `list of …`. */
export function wordsOf(schema: FieldSchema): string {
  if (schema.anyOf) return schema.anyOf.map(wordsOf).join(', or ');
  if (schema.enum) return `one of: ${schema.enum.join(', ')}`;
  if (schema.type === 'array') return `list of: ${wordsOf(schema.items ?? {})}`;
  return [kindOf(schema), ...boundsOf(schema)].join(', ');
}

function kindOf({ type, format }: FieldSchema): string {
  if (format === 'date') return 'day, such as 2009-11-15';
  return KINDS[type ?? ''] ?? 'any value';
}

/** The largest number that JavaScript counts exactly is no bound worth telling. */
function boundsOf({ type, minimum, maximum, maxLength }: FieldSchema): string[] {
  const bounds: string[] = [];
  const isTold = (bound: number | undefined) =>
    bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  if (isTold(minimum)) bounds.push(`at least ${minimum}`);
  if (isTold(maximum)) bounds.push(`at most ${maximum?.toLocaleString('en-US')}`);
  if (type === 'string' && maxLength !== undefined)
    bounds.push(`at most ${maxLength.toLocaleString('en-US')} characters`);
  return bounds;
}
