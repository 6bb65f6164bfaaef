import {
  DeadlineMet,
  DeadlineMoved,
  DeadlineReassigned,
  DeadlineReopened,
  DeadlineSet,
  DeadlineWaived,
} from '@demarche/deadlines';
import { Happenings } from '@demarche/store';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReminderPlanner } from './reminder-planner.service';

const FLOOR = 11;

/** Lets the ledger follow every deadline inside the act that changes it. */
@Injectable()
export class ReminderListeners implements OnModuleInit {
  constructor(
    private readonly happenings: Happenings,
    private readonly planner: ReminderPlanner,
  ) {}

  onModuleInit(): void {
    const { happenings, planner } = this;
    happenings.on(DeadlineSet, FLOOR, ({ deadline }, unit) => planner.plan(unit, deadline));
    happenings.on(DeadlineMoved, FLOOR, ({ deadline, cause }, unit) =>
      planner.planAnew(unit, deadline, cause),
    );
    happenings.on(DeadlineReassigned, FLOOR, ({ deadline }, unit) =>
      planner.planAnew(unit, deadline, 'owner-changed'),
    );
    happenings.on(DeadlineMet, FLOOR, ({ deadline }) => planner.cancel(deadline, 'met'));
    happenings.on(DeadlineReopened, FLOOR, ({ deadline }, unit) => planner.plan(unit, deadline));
    happenings.on(DeadlineWaived, FLOOR, ({ deadline, cause }) => planner.cancel(deadline, cause));
  }
}
