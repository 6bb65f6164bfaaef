import { OtherContent, Unconfirmed } from '@demarche/access';
import { accept, Conflict, Invalid, newId, type Reason, refusalOfRule, TooMany } from '@demarche/base';
import type { z } from 'zod';
import { Redirect, Shown, type PageModel } from '../views/page-result';
import type { Difference } from './form-words';
import { CONFLICT_STATUS } from '../refusals/problem';

/** What a browser sends: every value a text, or several texts under one name. */
export type FormBody = Record<string, string | string[] | undefined>;

/** A form as views see it: what was typed, what is wrong with it, and the key that guards against a double submit. */
export interface FormState {
  values: FormBody;
  problems: Reason[];
  submission: string;
  /** Set when the form had been saved under this key with other content. */
  repeat?: Repeat;
}

/** What was saved the first time, and where it stands; the page adds what differs, in the form's own words. */
interface Repeat {
  saved: FormBody;
  at: string | null;
  differences: Difference[];
}

/**
 * What to do with a form: the act, where to go then, and how to show the page again with what was typed. A page shown
 * at once instead of a new address is for secrets alone: they are told once and stand in no address.
 */
interface Submission<I, R> {
  act: (input: I) => Promise<R>;
  then: (result: R) => string | Shown;
  again: () => Promise<PageModel> | PageModel;
  /** Names whose value is a list even when one box was ticked. */
  lists?: string[];
}

const OURS = ['csrf', 'submission'];

/** An untouched form, optionally with values already in it. */
export function freshForm(values: FormBody = {}): FormState {
  return { values, problems: [], submission: newId() };
}

/**
 * Parses a form, performs the act and leads on; when the input or the act is refused, the same page is shown with
 * every reason and with what was typed, byte for byte. Other errors go to the error page.
 */
export async function submit<S extends z.ZodType, R>(
  schema: S,
  body: FormBody,
  submission: Submission<z.infer<S>, R>,
): Promise<Redirect | Shown> {
  try {
    const result = await submission.act(parseForm(schema, body, submission.lists));
    const next = submission.then(result);
    return typeof next === 'string' ? new Redirect(next) : next;
  } catch (error) {
    const [status, problems] = refusalOf(error);
    const form = formAgain(body, { problems, error, then: submission.then });
    const model = await submission.again();
    if (isOvertaken(error, model, body)) form.problems.push(CHANGED_SINCE);
    const wait = error instanceof TooMany ? { retryAfterSeconds: error.retryAfterSeconds } : {};
    return new Shown({ ...model, form, title: model.title }, { status, ...wait });
  }
}

interface Refused<R> {
  problems: Reason[];
  error: unknown;
  then: (result: R) => string | Shown;
}

/** The form as it was sent; one whose key stands for other content by now gets a fresh key. */
function formAgain<R>(values: FormBody, { problems, error, then }: Refused<R>): FormState {
  if (!(error instanceof OtherContent))
    return { values, problems, submission: String(values.submission ?? newId()) };
  const next = then(error.result as R);
  const at = typeof next === 'string' ? (next.split('?')[0] ?? null) : null;
  const saved = (error.saved?.fields ?? {}) as FormBody;
  return { values, problems, submission: newId(), repeat: { saved, at, differences: [] } };
}

/** Reads a form body with a schema; empty fields count as not given. Throws Invalid with every reason. */
export function parseForm<S extends z.ZodType>(schema: S, body: FormBody, lists: string[] = []): z.infer<S> {
  const given: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(body)) {
    if (OURS.includes(name) || value === undefined || value === '') continue;
    given[name] = lists.includes(name) && !Array.isArray(value) ? [value] : value;
  }
  return accept(schema, given);
}

function refusalOf(error: unknown): [number, Reason[]] {
  const ofRule = refusalOfRule(error);
  if (ofRule) return [422, ofRule.reasons];
  if (error instanceof Invalid) return [422, error.reasons];
  if (error instanceof Conflict)
    return [CONFLICT_STATUS[error.code], [{ field: 'form', code: error.code, message: error.message }]];
  if (error instanceof Unconfirmed) return [403, []];
  throw error;
}

/** The model of a form that waits to be looked over, with the reason why it was not saved above every other. */
export function toLookOver(model: PageModel): PageModel {
  const form = model.form as FormState | undefined;
  return form ? { ...model, form: { ...form, problems: [CAME_LATE, ...form.problems] } } : model;
}

const CAME_LATE = {
  field: 'form',
  code: 'late',
  message:
    'The form came after its session or page had run out, so it was not saved. It stands here as you filled it in: look it over, then save it.',
};

const CHANGED_SINCE = {
  field: 'form',
  code: 'stale',
  message:
    'Somebody else has changed this since you opened it. Nothing was overwritten: compare before you save.',
};

/** A form that waits to be looked over carries the page's present version, so it must say that this is another one. */
function isOvertaken(error: unknown, model: PageModel, values: FormBody): boolean {
  if (!(error instanceof Unconfirmed)) return false;
  return typeof model.version === 'number' && String(model.version) !== values.version;
}

/** The one text under a name in a query or a form, or undefined. */
export function oneOf(given: string | string[] | undefined): string | undefined {
  const one = Array.isArray(given) ? given[0] : given;
  return one === '' ? undefined : one;
}
