import { isCalendarDate } from '@demarche/rules';
import { z } from 'zod';

/** A field as a person would describe it; `values` are the only ones allowed. */
export interface RuleField {
  name: string;
  type: string;
  isRequired: boolean;
  mayBeNull: boolean;
  values: string[] | null;
  meaning: string;
}

interface FieldShape {
  type?: string | string[];
  format?: string;
  enum?: string[];
  items?: FieldShape;
  anyOf?: FieldShape[];
  description?: string;
}

/** A calendar date such as 2009-11-15. */
export const calendarDate = z
  .string('Give a date such as 2009-11-15.')
  .refine(isCalendarDate, 'Give a date such as 2009-11-15.')
  .meta({ format: 'date' });

/** A time of day from 00:00 to 23:59. */
export const timeOfDay = z
  .string('Give a time such as 09:00.')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time such as 09:00.')
  .meta({ format: 'time' });

/** A post by its city or cable token; who it is, the register says. */
export const postName = z.string('Give the city or the cable token of a post.').min(1, 'Name a post.');

/** The fields of a rule's input, read off the very schema that checks it. */
export function fieldsOf(input: z.ZodObject): RuleField[] {
  const shape = z.toJSONSchema(input, { io: 'input' });
  const required = new Set(shape.required);
  return Object.entries(shape.properties ?? {}).map(([name, told]) =>
    fieldOf(name, told as FieldShape, required.has(name)),
  );
}

function fieldOf(name: string, told: FieldShape, isRequired: boolean): RuleField {
  const alternatives = told.anyOf ?? [told];
  const kinds = alternatives.flatMap(({ type }) => type ?? []);
  const plain = alternatives.find(({ type }) => type !== 'null') ?? told;
  return {
    name,
    type: typeOf(plain),
    isRequired,
    mayBeNull: kinds.includes('null'),
    values: plain.enum ?? plain.items?.enum ?? null,
    meaning: told.description ?? '',
  };
}

const TYPES: Record<string, string> = {
  date: 'date',
  time: 'time',
  string: 'text',
  array: 'list of choices',
};

function typeOf({ type, format, enum: choices }: FieldShape): string {
  const kind = [type ?? 'any'].flat().find((one) => one !== 'null') ?? 'any';
  return choices ? 'choice' : (TYPES[format ?? ''] ?? TYPES[kind] ?? kind);
}
