import { accessEntities, AccessModule } from '@demarche/access';
import { BaseModule, type ProcessParts } from '@demarche/base';
import { deadlinesEntities, DeadlinesModule } from '@demarche/deadlines';
import { JobsModule } from '@demarche/jobs';
import { MailModule } from '@demarche/mail';
import { narrativesEntities, NarrativesModule } from '@demarche/narratives';
import { noticesEntities, NoticesModule } from '@demarche/notices';
import { papersEntities, PapersModule } from '@demarche/papers';
import { plansEntities, PlansModule } from '@demarche/plans';
import { progressEntities, ProgressModule } from '@demarche/progress';
import { registerEntities, RegisterModule } from '@demarche/register';
import { BellModule, remindersEntities, RemindersModule } from '@demarche/reminders';
import { reviewEntities, ReviewModule } from '@demarche/review';
import { StoreModule } from '@demarche/store';

/** Every table of the house, floor by floor. */
export const ENTITIES = [
  ...accessEntities,
  ...registerEntities,
  ...noticesEntities,
  ...reviewEntities,
  ...plansEntities,
  ...progressEntities,
  ...deadlinesEntities,
  ...remindersEntities,
  ...narrativesEntities,
  ...papersEntities,
];

const ROOMS = [
  AccessModule,
  RegisterModule,
  NoticesModule,
  ReviewModule,
  PlansModule,
  ProgressModule,
  DeadlinesModule,
  RemindersModule,
  NarrativesModule,
  PapersModule,
];

/** The rooms a web process opens. Without Redis it rings the bells itself; with Redis that is the workers' work. */
export function roomsOn(parts: ProcessParts) {
  const ringsItself = parts.settings.redisUrl === null;
  return [
    BaseModule.forRoot(parts),
    StoreModule.forRoot({ entities: ENTITIES, schema: 'migrate' }),
    JobsModule.forRoot({ mode: ringsItself ? 'ring' : 'silent' }),
    MailModule,
    ...ROOMS,
    ...(ringsItself ? [BellModule] : []),
  ];
}
