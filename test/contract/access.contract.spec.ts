import {
  accessEntities,
  AccessModule,
  Accounts,
  Actor,
  Acts,
  Audit,
  type Caller,
  Keys,
  LinkSignIn,
  OtherContent,
  OwnPassword,
  type PasswordChange,
  Sessions,
  SignIn,
  SYSTEM_ACTOR,
  Trail,
  Unconfirmed,
  Users,
} from '@demarche/access';
import { Forbidden, Invalid, newId, NotFound, TooMany } from '@demarche/base';
import { registerEntities } from '@demarche/register';
import { Installation, Store, UnitOfWork } from '@demarche/store';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { DATABASES } from '../support/database';
import { type OpenRooms, openRooms } from '../support/rooms';

const verified = { count: 0 };

// The hasher itself is counted, not replaced: how often it was asked is what a burst of guesses is measured by.
jest.mock('@node-rs/argon2', () => {
  const hasher = jest.requireActual<typeof import('@node-rs/argon2')>('@node-rs/argon2');
  return {
    ...hasher,
    verify: (...asked: Parameters<typeof hasher.verify>) => {
      verified.count += 1;
      return hasher.verify(...asked);
    },
  };
});

const OFFICER = new Actor({ userId: 'u1', name: 'An Officer', role: 'desk-officer', postIds: [] });
const DRAFT = { permission: 'draft-plan', action: 'plan.create' } as const;

const at = (address: string) => ({ address, knownMarks: [], session: null });

describe.each(DATABASES)('access on %s', (kind) => {
  let open: OpenRooms;
  let acts: Acts;
  let audit: Audit;
  let installation: Installation;

  beforeEach(async () => {
    open = await openRooms({
      kind,
      modules: [AccessModule],
      entities: [...accessEntities, ...registerEntities],
    });
    acts = open.rooms.get(Acts);
    audit = open.rooms.get(Audit);
    installation = open.rooms.get(Installation);
  });
  afterEach(() => open.close());

  const raw = (sql: string) => open.rooms.get<DataSource>(getDataSourceToken()).query(sql);
  const act = (name: string) =>
    acts.perform(OFFICER, DRAFT, async (_unit, note) => {
      await installation.keep(name, 'x');
      note.about('plan', name);
      return { name };
    });

  describe('an act', () => {
    it('numbers a hundred acts at once without a gap, and the chain holds', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 100 }, (_, index) =>
          index % 10 === 0
            ? acts.perform(OFFICER, DRAFT, async () => {
                throw new Error('no');
              })
            : act(`plan-${index}`),
        ),
      );
      expect(outcomes.filter((outcome) => outcome.status === 'rejected')).toHaveLength(10);
      expect(await audit.verify()).toMatchObject({ entries: 90, fault: null });
    });

    it('is refused without the permission, and leaves nothing', async () => {
      const clearer = new Actor({ userId: 'u2', name: 'A Clearer', role: 'clearer', postIds: [] });
      await expect(acts.perform(clearer, DRAFT, async () => 'x')).rejects.toBeInstanceOf(Forbidden);
      expect(await audit.verify()).toMatchObject({ entries: 0, fault: null });
    });

    it('sent twice has one effect, and both copies get the first result', async () => {
      let effects = 0;
      const copy = () =>
        acts.perform(OFFICER.submitting('form-1'), DRAFT, async () => {
          effects += 1;
          await installation.keep(`effect-${effects}`, 'x');
          return { id: `made-${effects}` };
        });
      const results = await Promise.all([copy(), copy(), copy(), copy()]);
      expect(new Set(results.map((result) => result.id)).size).toBe(1);
      expect((await audit.verify()).entries).toBe(1);
      expect(await copy()).toEqual(results[0]);
    });

    it('has one effect each in two hundred pairs sent at once, and in fifty sent again after their answer (F14)', async () => {
      const send = (form: number) =>
        acts.perform(OFFICER.submitting(`pair-${form}`), DRAFT, async (_unit, note) => {
          const id = newId();
          await installation.keep(id, String(form));
          note.about('plan', id);
          return { id };
        });
      const firsts: string[] = [];
      for (let from = 0; from < 200; from += 25) {
        const forms = Array.from({ length: 25 }, (_, place) => from + place);
        const pairs = await Promise.all(forms.map((form) => Promise.all([send(form), send(form)])));
        for (const [one, other] of pairs) expect(other).toEqual(one);
        firsts.push(...pairs.map(([{ id }]) => id));
      }
      for (let form = 0; form < 50; form += 1) expect(await send(form)).toEqual({ id: firsts[form] });
      expect(new Set(firsts).size).toBe(200);
      expect(await audit.verify()).toMatchObject({ entries: 200, fault: null });
      for (const [form, id] of firsts.entries()) expect(await installation.fact(id)).toBe(String(form));
    });

    it('is known again by its content too: other content under the same key is told apart, and nothing is lost', async () => {
      const asked = (text: string) => ({ address: 'POST /log', fields: { text, about: ['r1', 'r2'] } });
      const send = (text: string) =>
        acts.perform(OFFICER.submitting('form-4', asked(text)), DRAFT, async (_unit, note) => {
          await installation.keep(text, 'x');
          note.about('plan', text);
          return { id: text };
        });
      expect(await send('with 45 votes')).toEqual({ id: 'with 45 votes' });
      expect(await send('with 45 votes')).toEqual({ id: 'with 45 votes' });
      await expect(send('put off')).rejects.toMatchObject({
        code: 'repeat',
        saved: asked('with 45 votes'),
        sent: asked('put off'),
        result: { id: 'with 45 votes' },
      });
      expect((await audit.verify()).entries).toBe(1);
      const other = acts.perform(
        OFFICER.submitting('form-4', { ...asked('with 45 votes'), address: 'POST /plans/x' }),
        DRAFT,
        async () => 'x',
      );
      await expect(other).rejects.toBeInstanceOf(OtherContent);
    });

    it('has one effect when two contents arrive at once, and the other one hears of it', async () => {
      const send = (text: string) =>
        acts.perform(
          OFFICER.submitting('form-5', { address: 'POST /log', fields: { text } }),
          DRAFT,
          async () => text,
        );
      for (const round of ['a', 'b', 'c', 'd', 'e']) {
        const key = await Promise.allSettled([send(`${round}1`), send(`${round}2`), send(`${round}1`)]);
        const kept = key.filter((one) => one.status === 'fulfilled').length;
        expect(kept).toBeLessThan(3);
        open.clock.advance(25 * 3_600_000);
      }
      expect((await audit.verify()).entries).toBe(5);
    });

    it('is refused to whoever may only look, and leaves nothing', async () => {
      await expect(acts.perform(OFFICER.unconfirmed(), DRAFT, async () => 'x')).rejects.toBeInstanceOf(
        Unconfirmed,
      );
      expect((await audit.verify()).entries).toBe(0);
    });

    it('sent again after it failed is tried again', async () => {
      const failing = acts.perform(OFFICER.submitting('form-2'), DRAFT, async () => {
        throw Invalid.because('name', 'empty', 'Enter a name.');
      });
      await expect(failing).rejects.toBeInstanceOf(Invalid);
      expect(await acts.perform(OFFICER.submitting('form-2'), DRAFT, async () => 'done')).toBe('done');
    });

    it('with the same key by another person is another act', async () => {
      const other = new Actor({ ...OFFICER, userId: 'u9' }).submitting('form-3');
      expect(await acts.perform(OFFICER.submitting('form-3'), DRAFT, async () => 1)).toBe(1);
      expect(await acts.perform(other, DRAFT, async () => 2)).toBe(2);
    });
  });

  describe('what is no change', () => {
    it('stands in the trail when it is witnessed; a reading once an hour for a person and a paper', async () => {
      const trail = open.rooms.get(Trail);
      const read = { action: 'paper.read', subjectKind: 'paper', subjectId: 'p1' };
      await trail.witness(OFFICER, { action: 'export.board', detail: { rows: 4 } });
      for (const person of [OFFICER, OFFICER, SYSTEM_ACTOR]) await trail.witnessHourly(person, read);
      await trail.witnessHourly(OFFICER, { ...read, subjectId: 'p2' });
      open.clock.advance(3_600_001);
      await trail.witnessHourly(OFFICER, read);
      expect((await audit.verify()).entries).toBe(5);
    });
  });

  describe('the trail', () => {
    beforeEach(async () => {
      for (const name of ['a', 'b', 'c', 'd']) await act(name);
    });

    it('cannot be changed or emptied through the database', async () => {
      await expect(raw(`UPDATE "auditEntries" SET action = 'x' WHERE seq = 2`)).rejects.toThrow(
        'kept as they are',
      );
      await expect(raw(`DELETE FROM "auditEntries" WHERE seq = 2`)).rejects.toThrow('kept as they are');
    });

    it.each([
      ['a changed entry', `UPDATE "auditEntries" SET action = 'x' WHERE seq = 2`, 'entry 2 was changed'],
      ['a removed entry', `DELETE FROM "auditEntries" WHERE seq = 2`, 'entry 2 is missing'],
      ['a cut tail', `DELETE FROM "auditEntries" WHERE seq >= 3`, 'entry 3 is missing'],
    ])('shows %s once the guard is taken off', async (_name, sql, fault) => {
      await takeGuardOff();
      await raw(sql);
      expect((await audit.verify()).fault).toContain(fault);
    });

    it('shows a chain rewritten as a whole by its anchor', async () => {
      await audit.anchor();
      await takeGuardOff();
      await raw('DELETE FROM "auditEntries"');
      await raw(`UPDATE "auditHead" SET seq = 0, hash = '${'0'.repeat(64)}'`);
      for (const name of ['e', 'f', 'g', 'h']) await act(name);
      expect((await audit.verify()).fault).toContain('anchored outside');
    });

    async function takeGuardOff() {
      if (kind === 'postgres') return raw('DROP TRIGGER "auditEntriesKept" ON "auditEntries"');
      await raw('DROP TRIGGER "auditEntriesNoUPDATE"');
      return raw('DROP TRIGGER "auditEntriesNoDELETE"');
    }
  });

  describe('signing in', () => {
    const person = {
      email: 'Ana@example.gov',
      name: 'Ana',
      title: 'Officer',
      role: 'manager' as const,
      postIds: [],
    };
    let users: Users;
    let signIn: SignIn;
    let links: LinkSignIn;
    let userId: string;

    beforeEach(async () => {
      users = open.rooms.get(Users);
      signIn = open.rooms.get(SignIn);
      links = open.rooms.get(LinkSignIn);
      userId = await users.create(SYSTEM_ACTOR, { ...person, email: person.email.toLowerCase() });
    });

    it('works once by link, and never after a day', async () => {
      const keys = open.rooms.get(Keys);
      const secret = await keys.issueLink(SYSTEM_ACTOR, userId);
      const session = await links.byLink(secret, at('127.0.0.1'));
      expect((await open.rooms.get(Sessions).present(session.secret))?.actor.name).toBe('Ana');
      await expect(links.byLink(secret, at('127.0.0.1'))).rejects.toBeInstanceOf(Invalid);
      const late = await keys.issueLink(SYSTEM_ACTOR, userId);
      open.clock.advance(25 * 3_600_000);
      await expect(links.byLink(late, at('127.0.0.1'))).rejects.toBeInstanceOf(Invalid);
    });

    describe('by password', () => {
      const RIGHT = 'a long enough phrase';
      const ana = () => new Actor({ userId, name: 'Ana', role: 'manager', postIds: [] });
      const setPassword = (password: string, more: Partial<PasswordChange> = {}) =>
        open.rooms.get(OwnPassword).set(ana(), { password, session: null, ownWords: [], ...more });
      const come = (password: string, caller: Partial<Caller> = {}) =>
        signIn.byPassword({ email: 'ana@example.gov', password }, { ...at('192.0.2.1'), ...caller });

      beforeEach(() => setPassword(RIGHT));

      it('looks at no more than ten of two hundred guesses that come at once', async () => {
        const before = verified.count;
        const outcomes = await Promise.allSettled(Array.from({ length: 200 }, () => come('wrong')));
        const refusals = outcomes.map((one) => (one as PromiseRejectedResult).reason as Error);
        expect(refusals.filter((error) => error instanceof Invalid)).toHaveLength(10);
        expect(refusals.filter((error) => error instanceof TooMany)).toHaveLength(190);
        expect(verified.count - before).toBe(10);
      });

      it('lets nobody’s failures keep out a link or a browser that is known, whatever the address', async () => {
        const { mark } = await come(RIGHT);
        const known = { knownMarks: [mark!], address: '198.51.100.9' };
        for (let count = 0; count < 10; count += 1) await come('wrong').catch(() => undefined);
        await expect(come(RIGHT)).rejects.toMatchObject({ retryAfterSeconds: 30 });
        await expect(come(RIGHT, { address: '198.51.100.9' })).rejects.toBeInstanceOf(TooMany);
        expect((await come(RIGHT, known)).userId).toBe(userId);
        const link = await open.rooms.get(Keys).issueLink(SYSTEM_ACTOR, userId);
        expect((await links.byLink(link, at('192.0.2.1'))).userId).toBe(userId);
      });

      it('makes a known browser wait for its own failures alone', async () => {
        const { mark } = await come(RIGHT);
        const known = { knownMarks: [mark!] };
        for (let count = 0; count < 10; count += 1) await come('wrong', known).catch(() => undefined);
        await expect(come(RIGHT, known)).rejects.toBeInstanceOf(TooMany);
        expect((await come(RIGHT)).userId).toBe(userId);
      });

      it('waits longer each time, and forgets after a quarter of an hour or a sign-in', async () => {
        for (let count = 0; count < 10; count += 1) await come('wrong').catch(() => undefined);
        for (const seconds of [30, 60, 120, 240, 300, 300]) {
          await expect(come('wrong')).rejects.toMatchObject({ retryAfterSeconds: seconds });
          open.clock.advance(seconds * 1_000);
          await expect(come('wrong')).rejects.toBeInstanceOf(Invalid);
        }
        open.clock.advance(300_000);
        expect((await come(RIGHT)).userId).toBe(userId);
        await expect(come('wrong', { address: '192.0.2.2' })).rejects.toBeInstanceOf(Invalid);
        open.clock.advance(15 * 60_000 + 1);
        for (let count = 0; count < 9; count += 1)
          await expect(come('wrong')).rejects.toBeInstanceOf(Invalid);
      });

      it('ends the old session of the same browser, and says so in the trail', async () => {
        const sessions = open.rooms.get(Sessions);
        const first = await come(RIGHT);
        const second = await come(RIGHT, { session: first.secret });
        expect(await sessions.present(first.secret)).toBeNull();
        expect(await sessions.present(second.secret)).not.toBeNull();
        await signIn.signOut(second.secret);
        expect(await sessions.present(second.secret)).toBeNull();
        await come('wrong').catch(() => undefined);
        const told = await raw(`SELECT "action" FROM "auditEntries" ORDER BY "seq"`);
        const actions = (told as { action: string }[]).map(({ action }) => action);
        expect(actions.slice(-4)).toEqual(['session.end', 'session.open', 'session.end', 'session.refuse']);
      });

      it('keeps nothing in clear of a failed sign-in for an unknown account', async () => {
        const stranger = { email: 'hunter2@example.gov', password: 'my real password' };
        await expect(signIn.byPassword(stranger, at('192.0.2.77'))).rejects.toBeInstanceOf(Invalid);
        const rows = await Promise.all(
          ['auditEntries', 'signInWaits'].map((table) => raw(`SELECT * FROM "${table}"`)),
        );
        for (const secret of ['hunter2', 'my real password', '192.0.2.77'])
          expect(JSON.stringify(rows)).not.toContain(secret);
      });

      it('changes the password only for whoever knows the present one, and ends every other way in', async () => {
        const [here, there] = [await come(RIGHT), await come(RIGHT)];
        const token = await open.rooms.get(Keys).issueToken(ana(), { label: 'script', days: 9 });
        const link = await open.rooms.get(Keys).issueLink(SYSTEM_ACTOR, userId);
        const next = 'quiet lamp over seven rivers';
        await expect(setPassword(next)).rejects.toBeInstanceOf(Invalid);
        await expect(setPassword(next, { present: 'wrong' })).rejects.toBeInstanceOf(Invalid);
        const mark = await setPassword(next, { present: RIGHT, session: here.secret });
        const sessions = open.rooms.get(Sessions);
        expect(await sessions.present(here.secret)).not.toBeNull();
        expect(await sessions.present(there.secret)).toBeNull();
        expect(await sessions.presentByToken(token)).toBeNull();
        await expect(links.byLink(link, at('192.0.2.1'))).rejects.toBeInstanceOf(Invalid);
        await expect(come(RIGHT)).rejects.toBeInstanceOf(Invalid);
        expect((await come(next, { knownMarks: [mark!] })).userId).toBe(userId);
      });

      it('lets nobody guess the present password from an open session', async () => {
        for (let count = 0; count < 10; count += 1)
          await setPassword('x', { present: 'wrong' }).catch(() => undefined);
        await expect(setPassword('x', { present: RIGHT })).rejects.toBeInstanceOf(TooMany);
      });

      it('refuses a password that is easy to guess for this person', async () => {
        await expect(
          setPassword('dushanbe dushanbe', { present: RIGHT, ownWords: ['Embassy Dushanbe'] }),
        ).rejects.toBeInstanceOf(Invalid);
      });
    });

    it('ends when idle, and at once when the account is closed', async () => {
      const sessions = open.rooms.get(Sessions);
      const keys = open.rooms.get(Keys);
      const first = await links.byLink(await keys.issueLink(SYSTEM_ACTOR, userId), at('127.0.0.1'));
      open.clock.advance(29 * 60_000);
      expect(await sessions.present(first.secret)).not.toBeNull();
      open.clock.advance(31 * 60_000);
      expect(await sessions.present(first.secret)).toBeNull();
      const second = await links.byLink(await keys.issueLink(SYSTEM_ACTOR, userId), at('127.0.0.1'));
      await open.rooms.get(Accounts).close(SYSTEM_ACTOR, userId);
      expect(await sessions.present(second.secret)).toBeNull();
    });

    it('keeps no secret in the database', async () => {
      const keys = open.rooms.get(Keys);
      const actor = new Actor({ userId, name: 'Ana', role: 'manager', postIds: [], submission: 'form-9' });
      const token = await keys.issueToken(actor, { label: 'script', days: 1 });
      expect((await open.rooms.get(Sessions).presentByToken(token))?.actor.userId).toBe(userId);
      const rows = await Promise.all(
        ['apiTokens', 'submissions', 'auditEntries'].map((table) => raw(`SELECT * FROM "${table}"`)),
      );
      expect(JSON.stringify(rows)).not.toContain(token);
    });

    it('lets nobody revoke another person’s token', async () => {
      const keys = open.rooms.get(Keys);
      const owner = new Actor({ userId, name: 'Ana', role: 'manager', postIds: [] });
      await keys.issueToken(owner, { label: 'script', days: 1 });
      const [token] = await keys.tokens(owner);
      const other = new Actor({ userId: 'someone', name: 'Bo', role: 'manager', postIds: [] });
      await expect(keys.revokeToken(other, token?.id ?? '')).rejects.toBeInstanceOf(NotFound);
    });
  });

  it('shows no drift between entities and migrations', async () => {
    const writer = open.rooms.get<DataSource>(getDataSourceToken());
    const known = new Set(writer.entityMetadatas.map((entity) => entity.tableName));
    const { upQueries } = await writer.driver.createSchemaBuilder().log();
    const ours = upQueries.filter(({ query }) => [...known].some((table) => query.includes(`"${table}"`)));
    expect(ours).toEqual([]);
    expect(open.rooms.get(Store).reads).toBeDefined();
    expect(open.rooms.get(UnitOfWork).current).toBeNull();
  });
});
