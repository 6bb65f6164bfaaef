import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { BenchRow, Course } from './bench-row';

const PACKAGES = ['fastify', 'typeorm', 'sqlite3', 'pg', 'handlebars', 'docx', 'bullmq'];

/** Prints a run as a table that the README takes as it is, and keeps it as JSON beside the build. */
export function report(rows: readonly BenchRow[], course: Course): void {
  const versions = PACKAGES.map((name) => `${name} ${versionOf(name)}`).join(', ');
  const [processor] = cpus();
  const load = loadavg().map((one) => one.toFixed(1));
  const machine = `${cpus().length} × ${processor?.model ?? 'unknown'}, load ${load.join(' ')}, Node ${process.version}`;
  const house = `${course.countries} countries × ${course.years} years, share ${course.share}, ${course.database}`;
  console.log(`\n${house}; medians of ${course.rounds} interleaved rounds.\n${machine}; ${versions}.\n`);
  console.log('| work | figure | asked | holds |\n|---|---|---|---|');
  for (const { work, figure, goal, holds } of rows)
    console.log(`| ${work} | ${figure} | ${goal} | ${holds === null ? '–' : holds ? 'yes' : 'no'} |`);
  mkdirSync('var', { recursive: true });
  const file = join('var', 'bench.json');
  writeFileSync(file, JSON.stringify({ house, machine, versions, course, rows }, null, 2));
  console.log(`\nThe same as JSON: ${file}`);
}

function versionOf(name: string): string {
  const told = JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8')) as {
    version: string;
  };
  return told.version;
}
