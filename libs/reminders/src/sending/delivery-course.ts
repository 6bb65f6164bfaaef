import { type Instant, millisecondsBetween, plusMilliseconds } from '@demarche/base';
import type { Reminder } from '../ledger/reminder.entity';
import type { ReminderReason } from '../ledger/reminder-state';

/** Why nobody has the mail yet: the server asked to wait or was out of reach, the letter could not be worded, or we failed. */
type Postponement = 'try-later' | 'no-connection' | 'no-letter' | 'fault';

/** What is known after an attempt to deliver a mail. */
export type Delivery =
  /** The server took it. */
  | { kind: 'accepted'; response: string }
  /** The server refused it for now (4xx), or nothing was handed over: nobody has it. */
  | { kind: 'not-yet'; reason: Postponement; response: string }
  /** The server refused it for good (5xx), or there is nobody to send to. */
  | { kind: 'refused'; reason: 'refused' | 'no-recipient'; response: string }
  /** The body left and no answer came: it may have arrived. */
  | { kind: 'unanswered'; response: string };

/** The present, how long to hold a mail that may have arrived, and a chance between 0 and 1 that spreads retries. */
interface DeliveryMoment {
  now: Instant;
  holdMilliseconds: number;
  chance: number;
}

/** The part of a row that decides what comes next. */
type DeliveryHistory = Pick<Reminder, 'attempt' | 'firstTriedAt' | 'wasUnanswered'>;

const FIRST_WAIT_MILLISECONDS = 30_000;
/** How long a mail that nobody took is tried again before it counts as failed. */
export const TRY_FOR_MILLISECONDS = 24 * 3_600_000;
/** A wait is shortened by up to this part, so that rows deferred together do not return together. */
const SPREAD = 0.25;

/** How long to wait after so many attempts, in milliseconds: doubling from half a minute, spread by chance. */
export function backOffAfter(attempt: number, chance: number): number {
  const wait = FIRST_WAIT_MILLISECONDS * 2 ** Math.min(attempt - 1, 12);
  return Math.round(wait * (1 - SPREAD * chance));
}

const closed = (state: 'sent' | 'failed', reason: ReminderReason | null) => ({
  state,
  reason,
  token: null,
  leaseUntil: null,
  nextAt: null,
});

/**
 * What becomes of a row after an attempt. A mail that may have arrived is sent once more after a hold, and never a third
 * time; one that nobody took is tried for a day; both end as failed where people see it.
 */
export function courseAfter(
  delivery: Delivery,
  row: DeliveryHistory,
  moment: DeliveryMoment,
): Partial<Reminder> {
  const { response } = delivery;
  switch (delivery.kind) {
    case 'accepted':
      return { ...closed('sent', null), response, sentAt: moment.now };
    case 'refused':
      return { ...closed('failed', delivery.reason), response };
    case 'unanswered':
      return { ...afterSilence(row, moment), response };
    case 'not-yet':
      return { ...afterDeferral(delivery.reason, row, moment), response };
  }
}

/** The token stays with an unanswered row: should the answer come late after all, its holder may still say so. */
function afterSilence(row: DeliveryHistory, moment: DeliveryMoment): Partial<Reminder> {
  if (row.wasUnanswered) return closed('failed', 'unanswered-twice');
  const nextAt = plusMilliseconds(moment.now, moment.holdMilliseconds);
  return { state: 'unknown', reason: 'unanswered', wasUnanswered: true, leaseUntil: null, nextAt };
}

function afterDeferral(
  reason: Postponement,
  row: DeliveryHistory,
  moment: DeliveryMoment,
): Partial<Reminder> {
  const tried = millisecondsBetween(row.firstTriedAt ?? moment.now, moment.now);
  const left = TRY_FOR_MILLISECONDS - tried;
  if (left <= 0) return closed('failed', 'gave-up');
  const nextAt = plusMilliseconds(moment.now, Math.min(backOffAfter(row.attempt, moment.chance), left));
  return { state: 'deferred', reason, token: null, leaseUntil: null, nextAt };
}
