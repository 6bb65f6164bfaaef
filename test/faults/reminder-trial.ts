import { localDateOf, newId, plusMilliseconds, SystemClock } from '@demarche/base';
import { Deadlines, deadlinesEntities, DeadlinesModule } from '@demarche/deadlines';
import { JobsModule } from '@demarche/jobs';
import { noticesEntities } from '@demarche/notices';
import { PlanDrafting, plansEntities } from '@demarche/plans';
import { progressEntities } from '@demarche/progress';
import { Reminder, remindersEntities, RemindersModule, Sending } from '@demarche/reminders';
import { FIRST_START, Installation, SendingPauses, Store, UnitOfWork } from '@demarche/store';
import type { DatabaseKind } from '../support/database';
import { pause } from '../support/ring-recorder';
import { PrivateRedis } from '../support/redis';
import type { OpenRooms } from '../support/rooms';
import { openStaffedRooms, type Staff } from '../support/staff';
import { In } from 'typeorm';
import { MailSink } from './mail-sink';
import { RingingProcess } from './ringing-process';

const clock = new SystemClock();
const DAY = 86_400_000;
/** Shorter than in life, in the same order: one attempt at a mail ends before its lease does. */
const PACE = { SWEEP_SECONDS: '0.5', LEASE_SECONDS: '4', AMBIGUOUS_HOLD_SECONDS: '2' };
const SMTP_TIMES = '?greeting=3&silence=3&total=3';

/** The side that sets deadlines, and everything a ringing process needs to find them. */
export class ReminderTrial {
  private processes: RingingProcess[] = [];

  readonly sink: MailSink;
  readonly redis: PrivateRedis | null;

  private constructor(
    private readonly open: OpenRooms & { staff: Staff },
    servers: { sink: MailSink; redis: PrivateRedis | null },
    private readonly planId: string,
  ) {
    this.sink = servers.sink;
    this.redis = servers.redis;
  }

  /** On SQLite with the queue inside one process; on PostgreSQL with a Redis of its own. */
  static async open(kind: DatabaseKind): Promise<ReminderTrial> {
    const sink = await MailSink.open();
    const redis = kind === 'postgres' ? await PrivateRedis.start() : null;
    const open = await openStaffedRooms({
      kind,
      at: clock.now(),
      modules: [JobsModule.forRoot({ mode: 'silent' }), DeadlinesModule, RemindersModule],
      entities: [
        ...noticesEntities,
        ...plansEntities,
        ...progressEntities,
        ...deadlinesEntities,
        ...remindersEntities,
      ],
      environment: redis ? { REDIS_URL: redis.url, QUEUE_PREFIX: `f${newId().replaceAll('-', '')}` } : {},
    });
    const plan = { countryId: 'TJK', cycleId: '2009', placementReason: 'commitments' } as const;
    const { id } = await open.rooms.get(PlanDrafting).create(open.staff.desk, plan);
    const { rooms } = open;
    // A worker waits until the web process has said that the first start is over.
    await rooms.get(UnitOfWork).run(() => rooms.get(Installation).keep(FIRST_START, clock.now()));
    return new ReminderTrial(open, { sink, redis }, id);
  }

  /** Sets deadlines that are late already, so that each owes two mails at once: to its owner and to the manager. */
  async owe(deadlines: number): Promise<void> {
    this.open.clock.set(clock.now());
    const late = localDateOf(plusMilliseconds(clock.now(), -14 * DAY), 'Asia/Dushanbe');
    for (let count = 0; count < deadlines; count += 1)
      await this.open.rooms.get(Deadlines).set(this.open.staff.desk, {
        planId: this.planId,
        kind: 'other',
        title: `Owed ${count}`,
        statutoryOn: late,
        // The trial lives today, beside a plan of the example's year.
        sure: true,
        ownerId: this.open.staff.post.userId,
      });
  }

  /** Makes every open row fall due only after a while, as if its bell were already waiting in the queue. */
  async postpone(milliseconds: number): Promise<void> {
    const dueAt = plusMilliseconds(clock.now(), milliseconds);
    await this.open.rooms
      .get(UnitOfWork)
      .run(({ manager }) =>
        manager.update(
          Reminder,
          { state: In(['planned', 'queued']) },
          { state: 'queued', dueAt, nextAt: dueAt },
        ),
      );
  }

  /** The address of the database on PostgreSQL; empty on SQLite. */
  get databaseUrl(): string {
    return this.open.database.settings.databaseUrl ?? '';
  }

  /** Starts a process that rings, with other settings where some are given; those of a clock go to `wrong-clock.cjs`. */
  ring(settingsOfItsOwn: Record<string, string> = {}): RingingProcess {
    const { settings } = this.open.database;
    const place: Record<string, string> = this.redis
      ? {
          DATABASE_URL: this.databaseUrl,
          REDIS_URL: this.redis.url,
          QUEUE_PREFIX: settings.queuePrefix,
        }
      : {};
    const mail = { SMTP_URL: this.sink.url(SMTP_TIMES), MAIL_FROM: 'notes@example.test' };
    const shared = { NODE_ENV: 'test', LOG_LEVEL: 'warn', VAR_FOLDER: settings.varFolder };
    const ringing = RingingProcess.start(this.redis ? 'worker' : 'embedded', {
      ...shared,
      ...place,
      ...mail,
      ...PACE,
      ...settingsOfItsOwn,
    });
    this.processes.push(ringing);
    return ringing;
  }

  get pauses(): SendingPauses {
    return this.open.rooms.get(SendingPauses);
  }

  /** Confirms the time, as a manager does on the page. */
  async confirmTime(): Promise<void> {
    await this.open.rooms.get(Sending).resume(this.open.staff.manager);
  }

  rows(): Promise<Reminder[]> {
    return this.open.rooms.get(Store).reads.find(Reminder);
  }

  /** How many rows stand in each state, those skipped when they were planned left out. */
  async tally(): Promise<Record<string, number>> {
    const tally: Record<string, number> = {};
    for (const { state } of await this.rows())
      if (state !== 'skipped') tally[state] = (tally[state] ?? 0) + 1;
    return tally;
  }

  /** Waits until something holds; the message of the failure shows the ledger and what the processes printed. */
  async until(what: string, holds: () => boolean | Promise<boolean>, withinMs = 30_000): Promise<void> {
    const end = performance.now() + withinMs;
    while (!(await holds())) {
      if (performance.now() > end)
        throw new Error(
          `Not within ${withinMs} ms: ${what}. ${JSON.stringify(await this.tally())} ${this.processes.map(({ output }) => output).join('\n')}`,
        );
      await pause(20);
    }
  }

  untilAllSent(rows: number): Promise<void> {
    return this.until(`${rows} rows are sent`, async () => (await this.tally()).sent === rows, 60_000);
  }

  async close(): Promise<void> {
    await Promise.all(this.processes.map((one) => one.kill()));
    await this.open.close();
    await this.sink.close();
    await this.redis?.stop();
  }
}
