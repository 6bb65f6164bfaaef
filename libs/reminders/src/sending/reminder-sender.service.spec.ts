import { Accounts } from '@demarche/access';
import { Deadline, type Deadlines, referenceOf } from '@demarche/deadlines';
import { MailModule } from '@demarche/mail';
import { Notices } from '@demarche/notices';
import { Store, UnitOfWork } from '@demarche/store';
import { MailSink } from '../../../../test/faults/mail-sink';
import {
  forgetDeadlines,
  openReminderRooms,
  type ReminderRooms,
} from '../../../../test/support/reminder-rooms';
import { PRACTICE_MORNING } from '../../../../test/support/rooms';
import { statementsOf } from '../../../../test/support/statements';
import { BellModule } from '../bell.module';
import { Reminder } from '../ledger/reminder.entity';
import { ReminderRepository } from '../ledger/reminder.repository';
import { ReminderClaims } from './reminder-claims.service';
import { ReminderOutcomes } from './reminder-outcomes.service';
import { ReminderSender } from './reminder-sender.service';

const FIRST_DUE = '2009-11-05T04:00:00.000Z';
const LEASE_SECONDS = 120;
const HOLD_SECONDS = 600;

let open: ReminderRooms;
let sink: MailSink;
let deadlines: Deadlines;
let deadline: Deadline;

beforeAll(async () => {
  sink = await MailSink.open();
  open = await openReminderRooms({
    modules: [MailModule, BellModule],
    environment: {
      SMTP_URL: sink.url('?silence=1&total=5'),
      PUBLIC_URL: 'https://demarche.example',
      MAIL_FROM: 'Demarche <notes@example.test>',
      LEASE_SECONDS: String(LEASE_SECONDS),
      AMBIGUOUS_HOLD_SECONDS: String(HOLD_SECONDS),
    },
  });
  deadlines = open.deadlines;
});
beforeEach(async () => {
  sink.forget();
  open.clock.set(PRACTICE_MORNING);
  await forgetDeadlines(open);
  deadline = await deadlines.set(open.staff.desk, {
    planId: open.planId,
    kind: 'post-report',
    title: 'What the minister asked us to keep to ourselves',
    statutoryOn: '2009-11-15',
    ownerId: open.staff.post.userId,
  });
});
afterAll(async () => {
  await open.close();
  await sink.close();
});

const port = () => Number(new URL(open.database.settings.smtpUrl ?? '').port);

const what = () => `progress report of the post (reference ${referenceOf(deadline.id)})`;

async function ringWhatIsDue(): Promise<void> {
  const reminders = open.rooms.get(ReminderRepository);
  const due = await reminders.dueBy(open.clock.now(), null, 100);
  const expired = await reminders.expiredBy(open.clock.now(), 100);
  for (const { id } of [...expired, ...due]) await open.rooms.get(ReminderSender).ring(id);
}

const rowOf = async (step: string): Promise<Reminder> => {
  const where = { deadlineId: deadline.id, deadlineVersion: deadline.version, step, role: 'owner' };
  return open.rooms.get(Store).reads.findOneByOrFail(Reminder, where as never);
};

/** What a sender leaves behind that dies at a certain place. */
async function dieAfter(place: 'claim' | 'handover'): Promise<void> {
  const claims = open.rooms.get(ReminderClaims);
  const taken = await claims.take((await rowOf('five-days')).id);
  if (taken.kind !== 'claimed') throw new Error('There was nothing to claim.');
  if (place === 'handover') expect(await claims.handOver(taken.claim)).toBe('go');
}

describe('ringing a reminder', () => {
  it('does nothing before it is due', async () => {
    await open.rooms.get(ReminderSender).ring((await rowOf('five-days')).id);
    expect(sink.connections).toBe(0);
    expect(await rowOf('five-days')).toMatchObject({ state: 'planned', attempt: 0 });
  });

  it('names the step, the title where it may be quoted, who set the day, and the year where it is another', async () => {
    const owner = { ownerId: open.staff.post.userId, postId: 'DUSHANBE' } as const;
    const day = { planId: open.planId, kind: 'other', statutoryOn: '2010-01-10' } as const;
    for (const title of ['Send the statistics', 'Send the names of judges'])
      await deadlines.set(open.staff.desk, {
        ...day,
        ...owner,
        title,
        quoteTitleInMail: true,
        nature: 'instructed',
      });
    open.clock.set('2009-12-31T04:00:00.000Z');
    await ringWhatIsDue();
    const mails = sink.mails.filter(({ subject }) => subject.includes('Send the'));
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      'Tajikistan: Send the names of judges due Fri 8 Jan 2010 (5 working days)',
      'Tajikistan: Send the names of judges due Fri 8 Jan 2010 (5 working days)',
      'Tajikistan: Send the statistics due Fri 8 Jan 2010 (5 working days)',
      'Tajikistan: Send the statistics due Fri 8 Jan 2010 (5 working days)',
    ]);
    expect(mails.some(({ text }) => text.includes('Step: 5 working days before.'))).toBe(true);
    expect(mails[0]?.text).toContain('The date instructed, Sun 10 Jan 2010, falls when offices are closed.');
  });

  it('sends what, by when and where to go, and nothing that a person typed', async () => {
    open.clock.set(FIRST_DUE);
    await ringWhatIsDue();
    expect(sink.mails).toHaveLength(1);
    const [mail] = sink.mails;
    expect(mail?.subject).toBe(`Tajikistan: ${what()} due Fri 13 Nov (5 working days)`);
    expect(mail?.to).toBe('post@example.test');
    const lines = mail?.text.trim().split('\n') ?? [];
    expect(lines).toHaveLength(5);
    expect(lines.join(' ')).toContain('Sun 15 Nov 2009');
    expect(lines.filter((line) => line.includes('://'))).toEqual([
      `https://demarche.example/deadlines/${deadline.id}`,
    ]);
    expect(mail?.text).not.toContain('minister');
  });

  it('keeps what the server said, tells the reader on screen, and leaves one entry in the trail', async () => {
    open.clock.set(FIRST_DUE);
    await ringWhatIsDue();
    expect(await rowOf('five-days')).toMatchObject({
      state: 'sent',
      sentAt: FIRST_DUE,
      bodyHandedAt: FIRST_DUE,
      response: expect.stringMatching(/^250/),
      attempt: 1,
      nextAt: null,
      leaseUntil: null,
      token: null,
    });
    const notices = await open.rooms.get(Notices).of(open.staff.post);
    expect(notices.map(({ text, link }) => [text, link])).toEqual([
      [`Tajikistan: ${what()} due Fri 13 Nov (5 working days)`, `/deadlines/${deadline.id}`],
    ]);
    const trail = await open.rooms
      .get(Store)
      .reads.query(`SELECT action FROM "auditEntries" ORDER BY seq DESC`);
    expect(trail[0]).toEqual({ action: 'reminder.sent' });
  });

  it('says how late it is, to the owner and to the manager, each once', async () => {
    for (const due of [FIRST_DUE, '2009-11-12T04:00:00.000Z', '2009-11-16T04:00:00.000Z']) {
      open.clock.set(due);
      await ringWhatIsDue();
      await ringWhatIsDue();
    }
    expect(sink.mails.map(({ subject }) => subject)[1]).toContain('due Fri 13 Nov (1 working day)');
    const overdue = sink.mails.filter(({ subject }) => subject.includes('late'));
    expect(overdue.map(({ to, subject }) => [to, subject]).sort()).toEqual([
      ['manager@example.test', `Tajikistan: ${what()} was due Fri 13 Nov (1 working day late)`],
      ['post@example.test', `Tajikistan: ${what()} was due Fri 13 Nov (1 working day late)`],
    ]);
    const toManager = overdue.find(({ to }) => to.startsWith('manager'));
    expect(toManager?.text).toContain('you are told as a manager');
  });

  it('mails no backlog for what was late when it was set: one mail each, although weeks have passed', async () => {
    const late = {
      planId: deadline.subjectId,
      kind: 'other',
      title: 'Old',
      statutoryOn: '2009-10-12',
    } as const;
    await deadlines.set(open.staff.desk, { ...late, ownerId: open.staff.post.userId });
    await ringWhatIsDue();
    await ringWhatIsDue();
    expect(sink.mails.map(({ to }) => to).sort()).toEqual(['manager@example.test', 'post@example.test']);
  });
});

describe('a claim', () => {
  beforeEach(() => open.clock.set(FIRST_DUE));

  it('has one winner of twenty that try at once', async () => {
    const { id } = await rowOf('five-days');
    const claims = open.rooms.get(ReminderClaims);
    const found = await Promise.all(Array.from({ length: 20 }, () => claims.take(id)));
    expect(found.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
    expect(await rowOf('five-days')).toMatchObject({ state: 'sending', attempt: 1 });
  });

  it('keeps twenty senders from sending more than one mail', async () => {
    const { id } = await rowOf('five-days');
    const sender = open.rooms.get(ReminderSender);
    await Promise.all(Array.from({ length: 20 }, () => sender.ring(id)));
    expect(sink.mails).toHaveLength(1);
  });

  it('holds until its lease is over; then the row is sent again, as nothing had left', async () => {
    await dieAfter('claim');
    open.clock.advance((LEASE_SECONDS - 1) * 1_000);
    await ringWhatIsDue();
    expect(sink.mails).toHaveLength(0);
    open.clock.advance(1_000);
    await ringWhatIsDue();
    expect(sink.mails).toHaveLength(1);
    expect(await rowOf('five-days')).toMatchObject({ state: 'sent', attempt: 2, wasUnanswered: false });
  });

  it('lost to another keeps its body back', async () => {
    const claims = open.rooms.get(ReminderClaims);
    const first = await claims.take((await rowOf('five-days')).id);
    open.clock.advance(LEASE_SECONDS * 1_000);
    await ringWhatIsDue();
    if (first.kind !== 'claimed') throw new Error('There was nothing to claim.');
    expect(await claims.handOver(first.claim)).toBe('lost');
    expect(sink.mails).toHaveLength(1);
  });

  it('is not taken over while its holder hands the body over in the last moment', async () => {
    const claims = open.rooms.get(ReminderClaims);
    const { id } = await rowOf('five-days');
    const first = await claims.take(id);
    if (first.kind !== 'claimed') throw new Error('There was nothing to claim.');
    open.clock.advance(LEASE_SECONDS * 1_000);
    const [taken, handed] = await Promise.all([claims.take(id), claims.handOver(first.claim)]);
    expect([taken.kind, handed]).toContainEqual(handed === 'go' ? 'nothing' : 'claimed');
  });
});

describe('a body that left without an answer', () => {
  beforeEach(() => open.clock.set(FIRST_DUE));

  it('is held, sent once more under the same Message-ID, and never a third time', async () => {
    sink.mood = 'swallow';
    await ringWhatIsDue();
    expect(await rowOf('five-days')).toMatchObject({
      state: 'unknown',
      wasUnanswered: true,
      reason: 'unanswered',
    });
    open.clock.advance((HOLD_SECONDS - 1) * 1_000);
    await ringWhatIsDue();
    expect(sink.mails).toHaveLength(1);
    open.clock.advance(1_000);
    await ringWhatIsDue();
    expect(sink.mails).toHaveLength(2);
    expect(await rowOf('five-days')).toMatchObject({ state: 'failed', reason: 'unanswered-twice' });
    open.clock.advance(48 * 3_600_000);
    await ringWhatIsDue();
    expect([...sink.deliveries().values()]).toEqual([2]);
    expect((await open.rooms.get(Notices).of(open.staff.manager))[0]?.text).toContain(
      'may not have reached Pat',
    );
  });

  it('ends as sent when the second copy is answered', async () => {
    sink.mood = 'swallow';
    await ringWhatIsDue();
    sink.mood = 'accept';
    open.clock.advance(HOLD_SECONDS * 1_000);
    await ringWhatIsDue();
    expect(await rowOf('five-days')).toMatchObject({ state: 'sent', wasUnanswered: true });
    expect(sink.mails).toHaveLength(2);
  });

  it('is found by the lease when its sender died with it', async () => {
    await dieAfter('handover');
    open.clock.advance(LEASE_SECONDS * 1_000);
    await ringWhatIsDue();
    expect(sink.mails).toHaveLength(0);
    expect(await rowOf('five-days')).toMatchObject({ state: 'unknown', wasUnanswered: true });
    open.clock.advance(HOLD_SECONDS * 1_000);
    await ringWhatIsDue();
    expect(sink.mails).toHaveLength(1);
    expect(await rowOf('five-days')).toMatchObject({ state: 'sent' });
  });

  it('ends as sent when its answer comes late but before anybody sent it again', async () => {
    const claims = open.rooms.get(ReminderClaims);
    const taken = await claims.take((await rowOf('five-days')).id);
    if (taken.kind !== 'claimed') throw new Error('There was nothing to claim.');
    await claims.handOver(taken.claim);
    open.clock.advance(LEASE_SECONDS * 1_000);
    await ringWhatIsDue();
    expect((await rowOf('five-days')).state).toBe('unknown');
    const answer = { kind: 'accepted', response: '250 at last' } as const;
    await open.rooms.get(ReminderOutcomes).settle({ claim: taken.claim, delivery: answer, subject: '' });
    open.clock.advance(HOLD_SECONDS * 1_000);
    await ringWhatIsDue();
    expect(await rowOf('five-days')).toMatchObject({ state: 'sent', response: '250 at last' });
    expect(sink.mails).toHaveLength(0);
  });

  it('counts no second time when the sender of the second copy dies before its body leaves', async () => {
    sink.mood = 'swallow';
    await ringWhatIsDue();
    open.clock.advance(HOLD_SECONDS * 1_000);
    await dieAfter('claim');
    sink.mood = 'accept';
    open.clock.advance(LEASE_SECONDS * 1_000);
    await ringWhatIsDue();
    expect(await rowOf('five-days')).toMatchObject({ state: 'sent', attempt: 3 });
    expect(sink.mails).toHaveLength(2);
  });
});

describe('a mail that nobody takes', () => {
  beforeEach(() => open.clock.set(FIRST_DUE));

  it.each([
    ['later', 'try-later', /^451/],
    ['later-after-text', 'try-later', /^451/],
  ] as const)('is put off when the server says %s', async (mood, reason, response) => {
    sink.mood = mood;
    await ringWhatIsDue();
    const row = await rowOf('five-days');
    expect(row).toMatchObject({ state: 'deferred', reason, response: expect.stringMatching(response) });
    sink.mood = 'accept';
    open.clock.set(row.nextAt ?? '');
    await ringWhatIsDue();
    expect(await rowOf('five-days')).toMatchObject({ state: 'sent', attempt: 2, wasUnanswered: false });
  });

  it('is put off when there is no server', async () => {
    await sink.close();
    await ringWhatIsDue();
    expect(await rowOf('five-days')).toMatchObject({
      state: 'deferred',
      reason: 'no-connection',
      bodyHandedAt: null,
    });
    sink = await MailSink.open(port());
  });

  it('goes out with the first mail that shows the server to be back, not hours later', async () => {
    await sink.close();
    for (let rings = 0; rings < 6; rings += 1) {
      await ringWhatIsDue();
      open.clock.set((await rowOf('five-days')).nextAt ?? '');
    }
    await ringWhatIsDue();
    sink = await MailSink.open(port());
    const late = {
      planId: deadline.subjectId,
      kind: 'other',
      title: 'Late',
      statutoryOn: '2009-10-12',
    } as const;
    await deadlines.set(open.staff.desk, { ...late, ownerId: open.staff.manager.userId });
    await ringWhatIsDue();
    expect((await rowOf('five-days')).state).toBe('deferred');
    await ringWhatIsDue();
    expect(await rowOf('five-days')).toMatchObject({ state: 'sent', wasUnanswered: false });
    expect(sink.mails).toHaveLength(2);
  });

  it('is given up after a day, where managers see it', async () => {
    sink.mood = 'later';
    const started = open.clock.now();
    for (let rings = 0; rings < 40; rings += 1) {
      await ringWhatIsDue();
      const { state, nextAt } = await rowOf('five-days');
      if (state === 'failed') break;
      open.clock.set(nextAt ?? '');
    }
    expect(await rowOf('five-days')).toMatchObject({ state: 'failed', reason: 'gave-up' });
    expect(Date.parse(open.clock.now()) - Date.parse(started)).toBe(24 * 3_600_000);
    expect((await open.rooms.get(Notices).of(open.staff.manager))[0]?.text).toContain(
      'did not reach Pat Dushanbe',
    );
  });

  it('fails at once when the server refuses for good, and managers are told', async () => {
    sink.mood = 'refuse';
    await ringWhatIsDue();
    expect(await rowOf('five-days')).toMatchObject({ state: 'failed', reason: 'refused', nextAt: null });
    expect(await open.rooms.get(Notices).unreadCount(open.staff.manager)).toBe(1);
    expect(await open.rooms.get(Notices).unreadCount(open.staff.post)).toBe(0);
  });

  it('is not sent once the account of its reader is closed, and is owed again when it is opened', async () => {
    const accounts = open.rooms.get(Accounts);
    await accounts.close(open.staff.administrator, open.staff.post.userId);
    await ringWhatIsDue();
    expect(await rowOf('five-days')).toMatchObject({ state: 'cancelled', reason: 'account-closed' });
    expect(await rowOf('one-day')).toMatchObject({ state: 'cancelled', reason: 'account-closed' });
    expect(sink.connections).toBe(0);
    await accounts.reopen(open.staff.administrator, open.staff.post.userId);
    expect(await rowOf('five-days')).toMatchObject({ state: 'cancelled', reason: 'account-closed' });
    expect(await rowOf('one-day')).toMatchObject({ state: 'planned', reason: null });
    open.clock.set('2009-11-12T04:00:00.000Z');
    await ringWhatIsDue();
    expect(sink.mails.map(({ to }) => to)).toEqual(['post@example.test']);
  });

  it('keeps the body back when the account of its reader is closed meanwhile', async () => {
    const claims = open.rooms.get(ReminderClaims);
    const taken = await claims.take((await rowOf('five-days')).id);
    if (taken.kind !== 'claimed') throw new Error('There was nothing to claim.');
    const accounts = open.rooms.get(Accounts);
    await accounts.close(open.staff.administrator, open.staff.post.userId);
    expect(await claims.handOver(taken.claim)).toBe('lost');
    await accounts.reopen(open.staff.administrator, open.staff.post.userId);
  });

  it('fails without a connection where it is still owed to an account that is closed', async () => {
    const accounts = open.rooms.get(Accounts);
    const { administrator, post } = open.staff;
    await accounts.close(administrator, post.userId);
    const { id, dueAt } = await rowOf('five-days');
    const owed = { state: 'planned', reason: null, nextAt: dueAt } as const;
    await open.rooms.get(UnitOfWork).run(({ manager }) => manager.update(Reminder, { id }, owed));
    await ringWhatIsDue();
    await accounts.reopen(administrator, post.userId);
    expect(await rowOf('five-days')).toMatchObject({ state: 'failed', reason: 'no-recipient' });
    expect(sink.connections).toBe(0);
  });
});

describe('a deadline that changes while its reminder is being sent', () => {
  beforeEach(() => open.clock.set(FIRST_DUE));

  it.each(['met', 'moved'] as const)('keeps the body back when it was %s in time', async (change) => {
    const claims = open.rooms.get(ReminderClaims);
    const taken = await claims.take((await rowOf('five-days')).id);
    if (taken.kind !== 'claimed') throw new Error('There was nothing to claim.');
    const seen = { id: deadline.id, version: 1 };
    if (change === 'met') await deadlines.meet(open.staff.post, { ...seen, on: '2009-11-05' });
    else await deadlines.move(open.staff.desk, { ...seen, statutoryOn: '2009-11-20' });
    expect(await claims.handOver(taken.claim)).not.toBe('go');
    expect(await rowOf('five-days')).toMatchObject({ state: 'cancelled', reason: change });
  });

  it('keeps the body back even where the cancelling was missed', async () => {
    await open.rooms
      .get(UnitOfWork)
      .run(({ manager }) => manager.update(Deadline, { id: deadline.id }, { version: 9 }));
    await ringWhatIsDue();
    expect(sink.mails).toHaveLength(0);
    expect(await rowOf('five-days')).toMatchObject({ state: 'cancelled', reason: 'overtaken' });
  });

  it('leaves a body that had left before to its answer', async () => {
    const claims = open.rooms.get(ReminderClaims);
    const taken = await claims.take((await rowOf('five-days')).id);
    if (taken.kind !== 'claimed') throw new Error('There was nothing to claim.');
    await claims.handOver(taken.claim);
    await deadlines.meet(open.staff.post, { id: deadline.id, version: 1, on: '2009-11-05' });
    expect(await rowOf('five-days')).toMatchObject({ state: 'sending', bodyHandedAt: FIRST_DUE });
  });

  it('is not sent once more from the hold after it was met', async () => {
    sink.mood = 'swallow';
    await ringWhatIsDue();
    await deadlines.meet(open.staff.post, { id: deadline.id, version: 1, on: '2009-11-05' });
    open.clock.advance(HOLD_SECONDS * 1_000);
    await ringWhatIsDue();
    expect(sink.mails).toHaveLength(1);
    expect(await rowOf('five-days')).toMatchObject({
      state: 'cancelled',
      reason: 'met',
      wasUnanswered: true,
    });
  });
});

describe('many that are due at once', () => {
  it('cost at most ten statements each, from the claim to the entry in the trail', async () => {
    for (let more = 0; more < 9; more += 1)
      await deadlines.set(open.staff.desk, {
        planId: open.planId,
        kind: 'other',
        title: `Late ${more}`,
        statutoryOn: '2009-10-12',
        ownerId: open.staff.post.userId,
      });
    const due = await open.rooms.get(ReminderRepository).dueBy(open.clock.now(), null, 100);
    const sender = open.rooms.get(ReminderSender);
    const { statements } = await statementsOf(open.rooms, () =>
      Promise.all(due.map(({ id }) => sender.ring(id))),
    );
    expect(sink.mails).toHaveLength(18);
    expect(statements.length / due.length).toBeLessThanOrEqual(10);
  });
});

describe('a clock that jumps back', () => {
  it('sends nothing twice', async () => {
    open.clock.set('2009-11-12T04:00:00.000Z');
    await ringWhatIsDue();
    const sent = sink.mails.length;
    open.clock.set('2009-11-05T04:00:00.000Z');
    await ringWhatIsDue();
    open.clock.set('2009-11-12T05:00:00.000Z');
    await ringWhatIsDue();
    expect(sent).toBe(2);
    expect(sink.mails).toHaveLength(sent);
  });
});
