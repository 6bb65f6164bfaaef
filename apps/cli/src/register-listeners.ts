import { deadlinesEntities, DeadlinesModule } from '@demarche/deadlines';
import { JobsModule } from '@demarche/jobs';
import { noticesEntities } from '@demarche/notices';
import { plansEntities } from '@demarche/plans';
import { progressEntities } from '@demarche/progress';
import { remindersEntities, RemindersModule } from '@demarche/reminders';
import { reviewEntities } from '@demarche/review';
import type { MoreRooms } from './cli.module';

/** The rooms that must hear when a command changes the register: deadlines are reckoned anew in the same act. */
export const REGISTER_LISTENERS: MoreRooms = {
  modules: [JobsModule.forRoot({ mode: 'silent' }), DeadlinesModule, RemindersModule],
  entities: [
    ...noticesEntities,
    ...reviewEntities,
    ...plansEntities,
    ...progressEntities,
    ...deadlinesEntities,
    ...remindersEntities,
  ],
};
