import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writerOptions } from '@demarche/store';
import { DataSource } from 'typeorm';
import type { BenchHouse } from './bench-house';
import { atMost, type BenchRow, type Course } from './bench-row';
import { memoryOf, peakMemoryOf } from './processes';

const IN_SECONDS = 5;
const OUT_SECONDS = 20;
const FLAT_MEGABYTES = 60;
const FEW = 10;
const LOOK_EVERY_MILLISECONDS = 20;
const COLUMNS = 'mrn_post_token,country,iso3,city,plain_language_address,zone';

/** Posts read from a table by the command line, and the board written as one, with the memory that each takes. */
export async function tableRows(house: BenchHouse, course: Course): Promise<BenchRow[]> {
  const rows = course.isSmall ? 5_000 : 50_000;
  const few = await posts(house, FEW);
  const many = await posts(house, rows);
  const [inSeconds, inMemory] = [many.seconds - few.seconds, many.megabytes - few.megabytes];
  const written = await boardAsTable(house, rows);
  const told = ` (${many.seconds.toFixed(1)} s with the start of the program)`;
  return [
    atMost(`CSV in, ${amount(rows)} posts (s)`, { figure: inSeconds, goal: IN_SECONDS, told }),
    atMost(`CSV in, ${amount(rows)} posts: memory beyond ${FEW} posts (MB)`, {
      figure: Math.max(0, inMemory),
      goal: FLAT_MEGABYTES,
    }),
    atMost(`CSV out, ${amount(written.rows)} deadlines (s)`, { figure: written.seconds, goal: OUT_SECONDS }),
    atMost(`CSV out, ${amount(written.rows)} deadlines: memory (MB)`, {
      figure: written.megabytes,
      goal: FLAT_MEGABYTES,
    }),
  ];
}

const amount = (count: number) => count.toLocaleString('en');

/** Seconds and most memory of a program that reads so many new posts. */
async function posts(house: BenchHouse, count: number): Promise<{ seconds: number; megabytes: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-table-'));
  const file = join(folder, 'posts.csv');
  const line = (number: number) =>
    `BENCH${count}X${number},Tajikistan,TJK,Bench ${count} ${number},,Asia/Dushanbe`;
  writeFileSync(file, [COLUMNS, ...Array.from({ length: count }, (_, index) => line(index))].join('\n'));
  const started = performance.now();
  const megabytes = await commandLine(house, ['register', 'import', '--kind', 'posts', '--apply', file]);
  const seconds = (performance.now() - started) / 1_000;
  rmSync(folder, { recursive: true, force: true });
  return { seconds, megabytes };
}

function commandLine({ environment }: BenchHouse, words: string[]): Promise<number> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...environment };
  return new Promise((resolve, reject) => {
    let most = 0;
    const options = { env, maxBuffer: Infinity };
    const child = execFile(process.execPath, ['apps/launch/demarche.mjs', ...words], options, (error) => {
      clearInterval(looking);
      if (error) reject(error);
      else resolve(most);
    });
    const look = () => (most = Math.max(most, peakMemoryOf(child.pid ?? 0)));
    const looking = setInterval(look, LOOK_EVERY_MILLISECONDS);
  });
}

/** The newest so many deadlines, or all where there are fewer, with the memory beyond that of a page just before. */
async function boardAsTable(house: BenchHouse, most: number) {
  const newest = await newestDeadlines(house, most);
  await house.open();
  await house.time('manager', '/deadlines');
  await house.lines('manager', '/deadlines.csv?state=open');
  const before = memoryOf(house.pid);
  let peak = before;
  const looking = setInterval(() => (peak = Math.max(peak, memoryOf(house.pid))), LOOK_EVERY_MILLISECONDS);
  const started = performance.now();
  const rows = await house.lines('manager', `/deadlines.csv?state=all${newest}`);
  const seconds = (performance.now() - started) / 1_000;
  clearInterval(looking);
  await house.stop();
  return { rows: rows - 1, seconds, megabytes: peak - before };
}

/** The filter that leaves the newest so many deadlines of the board, to the day; none where there are fewer. */
async function newestDeadlines({ settings }: BenchHouse, most: number): Promise<string> {
  const source = await new DataSource(writerOptions(settings, [])).initialize();
  const [row] = await source.query(
    `SELECT "effectiveOn" AS "day" FROM "deadlines" ORDER BY "effectiveOn" DESC LIMIT 1 OFFSET ${most - 1}`,
  );
  await source.destroy();
  return row ? `&from=${row.day}` : '';
}
