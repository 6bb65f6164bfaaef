import 'reflect-metadata';
import {
  createLogger,
  newSecret,
  plusMilliseconds,
  readSettings,
  type Settings,
  SystemClock,
} from '@demarche/base';
import { ReminderClaims } from '@demarche/reminders';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from '../../../apps/worker/src/worker.module';
import { median } from '../run/bench-row';
import { ReminderLedger } from '../run/reminder-ledger';
import { type BareStore, openBare } from './bare-driver';

const CLAIMED = 500;
const ROUNDS = 5;
/** As many as ask for claims at the same time, here and there. */
const HANDS = 20;
const LEASE_MILLISECONDS = 120_000;

const clock = new SystemClock();

/** Claims 500 reminders by the product, by one bare statement each, and by one for all, in turns; prints milliseconds. */
async function measure(): Promise<void> {
  const settings = readSettings({ ...process.env, LOG_LEVEL: 'silent' });
  const ledger = await ReminderLedger.open(settings);
  await ledger.rest();
  const claims = await openClaims(settings);
  const store = await openBare(settings);
  const ways = {
    own: (ids: string[]) => byHands(ids, async (id) => void (await claims.take(id))),
    each: (ids: string[]) => byHands(ids, (id) => claimBare(store, [id])),
    once: (ids: string[]) => claimBare(store, ids),
  };
  const taken: Record<string, number[]> = { own: [], each: [], once: [] };
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [name, way] of Object.entries(ways)) {
      const ids = await ledger.fallDue(CLAIMED);
      const started = performance.now();
      await way(ids);
      // The first round warms all three and is not counted.
      if (round > 0) taken[name]?.push(performance.now() - started);
    }
  const [own = 0, each = 0, once = 0] = ['own', 'each', 'once'].map((name) => median(taken[name] ?? []));
  console.log(JSON.stringify({ own, each, once, rows: await ledger.rows() }));
  process.exit(0);
}

async function openClaims(settings: Settings): Promise<ReminderClaims> {
  const parts = { settings, clock, logger: createLogger(settings) };
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(parts), { logger: false });
  return app.get(ReminderClaims, { strict: false });
}

async function byHands(ids: string[], claim: (id: string) => Promise<void>): Promise<void> {
  const left = [...ids];
  const hand = async () => {
    for (let id = left.pop(); id !== undefined; id = left.pop()) await claim(id);
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
}

/** One conditional change in a transaction of its own. */
async function claimBare(store: BareStore, ids: string[]): Promise<void> {
  const now = clock.now();
  const values = [newSecret(), plusMilliseconds(now, LEASE_MILLISECONDS), now, now, ...ids];
  const marks = values.map((_value, index) => store.mark(index + 1));
  const [token, lease, first, until, ...places] = marks;
  const sql = `UPDATE "reminders" SET "state" = 'sending', "token" = ${token}, "leaseUntil" = ${lease}, "attempt" = "attempt" + 1,
    "firstTriedAt" = ${first}, "nextAt" = NULL WHERE "state" = 'planned' AND "nextAt" <= ${until} AND "id" IN (${places.join(',')})`;
  await store.alone((ask) => ask(sql, values));
}

void measure();
