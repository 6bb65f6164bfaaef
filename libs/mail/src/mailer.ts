/** A mail as a room hands it over: one reader, plain text, and a Message-ID that stays the same on every attempt. */
export interface MailMessage {
  /** One plain address from the user table (SEC-13). */
  to: string;
  subject: string;
  text: string;
  /** With or without angle brackets. */
  messageId: string;
}

/** What the other side said when it took a mail: one printable line. */
export interface MailReceipt {
  response: string;
}

/**
 * Carries mail, and is the injection token. `handover` is awaited before the first byte of the body can leave: what it
 * commits tells later whether anything could have arrived (REL-5). When it throws, nothing leaves and its error comes back.
 */
export abstract class Mailer {
  /** Throws MailRefused when no further attempt can help, MailDelayed when one can, and Error on a malformed Message-ID. */
  abstract send(message: MailMessage, handover: () => Promise<void>): Promise<MailReceipt>;
}

/** The mail was turned down for good: a 5xx answer to sender, recipient or text, or an address that cannot be one. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';

  constructor(
    /** The answer's number, or `bad-address`. */
    readonly code: string,
    readonly response: string,
  ) {
    super(`The mail was refused: ${response}`);
  }
}

/** The mail could not be handed in now: a 4xx answer, a failed sign-in, the network, or time ran out. */
export class MailDelayed extends Error {
  override readonly name = 'MailDelayed';
  /** True when the text may have left and the answer to it was lost: it may have arrived all the same. */
  readonly ambiguous: boolean;

  constructor(
    /** The answer's number, or the failure's code such as `ECONNREFUSED`. */
    readonly code: string,
    readonly response: string,
    { ambiguous }: { ambiguous: boolean },
  ) {
    super(`The mail was delayed: ${response}`);
    this.ambiguous = ambiguous;
  }
}
