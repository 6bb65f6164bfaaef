import { DeadlinesModule } from '@demarche/deadlines';
import { Module } from '@nestjs/common';
import { ReminderListeners } from './ladder/reminder-listeners.service';
import { ReminderPlanner } from './ladder/reminder-planner.service';
import { LedgerStatus } from './ledger/ledger-status.service';
import { ReminderLedger } from './ledger/reminder-ledger.service';
import { ShownReminderRepository } from './ledger/shown-reminders.repository';
import { ReminderRepository } from './ledger/reminder.repository';
import { SweepLog } from './ledger/sweep-log.service';
import { ClockWatch } from './sending/clock-watch.service';
import { ReminderBells } from './sending/reminder-bells.service';
import { Sending } from './sending/sending.service';

/** What the rings need of this room besides the rooms below. */
const SHARED = [ReminderRepository, ReminderBells, SweepLog];

/** Opens the ledger: it follows the deadlines and can be read. It rings nothing; see BellModule. */
@Module({
  imports: [DeadlinesModule],
  providers: [
    ...SHARED,
    ClockWatch,
    Sending,
    LedgerStatus,
    ReminderLedger,
    ShownReminderRepository,
    ReminderListeners,
    ReminderPlanner,
  ],
  exports: [...SHARED, Sending, LedgerStatus, ReminderLedger],
})
export class RemindersModule {}
