import { Deadline } from './deadline.entity';
import { DeadlineRevision } from './deadline-revision.entity';

export type { BoardFilter } from './board/board-filter';
export { DeadlineBoard, type DeadlineRow, type DeadlineTally } from './board/deadline-board.service';
export type { PlanNames } from './board/plan-naming.service';
export { DeadlineCalendar } from './calendar/deadline-calendar.service';
export * from './deadline-events';
export { DeadlinesModule } from './deadlines.module';
export { Deadlines } from './deadlines.service';
export { DEADLINE_KINDS, type DeadlineKind } from './terms/deadline-kind';
export * from './terms/deadline.input';
export { type ForeseenMove, MilestoneMoves } from './terms/milestone-moves.service';
export { Deadline, DeadlineRevision };

/** The tables of this room. */
export const deadlinesEntities = [Deadline, DeadlineRevision];
