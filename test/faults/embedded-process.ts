import 'reflect-metadata';
import { accessEntities, AccessModule } from '@demarche/access';
import { BaseModule, createLogger, readSettings, SystemClock } from '@demarche/base';
import { deadlinesEntities, DeadlinesModule } from '@demarche/deadlines';
import { JobsModule } from '@demarche/jobs';
import { MailModule } from '@demarche/mail';
import { noticesEntities, NoticesModule } from '@demarche/notices';
import { plansEntities, PlansModule } from '@demarche/plans';
import { progressEntities, ProgressModule } from '@demarche/progress';
import { registerEntities, RegisterModule } from '@demarche/register';
import { BellModule, remindersEntities, RemindersModule } from '@demarche/reminders';
import { StoreModule } from '@demarche/store';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({})
class EmbeddedProcess {}

const ENTITIES = [
  ...accessEntities,
  ...registerEntities,
  ...noticesEntities,
  ...plansEntities,
  ...progressEntities,
  ...deadlinesEntities,
  ...remindersEntities,
];

/** A process that rings by itself on the embedded queue, as a web process does without Redis, but without its pages. */
async function open(): Promise<void> {
  const settings = readSettings(process.env);
  const parts = { settings, clock: new SystemClock(), logger: createLogger(settings) };
  const imports = [
    BaseModule.forRoot(parts),
    StoreModule.forRoot({ entities: ENTITIES, schema: 'migrate' }),
    JobsModule.forRoot({ mode: 'ring' }),
    MailModule,
    ...[AccessModule, RegisterModule, NoticesModule, PlansModule, ProgressModule],
    ...[DeadlinesModule, RemindersModule, BellModule],
  ];
  const app = await NestFactory.createApplicationContext(
    { module: EmbeddedProcess, imports },
    { logger: false, abortOnError: false },
  );
  process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
}

open().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
