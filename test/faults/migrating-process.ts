import 'reflect-metadata';
import { InstallationFact, writerOptions } from '@demarche/store';
import { readSettings } from '@demarche/base';
import { DataSource, type Logger } from 'typeorm';

const KILL_IN = Number(process.env.KILL_IN);
const STATEMENTS = 2;

/** Ends the process as a power cut would, in the middle of the migration of that number. */
class Killer implements Logger {
  private done = 0;
  private statements = 0;

  logQuery(query: string): void {
    const records = /^INSERT INTO "migrations"/.test(query);
    const changes =
      /^(CREATE|ALTER|INSERT|UPDATE|DELETE|DROP)/.test(query.trim()) && !/TABLE "migrations"/.test(query);
    if (this.done === KILL_IN && changes && (records || (this.statements += 1) > STATEMENTS))
      process.kill(process.pid, 'SIGKILL');
    if (records) this.done += 1;
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}

async function migrate(): Promise<void> {
  const options = writerOptions(readSettings(process.env), [InstallationFact]);
  const writer = new DataSource({ ...options, logging: ['query'], logger: new Killer() });
  await writer.initialize();
  await writer.runMigrations({ transaction: 'all' });
  process.exit(7);
}

migrate().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
