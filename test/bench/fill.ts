import 'reflect-metadata';
import { createLogger, machineToday, readSettings, SystemClock } from '@demarche/base';
import { NestFactory } from '@nestjs/core';
import { FirstStart } from '../../apps/web/src/example/first-start.service';
import { openWeb } from '../../apps/web/src/web.setup';
import { fillHouse } from './house/fill-house';
import type { HouseSize } from './house/house-size';

const USAGE =
  'node test/bench/fill.mjs [--countries 60] [--years 3] [--share 1] [--seed 1]; VAR_FOLDER or DATABASE_URL says where';

/** Fills the empty database that the environment names, and says how to come in. */
async function run(): Promise<void> {
  const number = (name: string, usual: number) => {
    const place = process.argv.indexOf(`--${name}`);
    return place < 0 ? usual : Number(process.argv[place + 1]);
  };
  const numbers = { countries: number('countries', 60), years: number('years', 3), seed: number('seed', 1) };
  const size: HouseSize = { ...numbers, share: number('share', 1), today: machineToday() };
  if (Object.values(size).some((value) => Number.isNaN(value))) throw new Error(USAGE);
  const settings = readSettings({ ...process.env, DEMO: 'off', LOG_LEVEL: 'silent' });
  await migrate(settings);
  const started = performance.now();
  const { plans } = await fillHouse(settings, size);
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  console.log(`${plans.length} plans were written in ${seconds} s.`);
  console.log(
    `VAR_FOLDER=${settings.varFolder} npm start prints a sign-in link for one person of each role.`,
  );
}

async function migrate(settings: ReturnType<typeof readSettings>): Promise<void> {
  const parts = { settings, clock: new SystemClock(), logger: createLogger(settings) };
  const app = await openWeb(parts, (module, adapter) =>
    NestFactory.create(module, adapter, { logger: false }),
  );
  await app.get(FirstStart).prepare();
  await app.close();
}

void run().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
