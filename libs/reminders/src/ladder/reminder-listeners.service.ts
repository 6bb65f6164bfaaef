import { AccountClosed, AccountReopened } from '@demarche/access';
import { Clock } from '@demarche/base';
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
import { ReminderRepository } from '../ledger/reminder.repository';
import { ReminderPlanner } from './reminder-planner.service';

const FLOOR = 11;

/** Lets the ledger follow every deadline, and every reader who goes or comes back, inside the act that changes them. */
@Injectable()
export class ReminderListeners implements OnModuleInit {
  constructor(
    private readonly happenings: Happenings,
    private readonly planner: ReminderPlanner,
    private readonly reminders: ReminderRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const { happenings, planner, reminders } = this;
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
    // What a successor takes over is planned for them by then: deadlines hear of it a floor below.
    happenings.on(AccountClosed, FLOOR, ({ userId }) =>
      reminders.cancelOpen({ recipientId: userId }, 'account-closed'),
    );
    happenings.on(AccountReopened, FLOOR, ({ userId }) => reminders.restore(userId, this.clock.now()));
  }
}
