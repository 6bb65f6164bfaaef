import { BaseModule, createLogger, readSettings, SystemClock } from '@demarche/base';
import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { z } from 'zod';
import { BullmqQueue } from './bullmq.queue';
import { EmbeddedQueue } from './embedded.queue';
import { defineJob } from './job';
import { JobQueue } from './job.queue';
import { JobRunner } from './job-runner';
import { type JobsMode, JobsModule } from './jobs.module';
import { SilentQueue } from './silent.queue';

const RING = defineJob({ name: 'ring', schema: z.strictObject({ id: z.string() }) });

@Injectable()
class Room implements OnModuleInit {
  readonly heard: string[] = [];

  constructor(readonly runner: JobRunner) {}

  onModuleInit(): void {
    this.runner.handle(RING, async ({ id }) => void this.heard.push(id));
  }
}

@Module({ providers: [Room] })
class RoomModule {}

async function house(mode: JobsMode, environment: Record<string, string> = {}) {
  const settings = readSettings({ LOG_LEVEL: 'silent', ...environment });
  const parts = { settings, clock: new SystemClock(), logger: createLogger(settings) };
  const imports = [BaseModule.forRoot(parts), JobsModule.forRoot({ mode }), RoomModule];
  return Test.createTestingModule({ imports }).compile();
}

describe('the jobs module', () => {
  it('rings in the process itself where there is no Redis, from the boot to the shutdown', async () => {
    const app = await house('ring');
    expect(app.get(JobQueue)).toBeInstanceOf(EmbeddedQueue);
    await app.init();
    const room = app.get(Room);
    await room.runner.add(RING, { id: 'r-1' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(room.heard).toEqual(['r-1']);
    await app.close();
    await expect(room.runner.add(RING, { id: 'r-2' })).rejects.toThrow(/stopped/);
  });

  it('takes bells and rings none in a silent process', async () => {
    const app = await house('silent');
    expect(app.get(JobQueue)).toBeInstanceOf(SilentQueue);
    await app.init();
    await app.get(Room).runner.add(RING, { id: 'r-1' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(app.get(Room).heard).toEqual([]);
    await app.close();
  });

  it('boots a silent process although its Redis is away, and refuses to boot one that should ring', async () => {
    const environment = { REDIS_URL: 'redis://127.0.0.1:1' };
    const silent = await house('silent', environment);
    expect(silent.get(JobQueue)).toBeInstanceOf(BullmqQueue);
    await silent.init();
    await expect(silent.get(Room).runner.add(RING, { id: 'r-1' })).rejects.toThrow(/does not answer/);
    await silent.close();
    const ringing = await house('ring', environment);
    await expect(ringing.init()).rejects.toThrow(/^Redis at 127\.0\.0\.1:1 does not answer/);
    await expect(ringing.get(Room).runner.add(RING, { id: 'r-1' })).rejects.toThrow(/stopped/);
  });
});
