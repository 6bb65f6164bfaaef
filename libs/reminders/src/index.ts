import { Reminder } from './ledger/reminder.entity';

export { BellModule } from './bell.module';
export { type LedgerState, LedgerStatus } from './ledger/ledger-status.service';
export { ReminderLedger, type ReminderShown, type Said } from './ledger/reminder-ledger.service';
export { REMINDER_STATES, type ReminderReason, type ReminderState } from './ledger/reminder-state';
export { RemindersModule } from './reminders.module';
export { ReminderFacts } from './sending/reminder.facts';
export { ReminderSender } from './sending/reminder-sender.service';
export { ReminderSweep } from './sending/reminder-sweep.service';
export { Sending } from './sending/sending.service';
export { Reminder };

/** The tables of this room. */
export const remindersEntities = [Reminder];
