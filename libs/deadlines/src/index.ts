import { Deadline } from './deadline.entity';
import { DeadlineRevision } from './deadline-revision.entity';

export { type BoardFilter, BoardInput, type BoardState, DeadlineFilterInput } from './board/board-filter';
export { DeadlineBoard, type DeadlineTally } from './board/deadline-board.service';
export { type DeadlineChangeShown, DeadlineHistory } from './board/deadline-history.service';
export type { DeadlineRow } from './board/deadline-rows.service';
export { DeadlineCalendar } from './calendar/deadline-calendar.service';
export * from './deadline-events';
export { referenceOf } from './deadline-standing';
export { DeadlinesModule } from './deadlines.module';
export { Deadlines } from './deadlines.service';
export type { SubjectNames } from './subjects/deadline-subjects.service';
export { planOf } from './subjects/subject-room';
export { DEADLINE_KINDS } from './terms/deadline-kind';
export * from './terms/deadline.input';
export { type ForeseenMove, MilestoneMoves } from './terms/milestone-moves.service';
export { Deadline, DeadlineRevision };

/** The tables of this room. */
export const deadlinesEntities = [Deadline, DeadlineRevision];
