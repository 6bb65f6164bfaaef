import { NoticesModule } from '@demarche/notices';
import { PlansModule } from '@demarche/plans';
import { ProgressModule } from '@demarche/progress';
import { RegisterModule } from '@demarche/register';
import { Module } from '@nestjs/common';
import { BoardRepository } from './board/board.repository';
import { DeadlineBoard } from './board/deadline-board.service';
import { DeadlineHistory } from './board/deadline-history.service';
import { DeadlineRows } from './board/deadline-rows.service';
import { RowCalendars } from './calendar/row-calendars.service';
import { DeadlineCalendar } from './calendar/deadline-calendar.service';
import { DeadlineKeeper } from './deadline-keeper.service';
import { DeadlineRepository } from './deadline.repository';
import { DeadlineRevisionRepository } from './deadline-revision.repository';
import { AccountListeners } from './following/account-listeners.service';
import { CalendarListeners } from './following/calendar-listeners.service';
import { DeadlineFollower } from './following/deadline-follower.service';
import { DeadlineNotices } from './following/deadline-notices.service';
import { EffortListeners } from './following/effort-listeners.service';
import { MilestoneListeners } from './following/milestone-listeners.service';
import { PlanListeners } from './following/plan-listeners.service';
import { RecommendationCompletion } from './following/recommendation-completion.service';
import { Deadlines } from './deadlines.service';
import { DeadlineSubjects } from './subjects/deadline-subjects.service';
import { PlanSubjects } from './subjects/plan-subjects.service';
import { DeadlineTerms } from './terms/deadline-terms.service';
import { MilestoneMoves } from './terms/milestone-moves.service';
import { MilestoneDeadlines } from './terms/milestone-deadlines.service';

/** What follows the rooms below. */
const FOLLOWING = [
  AccountListeners,
  CalendarListeners,
  DeadlineFollower,
  DeadlineNotices,
  EffortListeners,
  MilestoneListeners,
  PlanListeners,
  RecommendationCompletion,
];

/** Opens deadlines: to set, to change, to read. */
@Module({
  imports: [RegisterModule, NoticesModule, PlansModule, ProgressModule],
  providers: [
    ...FOLLOWING,
    BoardRepository,
    DeadlineBoard,
    RowCalendars,
    DeadlineCalendar,
    DeadlineHistory,
    DeadlineKeeper,
    DeadlineRepository,
    DeadlineRevisionRepository,
    DeadlineRows,
    Deadlines,
    DeadlineTerms,
    MilestoneDeadlines,
    MilestoneMoves,
    DeadlineSubjects,
    PlanSubjects,
  ],
  exports: [DeadlineBoard, DeadlineCalendar, DeadlineHistory, Deadlines, MilestoneMoves],
})
export class DeadlinesModule {}
