import { NoticesModule } from '@demarche/notices';
import { PlansModule } from '@demarche/plans';
import { ProgressModule } from '@demarche/progress';
import { RegisterModule } from '@demarche/register';
import { Module } from '@nestjs/common';
import { DeadlineBoard } from './deadline-board.service';
import { DeadlineCalendar } from './deadline-calendar.service';
import { DeadlineKeeper } from './deadline-keeper.service';
import { DeadlineListeners } from './deadline-listeners.service';
import { DeadlineTerms } from './deadline-terms.service';
import { LedgerStatus } from './ledger-status.service';
import { DeadlineRepository } from './deadline.repository';
import { Deadlines } from './deadlines.service';
import { MilestoneDeadlines } from './milestone-deadlines.service';
import { PlanNaming } from './plan-naming.service';
import { ReminderBells } from './reminder-bells.service';
import { ReminderPlanner } from './reminder-planner.service';
import { ReminderRepository } from './reminder.repository';
import { SweepLog } from './sweep-log.service';

/** What the rings need of this room besides the rooms below. */
const SHARED = [DeadlineRepository, ReminderRepository, DeadlineCalendar, ReminderBells, SweepLog];

/** Opens deadlines and the ledger of reminders: to set, to change, to read. It rings nothing; see BellModule. */
@Module({
  imports: [RegisterModule, NoticesModule, PlansModule, ProgressModule],
  providers: [
    ...SHARED,
    DeadlineBoard,
    DeadlineKeeper,
    DeadlineListeners,
    Deadlines,
    DeadlineTerms,
    LedgerStatus,
    MilestoneDeadlines,
    PlanNaming,
    ReminderPlanner,
  ],
  exports: [Deadlines, LedgerStatus, ...SHARED],
})
export class DeadlinesModule {}
