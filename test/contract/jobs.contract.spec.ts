import { type Clock, createLogger, newId, SystemClock } from '@demarche/base';
import { BullmqQueue, EmbeddedQueue, type JobQueue, QueueUnavailable, type Verdict } from '@demarche/jobs';
import { PrivateRedis, redisUrlOfTheRun } from '../support/redis';
import { answerAfter, RingRecorder, pause } from '../support/ring-recorder';

const logger = createLogger({ logLevel: 'silent' });
const clock = new SystemClock();

jest.setTimeout(30_000);

const ADAPTERS = [
  { name: 'embedded', open: async (clock: Clock) => new EmbeddedQueue(clock) },
  { name: 'bullmq', open: async (clock: Clock) => new BullmqQueue(placeOfItsOwn(), clock, logger) },
];

describe.each(ADAPTERS)('the $name queue', ({ open }) => {
  let recorder: RingRecorder;
  let queue: JobQueue;

  beforeEach(async () => {
    recorder = new RingRecorder();
    queue = await open(clock);
  });

  afterEach(() => queue.stop(1_000));

  it('rings a bell once, with its payload', async () => {
    await queue.start(recorder.run);
    await queue.add('ring', { id: 'a-1' });
    await recorder.hears(1);
    await pause(200);
    expect(recorder.rings).toEqual([
      { job: 'ring', payload: { id: 'a-1' }, attempt: 1, attempts: 1, at: expect.any(Number) },
    ]);
  });

  it('rings a bell that was set before it started', async () => {
    await queue.add('ring', { id: 'early' });
    await queue.start(recorder.run);
    await recorder.hears(1);
    expect(recorder.rings[0]?.payload).toEqual({ id: 'early' });
  });

  it('rings not before its time and soon after it', async () => {
    await queue.start(recorder.run);
    const set = performance.now();
    await queue.add('ring', {}, { runAt: clock.plus(700) });
    await recorder.hears(1);
    const waited = (recorder.rings[0]?.at ?? 0) - set;
    expect(waited).toBeGreaterThanOrEqual(690);
    expect(waited).toBeLessThan(2_000);
  });

  it('rings at once what is due already', async () => {
    await queue.start(recorder.run);
    await queue.add('ring', {}, { runAt: clock.plus(-86_400_000) });
    await recorder.hears(1, 2_000);
  });

  it('keeps the practice clock of 2009', async () => {
    const practice = new SystemClock();
    practice.shiftBy(-17 * 365 * 86_400_000);
    const practising = await open(practice);
    try {
      await practising.start(recorder.run);
      await practising.add('ring', {}, { runAt: practice.plus(300) });
      await practising.add('ring', {}, { runAt: practice.plus(3_600_000) });
      await recorder.hears(1, 3_000);
      await pause(300);
      expect(recorder.rings).toHaveLength(1);
    } finally {
      await practising.stop(1_000);
    }
  });

  it('ignores a key that is waiting, and keeps what was set first', async () => {
    await queue.start(recorder.run);
    await queue.add('ring', { id: 'first' }, { key: 'r:1', runAt: clock.plus(300) });
    await queue.add('ring', { id: 'second' }, { key: 'r:1' });
    await recorder.hears(1);
    await pause(300);
    expect(recorder.rings.map((ring) => ring.payload)).toEqual([{ id: 'first' }]);
  });

  it('ignores a key while its bell rings', async () => {
    recorder.verdict = () => answerAfter(400);
    await queue.start(recorder.run);
    await queue.add('ring', {}, { key: 'one' });
    await recorder.hears(1);
    await queue.add('ring', {}, { key: 'one' });
    await pause(800);
    expect(recorder.rings).toHaveLength(1);
  });

  it('takes keys of digits and keys with colons, and keeps the keys of two jobs apart', async () => {
    await queue.start(recorder.run);
    for (const key of ['42', 'a:b', 'a%3Ab', 'ä ö']) await queue.add('ring', { id: key }, { key });
    await queue.add('other', { id: '42' }, { key: '42' });
    await recorder.hears(5);
    expect(new Set(recorder.rings.map((ring) => `${ring.job} ${JSON.stringify(ring.payload)}`)).size).toBe(5);
  });

  it('rings a key again once its bell has rung', async () => {
    await queue.start(recorder.run);
    await queue.add('ring', {}, { key: 'again' });
    await recorder.hears(1);
    await pause(100);
    await queue.add('ring', {}, { key: 'again' });
    await recorder.hears(2);
  });

  it('rings a key again once its bell has failed for good', async () => {
    recorder.verdict = (ring) =>
      recorder.rings.length === 1 ? 'never' : ring.attempt === 1 ? 'done' : 'never';
    await queue.start(recorder.run);
    await queue.add('ring', {}, { key: 'again' });
    await recorder.hears(1);
    await pause(100);
    await queue.add('ring', {}, { key: 'again' });
    await recorder.hears(2);
  });

  it('tries a failing job as often as it was told, waiting twice as long each time', async () => {
    recorder.verdict = () => 'again';
    await queue.start(recorder.run);
    await queue.add('ring', {}, { attempts: 3, backoffMs: 200 });
    await recorder.hears(3);
    await pause(1_000);
    expect(recorder.rings.map(({ attempt, attempts }) => [attempt, attempts])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    const [first = 0, second = 0, third = 0] = recorder.rings.map((ring) => ring.at);
    expect(second - first).toBeGreaterThanOrEqual(190);
    expect(third - second).toBeGreaterThanOrEqual(390);
  });

  it('stops trying when told never, and when an attempt succeeds', async () => {
    recorder.verdict = (ring) => (ring.job === 'hopeless' ? 'never' : ring.attempt === 2 ? 'done' : 'again');
    await queue.start(recorder.run);
    await queue.add('hopeless', {}, { attempts: 5, backoffMs: 50 });
    await queue.add('second-time', {}, { attempts: 5, backoffMs: 50 });
    await recorder.hears(3);
    await pause(500);
    expect(recorder.rings.map((ring) => ring.job).sort()).toEqual(['hopeless', 'second-time', 'second-time']);
  });

  it('goes on ringing after an answer that threw', async () => {
    recorder.verdict = (ring) => {
      if (ring.job === 'broken') throw new Error('a fault of the program');
      return 'done';
    };
    await queue.start(recorder.run);
    await queue.add('broken', {});
    await queue.add('ring', {});
    await recorder.hears(2);
  });

  it('rings an interval at once and then again and again', async () => {
    await queue.start(recorder.run);
    await queue.every('sweep', 400);
    await recorder.hears(4, 4_000);
    expect(new Set(recorder.rings.map((ring) => ring.job))).toEqual(new Set(['sweep']));
    expect(recorder.rings[0]?.payload).toEqual({});
    const [first = 0, , third = 0] = recorder.rings.map((ring) => ring.at);
    expect(third - first).toBeGreaterThan(300);
  });

  it('rings a hundred bells once each, never more than twenty at a time', async () => {
    let [atOnce, most] = [0, 0];
    recorder.verdict = async (): Promise<Verdict> => {
      most = Math.max(most, (atOnce += 1));
      await pause(5);
      atOnce -= 1;
      return 'done';
    };
    await queue.start(recorder.run);
    const ids = Array.from({ length: 100 }, (_, index) => `r-${index}`);
    await Promise.all(ids.map((id) => queue.add('ring', { id }, { key: id })));
    await recorder.hears(100);
    await pause(200);
    expect(new Set(recorder.rings.map((ring) => JSON.stringify(ring.payload))).size).toBe(100);
    expect(recorder.rings).toHaveLength(100);
    expect(most).toBe(20);
  });

  it('waits for a running job when it stops, and rings nothing afterwards', async () => {
    let isFinished = false;
    recorder.verdict = async (): Promise<Verdict> => {
      await pause(500);
      isFinished = true;
      return 'done';
    };
    await queue.start(recorder.run);
    await queue.add('ring', {});
    await recorder.hears(1);
    await queue.add('late', {}, { runAt: clock.plus(600) });
    await queue.stop();
    expect(isFinished).toBe(true);
    await pause(400);
    expect(recorder.rings.map((ring) => ring.job)).toEqual(['ring']);
  });

  it('does not wait for a job that hangs longer than it may', async () => {
    recorder.verdict = () => answerAfter(4_000);
    await queue.start(recorder.run);
    await queue.add('ring', {});
    await recorder.hears(1);
    const asked = performance.now();
    await queue.stop(300);
    expect(performance.now() - asked).toBeLessThan(2_000);
  });

  it('refuses a job at once when it has been stopped', async () => {
    await queue.start(recorder.run);
    await queue.stop();
    const asked = performance.now();
    await expect(queue.add('ring', {})).rejects.toThrow(QueueUnavailable);
    await expect(queue.add('ring', {})).rejects.toThrow(/stopped/);
    expect(performance.now() - asked).toBeLessThan(100);
  });

  it('stops twice without complaint, and does not start again', async () => {
    await queue.start(recorder.run);
    await queue.stop();
    await queue.stop();
    await expect(queue.start(recorder.run)).rejects.toThrow(QueueUnavailable);
  });
});

describe('two workers on one Redis', () => {
  it('share the bells and ring none twice', async () => {
    const redis = placeOfItsOwn();
    const recorder = new RingRecorder();
    const queues = [new BullmqQueue(redis, clock, logger), new BullmqQueue(redis, clock, logger)] as const;
    try {
      await Promise.all(queues.map((queue) => queue.start(recorder.run)));
      await Promise.all(queues.map((queue) => queue.every('sweep', 500)));
      const keys = Array.from({ length: 60 }, (_, index) => `k-${index}`);
      await Promise.all(
        queues.flatMap((queue) => keys.map((key) => queue.add('ring', {}, { key, runAt: clock.plus(800) }))),
      );
      await pause(2_600);
      expect(recorder.rings.filter((ring) => ring.job === 'ring')).toHaveLength(60);
      const sweeps = recorder.rings.filter((ring) => ring.job === 'sweep').length;
      expect(sweeps).toBeGreaterThanOrEqual(4);
      expect(sweeps).toBeLessThanOrEqual(8);
    } finally {
      await Promise.all(queues.map((queue) => queue.stop(1_000)));
    }
  });
});

describe('a bullmq queue whose Redis has a bad day', () => {
  let redis: PrivateRedis;
  let queue: BullmqQueue;
  let recorder: RingRecorder;

  beforeEach(async () => {
    redis = await PrivateRedis.start();
    queue = new BullmqQueue({ url: redis.url, prefix: 'test' }, clock, logger);
    recorder = new RingRecorder();
  });

  afterEach(async () => {
    await queue.stop(1_000);
    await redis.stop();
  });

  it('loses delayed bells to a flush without a crash, and rings a key that is added again', async () => {
    await queue.start(recorder.run);
    await queue.add('ring', { id: 'lost' }, { key: 'r-1', runAt: clock.plus(800) });
    await flush(redis);
    await pause(1_200);
    expect(recorder.rings).toEqual([]);
    await queue.add('ring', { id: 'found' }, { key: 'r-1' });
    await recorder.hears(1);
    expect(recorder.rings[0]?.payload).toEqual({ id: 'found' });
  });

  it('goes on with its intervals after a flush', async () => {
    await queue.start(recorder.run);
    await queue.every('sweep', 500);
    await recorder.hears(1);
    await flush(redis);
    const heard = recorder.rings.length;
    await recorder.hears(heard + 3);
  });

  it('refuses a job within seconds while Redis is down, and says so', async () => {
    await queue.start(recorder.run);
    await queue.add('ring', {});
    await recorder.hears(1);
    await redis.kill();
    const asked = performance.now();
    await expect(queue.add('ring', {})).rejects.toThrow(QueueUnavailable);
    await expect(queue.add('ring', {})).rejects.toThrow(/^Redis at 127\.0\.0\.1:\d+ does not answer/);
    expect(performance.now() - asked).toBeLessThan(3_500);
  });

  it('refuses a job at once when Redis was never there', async () => {
    await redis.kill();
    const asked = performance.now();
    await expect(queue.add('ring', {})).rejects.toThrow(QueueUnavailable);
    expect(performance.now() - asked).toBeLessThan(1_000);
    await expect(queue.start(recorder.run)).rejects.toThrow(/does not answer/);
  });

  it('refuses a job within seconds when Redis is frozen', async () => {
    await queue.add('ring', {}, { runAt: clock.plus(60_000) });
    redis.freeze();
    const asked = performance.now();
    await expect(queue.add('ring', {})).rejects.toThrow(QueueUnavailable);
    expect(performance.now() - asked).toBeLessThan(4_000);
    redis.thaw();
    await eventually(() => queue.add('ring', { id: 'thawed' }));
  });

  it('rings again after Redis was killed and came back empty', async () => {
    await queue.start(recorder.run);
    await queue.every('sweep', 500);
    await recorder.hears(1);
    await redis.kill();
    await pause(700);
    await redis.revive();
    await eventually(() => queue.add('ring', { id: 'after' }, { key: 'r-1' }));
    await eventually(async () => expect(recorder.rings.some((ring) => ring.job === 'ring')).toBe(true));
    const sweeps = () => recorder.rings.filter((ring) => ring.job === 'sweep').length;
    const before = sweeps();
    await eventually(async () => expect(sweeps()).toBeGreaterThanOrEqual(before + 2));
  });

  it('stops in time although Redis died under a running job', async () => {
    recorder.verdict = () => answerAfter(300);
    await queue.start(recorder.run);
    await queue.add('ring', {});
    await recorder.hears(1);
    await redis.kill();
    const asked = performance.now();
    await queue.stop(1_500);
    expect(performance.now() - asked).toBeLessThan(4_000);
  });
});

describe('a Redis that throws keys away when memory runs short', () => {
  it('is refused at the start with one line that says what to set', async () => {
    const redis = await PrivateRedis.start('allkeys-lru');
    const queue = new BullmqQueue({ url: redis.url, prefix: 'test' }, clock, logger);
    try {
      const refusal =
        /^Redis at \S+ runs with the policy allkeys-lru\. Set maxmemory-policy to noeviction[^\n]*$/;
      await expect(queue.start(async () => 'done')).rejects.toThrow(refusal);
    } finally {
      await queue.stop(1_000);
      await redis.stop();
    }
  });
});

async function flush(redis: PrivateRedis): Promise<void> {
  const { Redis } = await import('ioredis');
  const client = new Redis(redis.url);
  await client.flushall();
  await client.quit();
}

async function eventually(attempt: () => Promise<unknown>): Promise<void> {
  const end = performance.now() + 10_000;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
      await pause(100);
    }
  }
}

function placeOfItsOwn(): { url: string; prefix: string } {
  return { url: redisUrlOfTheRun(), prefix: `test-${newId()}` };
}
