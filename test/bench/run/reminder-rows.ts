import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SystemClock } from '@demarche/base';
import { Program } from '../../support/program';
import type { BenchHouse } from './bench-house';
import { atLeast, atMost, type BenchRow, type Course } from './bench-row';
import { toldBy } from './processes';
import { ReminderLedger } from './reminder-ledger';

const RATIO = 0.35;
const LOST_SECONDS = 60;
/** A sweep that is not done by then is told as it stands. */
const PATIENCE_SECONDS = 120;
const LOOK_EVERY_MILLISECONDS = 500;
const PREFIX = 'bench';
/** So short that no worker waits for the next sweep: here the sending is measured, not the finding. */
const QUICK_SWEEPS = { SWEEP_SECONDS: '0.5' };

const clock = new SystemClock();

/**
 * Reminders that are all due: how fast they go out beside a bare worker with the same mailer, and how long it takes
 * until the sweeps have found the last one whose bell is lost. SQLite rings inside the web process, PostgreSQL in a
 * worker beside Redis.
 */
export async function reminderRows(house: BenchHouse, course: Course): Promise<BenchRow[]> {
  const ledger = await ReminderLedger.open(house.settings);
  try {
    const count = await ledger.owe(course.isSmall ? 1_000 : 10_000);
    const trial = { house, ledger, count, isWorker: course.database === 'postgres' };
    const own = await sent(trial, QUICK_SWEEPS);
    const bare = await bareRate(trial);
    const lost = await sent(trial, {});
    return worded(trial, { own, bare, lost });
  } finally {
    await ledger.close();
  }
}

interface Trial {
  house: BenchHouse;
  ledger: ReminderLedger;
  count: number;
  isWorker: boolean;
}

interface Sent {
  perSecond: number;
  sent: number;
  /** From the start of the process until the last went out, or until patience ended. */
  seconds: number;
}

/** Starts a process that rings, with nothing in its queue, and waits until the ledger says that all went out. */
async function sent(trial: Trial, sweeps: Record<string, string>): Promise<Sent> {
  const { house, ledger, count } = trial;
  await ledger.owe(count);
  const since = clock.now();
  const started = performance.now();
  const ringer = await ring(trial, sweeps);
  const passed = () => (performance.now() - started) / 1_000;
  let standing = await ledger.standing(since);
  while (standing.sent < count && passed() < PATIENCE_SECONDS) {
    await pause(LOOK_EVERY_MILLISECONDS);
    standing = await ledger.standing(since);
  }
  const seconds = passed();
  await ringer.stop();
  rmSync(join(house.settings.varFolder, 'outbox'), { recursive: true, force: true });
  return { perSecond: standing.sent / Math.max(standing.seconds, 0.001), sent: standing.sent, seconds };
}

async function ring({ house, isWorker }: Trial, sweeps: Record<string, string>): Promise<Program> {
  const shared = { ...house.environment, ...sweeps, PORT: '0' };
  if (!isWorker) {
    const web = Program.start('apps/web/src/main.js', shared);
    await web.until(/ready at/);
    return web;
  }
  const worker = Program.start('apps/worker/src/main.js', { ...shared, ...redis() });
  await worker.until(/is ringing/);
  return worker;
}

/** A queue of this run alone: nothing that an earlier one left is rung. */
function redis(): Record<string, string> {
  const url = process.env.REDIS_URL;
  if (!url) throw new Error('REDIS_URL is not set: npm run bench sets it for a private server.');
  return { REDIS_URL: url, QUEUE_PREFIX: `${PREFIX}-${process.pid}` };
}

async function bareRate({ house, count, isWorker }: Trial): Promise<number> {
  const environment = isWorker ? { ...house.environment, ...redis() } : house.environment;
  const { perSecond } = await toldBy<{ perSecond: number }>('bare-worker.ts', {
    words: [String(count)],
    environment,
  });
  rmSync(join(house.settings.varFolder, 'outbox'), { recursive: true, force: true });
  return perSecond;
}

function worded(
  { count, isWorker }: Trial,
  { own, bare, lost }: { own: Sent; bare: number; lost: Sent },
): BenchRow[] {
  const queue = isWorker ? 'BullMQ' : 'embedded';
  const rate = ` (${own.perSecond.toFixed(0)} a second)`;
  const least = lost.sent < count ? ` (${lost.sent} went out, then patience ended)` : '';
  return [
    atLeast(`${count} reminders, ${queue}: ratio to a bare worker`, {
      figure: own.perSecond / bare,
      goal: RATIO,
      told: rate,
    }),
    atMost(`${count} reminders whose bells are lost (s)`, {
      figure: lost.seconds,
      goal: LOST_SECONDS,
      told: least,
    }),
  ];
}
