import { accessEntities, AccessModule } from '@demarche/access';
import { BaseModule, type ProcessParts } from '@demarche/base';
import { deadlinesEntities, DeadlinesModule } from '@demarche/deadlines';
import { JobsModule } from '@demarche/jobs';
import { MailModule } from '@demarche/mail';
import { noticesEntities, NoticesModule } from '@demarche/notices';
import { plansEntities, PlansModule } from '@demarche/plans';
import { progressEntities, ProgressModule } from '@demarche/progress';
import { registerEntities, RegisterModule } from '@demarche/register';
import { BellModule, remindersEntities, RemindersModule } from '@demarche/reminders';
import { reviewEntities, ReviewModule } from '@demarche/review';
import { StoreModule } from '@demarche/store';
import { type DynamicModule, Module } from '@nestjs/common';

const ENTITIES = [
  ...accessEntities,
  ...registerEntities,
  ...noticesEntities,
  ...reviewEntities,
  ...plansEntities,
  ...progressEntities,
  ...deadlinesEntities,
  ...remindersEntities,
];

/** The alarm clock alone: the rooms up to the reminders, the queue, the mail, and no page. */
@Module({})
export class WorkerModule {
  /** Binds the rooms to what the process brings; the schema is the web processes' to change. */
  static forRoot(parts: ProcessParts): DynamicModule {
    const store = StoreModule.forRoot({ entities: ENTITIES, schema: 'wait' });
    const machinery = [BaseModule.forRoot(parts), store, JobsModule.forRoot({ mode: 'ring' }), MailModule];
    const rooms = [AccessModule, RegisterModule, NoticesModule, ReviewModule, PlansModule, ProgressModule];
    return {
      module: WorkerModule,
      imports: [...machinery, ...rooms, DeadlinesModule, RemindersModule, BellModule],
    };
  }
}
