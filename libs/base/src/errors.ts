import { type RuleRangeCode, RuleRangeError } from '@demarche/rules';

/** One thing wrong with what a person sent: the field, a stable code, and plain English for that person. */
export interface Reason {
  field: string;
  code: string;
  message: string;
}

/** The family of refusals that services throw on purpose; anything else is a fault of the program. */
export abstract class Trouble extends Error {
  abstract readonly kind: 'not-found' | 'invalid' | 'conflict' | 'forbidden' | 'spill';

  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

/** Thrown alike for a thing that does not exist and for one that the person may not see: the two must not differ. */
export class NotFound extends Trouble {
  readonly kind = 'not-found';

  constructor(readonly subject: string) {
    super(`There is no such ${subject}, or it belongs to a post that is not yours.`);
  }
}

/** Thrown when input breaks a rule; carries every reason at once, so that a form is corrected in one go. */
export class Invalid extends Trouble {
  readonly kind = 'invalid';

  constructor(readonly reasons: Reason[]) {
    super(reasons.map((reason) => reason.message).join(' '));
  }

  /** The common case of a single reason. */
  static because(field: string, code: string, message: string): Invalid {
    return new Invalid([{ field, code, message }]);
  }
}

/** Why a request was refused although its input was right: 428 without a version, 429 too often, 409 otherwise. */
export type ConflictCode = 'stale' | 'missing-version' | 'duplicate' | 'repeat' | 'state' | 'too-many';

/** Thrown when the world moved on: somebody else changed the row, or the thing is no longer in that state. */
export class Conflict extends Trouble {
  readonly kind = 'conflict';

  constructor(
    readonly code: ConflictCode,
    message: string,
  ) {
    super(message);
  }
}

/** Thrown when something was asked for too often; says after how many seconds it may be asked for again. */
export class TooMany extends Conflict {
  constructor(
    readonly retryAfterSeconds: number,
    message: string,
  ) {
    super('too-many', message);
  }
}

/** Thrown when a role lacks a permission; names the permission, never what was asked for. */
export class Forbidden extends Trouble {
  readonly kind = 'forbidden';

  constructor(readonly permission: string) {
    super(`Your role does not include the permission “${permission}”.`);
  }
}

/** Thrown when the answer to a COMMIT was lost: the change may stand or not, and nobody can tell before looking. */
export class MaybeSaved extends Error {
  constructor(cause: unknown) {
    super('The connection to the database broke before it said whether the change was saved.', { cause });
    this.name = 'MaybeSaved';
  }
}

/** What is known of a text that was stopped: which rule found it, and its SHA-256 as hex. */
export interface SpillTrace {
  field: string;
  rule: string;
  hash: string;
}

/**
 * Thrown for a text that shows that it is classified. It carries no word of the text and is no {@link Invalid}, so that no
 * form shows again what was typed.
 */
export class SpillStopped extends Trouble {
  readonly kind = 'spill';

  constructor(
    readonly traces: SpillTrace[],
    readonly reasons: Reason[],
  ) {
    super('This text carries a mark of classification, so nothing of it was kept.');
  }
}

/**
 * What a rule could not reckon with, as a refusal; null for anything else. `field` is where a person can mend it.
 */
export function refusalOfRule(error: unknown, field = 'form'): Invalid | null {
  if (!(error instanceof RuleRangeError)) return null;
  return Invalid.because(field, error.code, RULE_RANGE_WORDS[error.code]);
}

const RULE_RANGE_WORDS: Record<RuleRangeCode, string> = {
  'not-a-date': 'This leads to a day that no calendar has. Choose another day.',
  'no-common-working-day': 'With this the post and Washington would have no working day in common.',
};
