import { Reminder } from './ledger/reminder.entity';

export { BellModule } from './bell.module';
export { type LedgerState, LedgerStatus } from './ledger/ledger-status.service';
export { ReminderLedger, type ReminderShown } from './ledger/reminder-ledger.service';
export { REMINDER_STATES } from './ledger/reminder-state';
export { RemindersModule } from './reminders.module';
export { ReminderClaims } from './sending/reminder-claims.service';
export { ReminderFacts } from './sending/reminder.facts';
export { ReminderSweep } from './sending/reminder-sweep.service';
export { Sending } from './sending/sending.service';
export { Reminder };

/** The tables of this room. */
export const remindersEntities = [Reminder];
