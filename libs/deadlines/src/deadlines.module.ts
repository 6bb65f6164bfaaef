import { NoticesModule } from '@demarche/notices';
import { PlansModule } from '@demarche/plans';
import { ProgressModule } from '@demarche/progress';
import { RegisterModule } from '@demarche/register';
import { Module } from '@nestjs/common';
import { DeadlineBoard } from './board/deadline-board.service';
import { PlanNaming } from './board/plan-naming.service';
import { DeadlineCalendar } from './calendar/deadline-calendar.service';
import { DeadlineKeeper } from './deadline-keeper.service';
import { DeadlineListeners } from './deadline-listeners.service';
import { DeadlineRepository } from './deadline.repository';
import { Deadlines } from './deadlines.service';
import { DeadlineTerms } from './terms/deadline-terms.service';
import { MilestoneDeadlines } from './terms/milestone-deadlines.service';

/** Opens deadlines: to set, to change, to read. */
@Module({
  imports: [RegisterModule, NoticesModule, PlansModule, ProgressModule],
  providers: [
    DeadlineBoard,
    DeadlineCalendar,
    DeadlineKeeper,
    DeadlineListeners,
    DeadlineRepository,
    Deadlines,
    DeadlineTerms,
    MilestoneDeadlines,
    PlanNaming,
  ],
  exports: [DeadlineBoard, DeadlineCalendar, Deadlines],
})
export class DeadlinesModule {}
