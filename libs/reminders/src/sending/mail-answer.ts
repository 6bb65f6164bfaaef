import { MailDelayed, MailRefused } from '@demarche/mail';
import type { Delivery } from './delivery-course';

/** Thrown out of a handover to keep the body back: the reminder is not owed any more, or is in other hands. */
export class KeptBack extends Error {
  override readonly name = 'KeptBack';
}

/** What came of handing a letter to the mail: null when it was kept back; a fault is one of ours, for the log. */
export interface Attempt {
  delivery: Delivery | null;
  fault?: unknown;
}

/** Reads what the mail threw. A fault that is none of the mail's own refusals comes from before the body could leave. */
export function attemptAfter(error: unknown): Attempt {
  if (error instanceof KeptBack) return { delivery: null };
  if (error instanceof MailRefused)
    return { delivery: { kind: 'refused', reason: 'refused', response: said(error) } };
  if (error instanceof MailDelayed) return { delivery: delayed(error) };
  return { delivery: { kind: 'not-yet', reason: 'fault', response: 'The sender failed.' }, fault: error };
}

function delayed(error: MailDelayed): Delivery {
  const response = said(error);
  if (error.ambiguous) return { kind: 'unanswered', response };
  return { kind: 'not-yet', reason: /^\d/.test(error.code) ? 'try-later' : 'no-connection', response };
}

function said({ code, response }: MailRefused | MailDelayed): string {
  return response.startsWith(code) ? response : `${code} ${response}`;
}
