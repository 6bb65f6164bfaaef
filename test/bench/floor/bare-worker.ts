import 'reflect-metadata';
import { newId, readSettings, type Settings, SystemClock } from '@demarche/base';
import { CONCURRENCY } from '@demarche/jobs';
import { type Mailer, OutboxMailer, readSender } from '@demarche/mail';
import { Queue, Worker } from 'bullmq';
import { join } from 'node:path';

const LETTER = {
  to: 'post-officer@example.gov',
  subject: 'Step on a recommendation (reference 1A2B) due Fri 27 Nov',
  text: 'The step on a recommendation is due on Friday, 27 November 2026, in 10 working days.\n\n'.repeat(4),
};

/** Sends so many mails and nothing else, as many at a time as the product rings, and prints how many went out a second. */
async function send(count: number): Promise<void> {
  const settings = readSettings(process.env);
  const folder = join(settings.varFolder, 'outbox');
  const mailer = new OutboxMailer(folder, readSender(settings.mailFrom), new SystemClock());
  const seconds = settings.redisUrl ? await byBullmq(mailer, settings, count) : await bySelf(mailer, count);
  console.log(JSON.stringify({ perSecond: count / seconds }));
  process.exit(0);
}

const one = (mailer: Mailer) =>
  mailer.send({ ...LETTER, messageId: `<reminder.${newId()}@localhost>` }, async () => undefined);

async function bySelf(mailer: Mailer, count: number): Promise<number> {
  const started = performance.now();
  let left = count;
  const hand = async () => {
    while (left > 0) {
      left -= 1;
      await one(mailer);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, hand));
  return (performance.now() - started) / 1_000;
}

/** The bells are in the queue before the clock starts, as the product's sweeps put theirs. */
async function byBullmq(
  mailer: Mailer,
  { redisUrl, queuePrefix: prefix }: Settings,
  count: number,
): Promise<number> {
  const connection = { url: redisUrl ?? '', maxRetriesPerRequest: null };
  const queue = new Queue('floor', { connection, prefix });
  const bells = Array.from({ length: count }, () => ({ name: 'ring', data: {} }));
  await queue.addBulk(bells);
  const started = performance.now();
  await new Promise<void>((resolve) => {
    let done = 0;
    const worker = new Worker('floor', () => one(mailer), { connection, prefix, concurrency: CONCURRENCY });
    worker.on('completed', () => {
      done += 1;
      if (done === count) resolve();
    });
  });
  const seconds = (performance.now() - started) / 1_000;
  await queue.obliterate({ force: true });
  return seconds;
}

void send(Number(process.argv[2]));
