import { dateInWords } from '@demarche/rules';
import type { PlainKind } from './fact-shape';

/** What a helper wants at one position: a list, a group, a value of one kind, any plain value, or anything at all. */
export type Wanted = 'list' | 'group' | 'plain' | 'any' | PlainKind;

/** How a helper may be used: what it takes, what it gives (null for a block), and how many block names it offers. */
export interface HelperRule {
  takes: readonly Wanted[];
  gives: PlainKind | null;
  names: number;
}

/** The whole list of helpers: four blocks of the template language and five small ones of our own. */
export const HELPER_RULES: ReadonlyMap<string, HelperRule> = new Map<string, HelperRule>([
  ['if', { takes: ['any'], gives: null, names: 0 }],
  ['unless', { takes: ['any'], gives: null, names: 0 }],
  ['each', { takes: ['list'], gives: null, names: 2 }],
  ['with', { takes: ['group'], gives: null, names: 1 }],
  ['eq', { takes: ['plain', 'plain'], gives: 'flag', names: 0 }],
  ['upper', { takes: ['text'], gives: 'text', names: 0 }],
  ['longDate', { takes: ['text'], gives: 'text', names: 0 }],
  ['ordinal', { takes: ['number'], gives: 'text', names: 0 }],
  ['plural', { takes: ['number', 'text', 'text'], gives: 'text', names: 0 }],
]);

/** `2009-11-15` as `15 November 2009`; empty for a missing date. Throws on text that is no calendar date. */
export function longDate(date: string | null): string {
  return date === null ? '' : dateInWords(date);
}

/** `1` as `1st`, `12` as `12th`; empty for a missing number. */
export function ordinal(number: number | null): string {
  if (number === null) return '';
  const tens = Math.abs(number) % 100;
  const suffix = tens >= 11 && tens <= 13 ? undefined : ['th', 'st', 'nd', 'rd'][tens % 10];
  return `${number}${suffix ?? 'th'}`;
}

/** A count with its noun: `1 working day`, `5 working days`; empty for a missing number. */
export function plural(count: number | null, one: string, many: string): string {
  return count === null ? '' : `${count} ${count === 1 ? one : many}`;
}

/** The functions behind our own helpers, by name; the blocks of the language stay with the language. */
export const OWN_HELPERS = {
  eq: (left: unknown, right: unknown): boolean => left === right,
  upper: (text: string | null): string => (text ?? '').toUpperCase(),
  longDate: (date: string | null): string => longDate(date),
  ordinal: (number: number | null): string => ordinal(number),
  plural: (count: number | null, one: string, many: string): string => plural(count, one, many),
};
