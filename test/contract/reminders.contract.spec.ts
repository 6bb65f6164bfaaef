import { newId } from '@demarche/base';
import { Deadline, Deadlines, deadlinesEntities, DeadlinesModule, referenceOf } from '@demarche/deadlines';
import { JobsModule } from '@demarche/jobs';
import { MailModule } from '@demarche/mail';
import { noticesEntities } from '@demarche/notices';
import { PlanDrafting, Recommendations, plansEntities } from '@demarche/plans';
import { Efforts, progressEntities } from '@demarche/progress';
import { BellModule, Reminder, remindersEntities, RemindersModule } from '@demarche/reminders';
import { Store } from '@demarche/store';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { MailSink } from '../faults/mail-sink';
import { DATABASES, type DatabaseKind } from '../support/database';
import { pause } from '../support/ring-recorder';
import { PrivateRedis, redisUrlOfTheRun } from '../support/redis';
import type { OpenRooms } from '../support/rooms';
import { openStaffedRooms, type Staff } from '../support/staff';

type House = OpenRooms & { staff: Staff; sink: MailSink; planId: string };

const LATE = '2009-10-12';
const SELDOM = '3600';

jest.setTimeout(60_000);

async function openApplication(kind: DatabaseKind, environment: Record<string, string>): Promise<House> {
  const sink = await MailSink.open();
  const open = await openStaffedRooms({
    kind,
    modules: [JobsModule.forRoot({ mode: 'ring' }), MailModule, DeadlinesModule, RemindersModule, BellModule],
    entities: [
      ...noticesEntities,
      ...plansEntities,
      ...progressEntities,
      ...deadlinesEntities,
      ...remindersEntities,
    ],
    environment: {
      SMTP_URL: sink.url(),
      QUEUE_PREFIX: `t${newId().replaceAll('-', '')}`,
      SWEEP_SECONDS: SELDOM,
      ...environment,
    },
  });
  const plan = { countryId: 'TJK', cycleId: '2009', placementReason: 'commitments' } as const;
  const { id: planId } = await open.rooms.get(PlanDrafting).create(open.staff.desk, plan);
  const close = async () => {
    await open.close();
    await sink.close();
  };
  return { ...open, sink, planId, close };
}

function setDeadline(
  house: House,
  changes: { statutoryOn: string; recommendationId?: string },
): Promise<Deadline> {
  const kind = changes.recommendationId ? 'recommendation' : 'other';
  const owner = { ownerId: house.staff.post.userId, title: 'Owed', kind } as const;
  return house.rooms.get(Deadlines).set(house.staff.desk, { planId: house.planId, ...owner, ...changes });
}

async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  withinMs = 15_000,
): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`It did not come to pass that ${what}.`);
    await pause(25);
  }
}

const inState = (house: House, state: Reminder['state']) =>
  house.rooms.get(Store).reads.countBy(Reminder, { state });

const BELLS = [
  { queue: 'embedded', environment: (): Record<string, string> => ({}) },
  { queue: 'bullmq', environment: (): Record<string, string> => ({ REDIS_URL: redisUrlOfTheRun() }) },
];
const HOUSES = DATABASES.flatMap((kind) => BELLS.map((bells) => ({ kind, ...bells })));

describe.each(HOUSES)('reminders on $kind with the $queue queue', ({ kind, environment }) => {
  let house: House;
  afterEach(() => house.close());

  it('rings by the bell of the act itself, long before any sweep', async () => {
    house = await openApplication(kind, environment());
    await setDeadline(house, { statutoryOn: LATE });
    await until('owner and manager were told', () => house.sink.mails.length === 2);
    await pause(300);
    expect(house.sink.mails.map(({ to }) => to).sort()).toEqual([
      'manager@example.test',
      'post@example.test',
    ]);
    await until('both rows are settled', async () => (await inState(house, 'sent')) === 2);
  });

  it('finds by its sweep what fell due without a bell', async () => {
    house = await openApplication(kind, { ...environment(), SWEEP_SECONDS: '0.3' });
    const { id } = await setDeadline(house, { statutoryOn: '2009-11-30' });
    house.clock.set('2009-11-16T04:00:00.000Z');
    await until('the step was sent', async () => (await inState(house, 'sent')) === 1);
    // Nobody said that the title may travel by mail, so the reference stands for it.
    const what = `deadline (reference ${referenceOf(id)})`;
    expect(house.sink.mails[0]?.subject).toBe(`Tajikistan: ${what} due Mon 30 Nov (9 working days)`);
  });

  it('marks what falls due within a day as queued, and leaves what is further off', async () => {
    house = await openApplication(kind, { ...environment(), SWEEP_SECONDS: '0.3' });
    await setDeadline(house, { statutoryOn: '2009-11-15' });
    await until('one bell is set', async () => (await inState(house, 'queued')) === 1);
    expect(await inState(house, 'planned')).toBe(3);
    expect(house.sink.mails).toHaveLength(0);
  });

  it('sends a hundred due reminders once each although they are rung twice', async () => {
    house = await openApplication(kind, { ...environment(), SWEEP_SECONDS: '0.2' });
    for (let count = 0; count < 50; count += 1) await setDeadline(house, { statutoryOn: LATE });
    await until('all are settled', async () => (await inState(house, 'sent')) === 100, 40_000);
    const counts = [...house.sink.deliveries().values()];
    expect(counts).toHaveLength(100);
    expect(Math.max(...counts)).toBe(1);
  });

  it('cancels in the same act what a dropped recommendation or a completing effort no longer owes', async () => {
    house = await openApplication(kind, environment());
    const { desk, post } = house.staff;
    const recommendations = house.rooms.get(Recommendations);
    const wording = { planId: house.planId, priority: 'other', pillar: 'prosecution', note: null } as const;
    const [dropped, done] = await Promise.all(
      ['Train judges.', 'Open a shelter.'].map((text) => recommendations.add(desk, { ...wording, text })),
    );
    for (const { id } of [dropped, done] as { id: string }[])
      await setDeadline(house, { statutoryOn: '2009-12-11', recommendationId: id });
    await recommendations.drop(desk, {
      id: dropped?.id ?? '',
      version: 1,
      reason: 'Not asked for any more.',
    });
    expect(await inState(house, 'cancelled')).toBe(5);
    await house.rooms.get(Efforts).record(post, {
      planId: house.planId,
      recommendationIds: [done?.id ?? ''],
      completes: [done?.id ?? ''],
      happenedOn: '2009-11-02',
      ranBy: 'government',
      text: 'A shelter was opened.',
    });
    expect(await inState(house, 'cancelled')).toBe(10);
    expect(await inState(house, 'planned')).toBe(0);
  });

  it('shows no drift between its entities and its tables', async () => {
    house = await openApplication(kind, environment());
    const writer = house.rooms.get<DataSource>(getDataSourceToken());
    const { upQueries } = await writer.driver.createSchemaBuilder().log();
    const ours = upQueries.filter(({ query }) => /"(deadlines|reminders)"/.test(query));
    expect(ours).toEqual([]);
  });
});

describe.each(DATABASES)('acts on %s while Redis is away', (kind) => {
  it('are kept and answered at once, and their reminders ring when it is back', async () => {
    const redis = await PrivateRedis.start();
    const house = await openApplication(kind, { REDIS_URL: redis.url, SWEEP_SECONDS: '0.5' });
    try {
      await redis.kill();
      const started = performance.now();
      for (let count = 0; count < 20; count += 1) await setDeadline(house, { statutoryOn: LATE });
      expect(performance.now() - started).toBeLessThan(5_000);
      expect(await house.rooms.get(Store).reads.count(Deadline)).toBe(20);
      expect(house.sink.mails).toHaveLength(0);
      await redis.revive();
      await until('all are settled', async () => (await inState(house, 'sent')) === 40, 40_000);
      expect(Math.max(...house.sink.deliveries().values())).toBe(1);
    } finally {
      await house.close();
      await redis.stop();
    }
  });
});
