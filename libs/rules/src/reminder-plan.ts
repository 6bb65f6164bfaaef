import type { CalendarDate } from './calendar-date';
import { addWorkingDays } from './working-date';
import type { WorkCalendar } from './working-date';

/** Who is reminded: the deadline's owner, or the manager above. */
export type ReminderRole = 'owner' | 'manager';

/** The steps of the first policy, in the order in which they ring. */
export type ReminderStep = 'ten-days' | 'five-days' | 'one-day' | 'overdue';

/** The local hour at which every reminder rings. */
const REMINDER_TIME = '09:00';

/**
 * The first reminder policy: working days counted from the effective date, and to whom. A step that is owed however late
 * it is planned is never skipped.
 */
const REMINDER_POLICY: readonly {
  step: ReminderStep;
  workingDays: number;
  to: readonly ReminderRole[];
  isOwedLate: boolean;
}[] = [
  { step: 'ten-days', workingDays: -10, to: ['owner'], isOwedLate: false },
  { step: 'five-days', workingDays: -5, to: ['owner'], isOwedLate: false },
  { step: 'one-day', workingDays: -1, to: ['owner'], isOwedLate: false },
  { step: 'overdue', workingDays: 1, to: ['owner', 'manager'], isOwedLate: true },
];

/** What a plan of reminders is made from; `plannedOn` and `plannedTime` (default 00:00) are local to `zone`. */
export interface ReminderFacts {
  effective: CalendarDate;
  zone: string;
  plannedOn: CalendarDate;
  plannedTime?: string;
  parties: WorkCalendar[];
}

/** Why a reminder is kept in the ledger and never sent. */
type SkipCode = 'already-past';

/** One reminder owed to one role: a local date and time with its zone, not yet an instant. */
export interface PlannedReminder {
  step: ReminderStep;
  date: CalendarDate;
  time: typeof REMINDER_TIME;
  zone: string;
  to: ReminderRole;
  skipped?: SkipCode;
}

/**
 * The reminders of one deadline by {@link REMINDER_POLICY}, counted in working days of all parties. A step whose hour had
 * passed when it was planned is kept and marked skipped, so that the ledger shows why nobody was told.
 */
export function reminderPlan(facts: ReminderFacts): PlannedReminder[] {
  const { effective, zone, parties } = facts;
  // Dates and 24-hour times sort as text, so that joined they compare like moments of one zone.
  const plannedAt = `${facts.plannedOn} ${facts.plannedTime ?? '00:00'}`;
  return REMINDER_POLICY.flatMap(({ step, workingDays, to, isOwedLate }) => {
    const date = addWorkingDays(effective, workingDays, parties);
    const isPast = !isOwedLate && `${date} ${REMINDER_TIME}` < plannedAt;
    return to.map((role) => ({
      step,
      date,
      time: REMINDER_TIME,
      zone,
      to: role,
      ...(isPast ? { skipped: 'already-past' as const } : {}),
    }));
  });
}
