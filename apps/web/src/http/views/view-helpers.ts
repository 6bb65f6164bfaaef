import { plural } from '@demarche/words';
import { localDateOf, localTimeOf, WASHINGTON_ZONE } from '@demarche/base';
import { type DayCode, weekdayDate, weekdayName, dateInWords } from '@demarche/rules';
import Handlebars, { type HelperDelegate, type HelperOptions } from 'handlebars';
import type { FormState } from '../forms/forms';

const { SafeString, escapeExpression } = Handlebars;

const eq: HelperDelegate = (left: unknown, right: unknown) => left === right;
const not: HelperDelegate = (value: unknown) => !value;
const or: HelperDelegate = (...values: unknown[]) => values.slice(0, -1).some(Boolean);
const and: HelperDelegate = (...values: unknown[]) => values.slice(0, -1).every(Boolean);
const add: HelperDelegate = (left: number, right: number) => left + right;

/** A calendar date as `Fri 13 Nov 2009`, marked up for machines. */
const day: HelperDelegate = (date: string) => time(date, weekdayDate(date));

/** A calendar date as `Friday 13 November 2009`. */
const longDay: HelperDelegate = (date: string) => time(date, `${weekdayName(date)} ${dateInWords(date)}`);

/** An instant in a zone, Washington's unless named: `Fri 13 Nov 2009, 09:00`. */
const moment: HelperDelegate = (instant: string, ...rest: unknown[]) => {
  const zone = typeof rest[0] === 'string' ? rest[0] : WASHINGTON_ZONE;
  return time(instant, `${weekdayDate(localDateOf(instant, zone))}, ${localTimeOf(instant, zone)}`);
};

/** `1 day`, `9 working days`: the number with its word. */
const count: HelperDelegate = (number: number, one: string, many: string) => plural(number, { one, many });

/** What was typed into a field. */
const valueOf: HelperDelegate = (form: FormState, name: string) => {
  const value = form.values[name];
  return Array.isArray(value) ? (value[0] ?? '') : (value ?? '');
};

/** Whether a field holds a secret, which no page says again; `type` may be missing. */
const isSecret: HelperDelegate = (type: unknown) => type === 'password';

/** What is wrong with a field, or nothing. */
const problemOf: HelperDelegate = (form: FormState, name: string) =>
  form.problems.find((problem) => problem.field === name || problem.field.startsWith(`${name}.`))?.message ??
  '';

const FAR_DAY: DayCode = 'far-day';

/** Whether a form asks if a person is sure of a day: once it was found far away, and as long as they say so. */
const asksIfSure: HelperDelegate = (form: FormState) =>
  form.problems.some(({ code }) => code === FAR_DAY) || form.values.sure !== undefined;

/** Whether a value was chosen among several under one name; for `selected` and `checked`. */
const chosen: HelperDelegate = (form: FormState, name: string, value: unknown) => {
  const given = form.values[name];
  return Array.isArray(given) ? given.includes(String(value)) : given === String(value);
};

/** A list of texts made in a view: `(list "a" "b")`. */
const list: HelperDelegate = (...values: unknown[]) => values.slice(0, -1);

/** An object made in a view, for partials: `(with-names code="x" label="y")`. */
const object: HelperDelegate = (options: HelperOptions) => ({ ...options.hash });

function time(machine: string, shown: string) {
  return new SafeString(`<time datetime="${escapeExpression(machine)}">${escapeExpression(shown)}</time>`);
}

/** Everything a view may call besides if, unless, each and with. */
export const VIEW_HELPERS: Record<string, HelperDelegate> = {
  eq,
  not,
  or,
  and,
  add,
  day,
  longDay,
  moment,
  count,
  valueOf,
  isSecret,
  problemOf,
  asksIfSure,
  chosen,
  list,
  object,
};
