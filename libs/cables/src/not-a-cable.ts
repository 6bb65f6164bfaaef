/** Thrown when a text lacks what makes it a cable; `missing` names each absent part in plain English. */
export class NotACable extends Error {
  readonly missing: readonly string[];

  constructor(missing: readonly string[]) {
    super(`This text is not a cable: it has no ${missing.join(' and no ')}.`);
    this.name = 'NotACable';
    this.missing = missing;
  }
}
