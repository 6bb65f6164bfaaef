import type { MilestoneMove } from './cycles/cycle-milestones';

/** Told inside the unit when a post's work week or holidays changed, so that dates reckoned by them can be reckoned anew. */
export class CalendarChanged {
  constructor(readonly postId: string) {}
}

/** Told inside the unit when a post's time zone was corrected. Its opposite is the correction back. */
export class ZoneCorrected {
  constructor(readonly postId: string) {}
}

/** Told inside the unit when a date that a cycle makes owed falls on another day. Its opposite is the move back. */
export class MilestoneMoved {
  constructor(readonly move: MilestoneMove) {}
}
