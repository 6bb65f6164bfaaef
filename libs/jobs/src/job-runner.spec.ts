import { Writable } from 'node:stream';
import { NotFound, SystemClock } from '@demarche/base';
import pino from 'pino';
import { z } from 'zod';
import { EmbeddedQueue } from './embedded.queue';
import { defineJob, GiveUp } from './job';
import { JobRunner } from './job-runner';
import { SilentQueue } from './silent.queue';

const RING = defineJob({
  name: 'ring',
  schema: z.strictObject({ id: z.string() }),
  attempts: 3,
  backoffMs: 10,
});
const SWEEP = defineJob({ name: 'sweep', schema: z.strictObject({}) });

describe('the job runner', () => {
  let queue: EmbeddedQueue;
  let runner: JobRunner;
  let log: string;

  beforeEach(() => {
    log = '';
    const sink = new Writable({ write: (chunk, _, done) => ((log += String(chunk)), done()) });
    queue = new EmbeddedQueue(new SystemClock());
    runner = new JobRunner(queue, pino({ level: 'debug' }, sink));
  });

  afterEach(() => runner.close());

  it('brings a payload to its handler and counts it', async () => {
    const heard: string[] = [];
    runner.handle(RING, async ({ id }) => void heard.push(id));
    await runner.open();
    await runner.add(RING, { id: 'r-1' });
    await until(() => runner.counts().ring?.done === 1);
    expect(heard).toEqual(['r-1']);
    expect(runner.counts()).toEqual({ ring: { done: 1, retried: 0, failed: 0, refused: 0 } });
  });

  it('does not open when a declared job has no handler or two', async () => {
    runner.declare(SWEEP);
    runner.handle(RING, async () => undefined);
    runner.handle(RING, async () => undefined);
    await expect(runner.open()).rejects.toThrow(
      'Each job needs exactly one handler: sweep has no handler, ring has 2 handlers.',
    );
  });

  it('does not add a job that nobody declared', async () => {
    await expect(runner.add(RING, { id: 'r-1' })).rejects.toThrow('The job ring was never declared.');
  });

  it('does not add what is not the job’s payload, nor anything that reads like a text', async () => {
    runner.declare(RING);
    await expect(runner.add(RING, { id: 'r-1', text: 'x' } as { id: string })).rejects.toThrow(z.ZodError);
    for (const id of ['Raid the brothel tonight', '', 'x'.repeat(129)])
      await expect(runner.add(RING, { id })).rejects.toThrow('The job ring may carry ids only.');
  });

  it('tries a failure again and counts attempts and end apart', async () => {
    let attempts = 0;
    runner.handle(RING, async () => {
      attempts += 1;
      if (attempts < 3) throw new Error('not yet');
    });
    await runner.open();
    await runner.add(RING, { id: 'r-1' });
    await until(() => attempts === 3);
    await until(() => runner.counts().ring?.done === 1);
    expect(runner.counts().ring).toEqual({ done: 1, retried: 2, failed: 0, refused: 0 });
  });

  it('gives up after the last attempt', async () => {
    runner.handle(RING, () => Promise.reject(new Error('never')));
    await runner.open();
    await runner.add(RING, { id: 'r-1' });
    await until(() => runner.counts().ring?.failed === 1);
    expect(runner.counts().ring).toEqual({ done: 0, retried: 2, failed: 1, refused: 0 });
  });

  it.each([new GiveUp('pointless'), new NotFound('reminder')])(
    'does not try again after %p',
    async (error) => {
      runner.handle(RING, () => Promise.reject(error));
      await runner.open();
      await runner.add(RING, { id: 'r-1' });
      await until(() => runner.counts().ring?.failed === 1);
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(runner.counts().ring).toEqual({ done: 0, retried: 0, failed: 1, refused: 0 });
    },
  );

  it('refuses unknown jobs and foreign payloads that the queue brings', async () => {
    runner.handle(RING, async () => undefined);
    await runner.open();
    await queue.add('older-version', { id: 'r-1' });
    await queue.add('ring', { id: 7 });
    await until(() => runner.counts().unknown?.refused === 1 && runner.counts().ring?.refused === 1);
    expect(runner.counts()).toEqual({
      ring: { done: 0, retried: 0, failed: 0, refused: 1 },
      unknown: { done: 0, retried: 0, failed: 0, refused: 1 },
    });
  });

  it('rings intervals from the moment it opens', async () => {
    let sweeps = 0;
    runner.handle(SWEEP, async () => void (sweeps += 1));
    runner.every(SWEEP, 30);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(sweeps).toBe(0);
    await runner.open();
    await until(() => sweeps >= 3);
  });

  it('logs names and codes, and neither payloads nor the words of an error', async () => {
    runner.handle(RING, () =>
      Promise.reject(Object.assign(new Error('confidential words'), { code: 'EODD' })),
    );
    await runner.open();
    await runner.add(RING, { id: 'payload-id' });
    await queue.add('ring', { id: 'confidential words too', extra: 'confidential' });
    await queue.add('confidential-name', {});
    await until(() => runner.counts().ring?.failed === 1 && runner.counts().unknown?.refused === 1);
    expect(log).toContain('"job":"ring"');
    expect(log).toContain('"code":"EODD"');
    expect(log).toContain('job-runner.spec');
    expect(log).not.toContain('confidential');
    expect(log).not.toContain('payload-id');
  });

  it('adds without waiting and logs when the queue takes nothing', async () => {
    runner.declare(RING);
    await runner.close();
    runner.addSoon(RING, { id: 'r-1' });
    await until(() => log.includes('"code":"QueueUnavailable"'));
    expect(log).toContain('a job was not added');
  });

  it('forgets what is added in a process that rings nothing', async () => {
    const silent = new JobRunner(new SilentQueue(), pino({ level: 'silent' }));
    silent.declare(RING);
    await silent.add(RING, { id: 'r-1' });
    await silent.close();
    await expect(silent.open()).rejects.toThrow(/exactly one handler/);
  });
});

describe('the definition of a job', () => {
  it.each(['', 'Ring', 'ring:reminder', '7-up', 'two words'])('refuses the name %j', (name) => {
    expect(() => defineJob({ name, schema: z.strictObject({}) })).toThrow(/is no job name/);
  });

  it('tries a job once unless told otherwise', () => {
    expect(SWEEP).toMatchObject({ attempts: 1, backoffMs: 1_000 });
  });
});

async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + 3_000;
  while (!isSo()) {
    if (performance.now() > end) throw new Error('It did not come about.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
