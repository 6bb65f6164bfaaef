import { Deadline } from './deadline.entity';
import { Reminder } from './reminder.entity';

export type { BoardFilter } from './board-filter';
export { BellModule } from './bell.module';
export * from './deadline.input';
export {
  DEADLINES_A_PAGE,
  type DeadlineRow,
  type DeadlineTally,
  type DeadlineView,
} from './deadline-board.service';
export { DEADLINE_KINDS, type DeadlineKind, KIND_WORDS } from './deadline-kind';
export { Deadlines } from './deadlines.service';
export { type LedgerState, LedgerStatus } from './ledger-status.service';
export { DeadlinesModule } from './deadlines.module';
export type { PlanNames } from './plan-naming.service';
export { REMINDER_STATES, type ReminderReason, type ReminderState } from './reminder-state';
export { ReminderFacts } from './reminder.facts';
export { ReminderSender } from './reminder-sender.service';
export { ReminderSweep } from './reminder-sweep.service';
export { Deadline, Reminder };

/** The tables of this room. */
export const deadlinesEntities = [Deadline, Reminder];
