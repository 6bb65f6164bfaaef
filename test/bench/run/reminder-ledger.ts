import { plusMilliseconds, SystemClock, type Settings } from '@demarche/base';
import { writerOptions } from '@demarche/store';
import { DataSource } from 'typeorm';

const MINUTE_MILLISECONDS = 60_000;
/** Later than anything that is planned. */
const FAR = '2999-01-01';
const clock = new SystemClock();

/** The ledger of a house that is measured, seen from outside. */
export class ReminderLedger {
  private turn = 0;

  private constructor(private readonly source: DataSource) {}

  static async open(settings: Settings): Promise<ReminderLedger> {
    return new ReminderLedger(await new DataSource(writerOptions(settings, [])).initialize());
  }

  /** Makes at most so many reminders due a minute ago, of deadlines that are owed, and every other one sent long ago. */
  async owe(most: number): Promise<number> {
    const due = plusMilliseconds(clock.now(), -MINUTE_MILLISECONDS);
    await this.source.query('UPDATE "deadlines" SET "metOn" = NULL, "version" = 1');
    await this.source.query(
      `UPDATE "reminders" SET "state" = 'sent', "sentAt" = "dueAt", "nextAt" = NULL, "leaseUntil" = NULL`,
    );
    await this.source
      .query(`UPDATE "reminders" SET "state" = 'planned', "sentAt" = NULL, "attempt" = 0, "reason" = NULL,
      "firstTriedAt" = NULL, "bodyHandedAt" = NULL, "token" = NULL, "response" = NULL, "dueAt" = '${due}', "nextAt" = '${due}'
      WHERE "id" IN (SELECT "id" FROM "reminders" ORDER BY "id" LIMIT ${most})`);
    const [row] = await this.source.query(
      `SELECT count(*) AS "owed" FROM "reminders" WHERE "state" = 'planned'`,
    );
    return Number(row.owed);
  }

  /** Puts off whatever is due, so that nothing rings by itself. */
  async rest(): Promise<void> {
    await this.source.query(
      `UPDATE "reminders" SET "state" = 'sent', "nextAt" = NULL, "leaseUntil" = NULL WHERE "nextAt" < '${FAR}' OR "leaseUntil" < '${FAR}'`,
    );
  }

  /** Makes so many reminders due that went out long ago or were claimed before, others each time; their ids. */
  async fallDue(count: number): Promise<string[]> {
    const due = plusMilliseconds(clock.now(), -MINUTE_MILLISECONDS);
    const places = Math.max(1, Math.floor((await this.rows()) / count));
    this.turn = (this.turn + 1) % places;
    const rows: { id: string }[] = await this.source.query(
      `SELECT "id" FROM "reminders" ORDER BY "id" LIMIT ${count} OFFSET ${this.turn * count}`,
    );
    const ids = rows.map(({ id }) => id);
    await this.source.query(`UPDATE "reminders" SET "state" = 'planned', "sentAt" = NULL, "attempt" = 0,
      "firstTriedAt" = NULL, "bodyHandedAt" = NULL, "token" = NULL, "leaseUntil" = NULL, "nextAt" = '${due}'
      WHERE "id" IN (${ids.map((id) => `'${id}'`).join(',')})`);
    return ids;
  }

  async rows(): Promise<number> {
    const [row] = await this.source.query('SELECT count(*) AS "rows" FROM "reminders"');
    return Number(row.rows);
  }

  /** How many went out since an instant, and the seconds between the first and the last of them. */
  async standing(since: string): Promise<{ sent: number; seconds: number }> {
    const [row] = await this.source.query(
      `SELECT count(*) AS "sent", min("sentAt") AS "first", max("sentAt") AS "last" FROM "reminders" WHERE "sentAt" >= '${since}'`,
    );
    const seconds = row.first ? (Date.parse(row.last) - Date.parse(row.first)) / 1_000 : 0;
    return { sent: Number(row.sent), seconds };
  }

  close(): Promise<void> {
    return this.source.destroy();
  }
}
