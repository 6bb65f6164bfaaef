/** What a rule cannot reckon with: a text that is no day, or calendars that leave no day on which everybody works. */
export type RuleRangeCode = 'not-a-date' | 'no-common-working-day';

/**
 * Thrown by rules for facts that they cannot reckon with, and by nothing else: so that a caller may tell it from a fault
 * of the program and hand it back as a refusal.
 */
export class RuleRangeError extends RangeError {
  constructor(
    readonly code: RuleRangeCode,
    message: string,
  ) {
    super(message);
    this.name = new.target.name;
  }
}
