import type { Deadline } from './deadline.entity';

/** Why a deadline falls on another day now. */
type MoveCause = 'moved' | 'calendar-changed' | 'milestone-moved' | 'zone-corrected';

/** Why a deadline need not be met any more. */
type WaiveCause = 'waived' | 'recommendation-dropped';

/** Told inside the unit when something new is owed. It has no opposite: a deadline is never unset, only waived. */
export class DeadlineSet {
  constructor(readonly deadline: Deadline) {}
}

/** Told inside the unit when an open deadline falls on another day. Its opposite is another move. */
export class DeadlineMoved {
  constructor(
    readonly deadline: Deadline,
    readonly cause: MoveCause,
  ) {}
}

/** Told inside the unit when an open deadline has another owner. Its opposite is another change of owner. */
export class DeadlineReassigned {
  constructor(readonly deadline: Deadline) {}
}

/** Told inside the unit when a deadline was met. Its opposite is {@link DeadlineReopened}. */
export class DeadlineMet {
  constructor(readonly deadline: Deadline) {}
}

/** Told inside the unit when a deadline need not be met any more. Its opposite is {@link DeadlineReopened}. */
export class DeadlineWaived {
  constructor(
    readonly deadline: Deadline,
    readonly cause: WaiveCause,
  ) {}
}

/** Told inside the unit when a deadline that was met or waived is owed again. */
export class DeadlineReopened {
  constructor(readonly deadline: Deadline) {}
}
