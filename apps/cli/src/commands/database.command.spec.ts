import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Accounts, Audit, LinkSignIn, SYSTEM_ACTOR, Users } from '@demarche/access';
import { readSettings } from '@demarche/base';
import { CalendarKeeping, Register } from '@demarche/register';
import { UnitOfWork } from '@demarche/store';
import type { INestApplicationContext } from '@nestjs/common';
import { ownFolder, tell, verdicts } from '../../../../test/support/cli';
import { settingsOf } from '../installation-settings';
import { inApplication } from '../open-application';

const SECOND = 1_000;
jest.setTimeout(60 * SECOND);

describe('a command that needs the database', () => {
  let own: ReturnType<typeof ownFolder>;
  let environment: Record<string, string>;

  beforeEach(() => {
    own = ownFolder();
    environment = { NODE_ENV: 'test', LOG_LEVEL: 'silent', VAR_FOLDER: join(own.folder, 'var') };
  });
  afterEach(() => own.remove());

  const command = (words: string[], input = '') => tell(words, { environment, input });
  const inside = <T>(work: (app: INestApplicationContext) => Promise<T>) =>
    inApplication(settingsOf(environment), work);
  const raw = (sql: string) =>
    inside((app) => app.get(UnitOfWork).run((unit) => unit.manager.query(sql) as Promise<unknown[]>));

  describe('register import', () => {
    const TABLE = [
      'mrn_post_token,country,city,zone',
      'KHUJAND,Tajikistan,Khujand,',
      'NOWHERE,Atlantis,Nowhere,',
      'TOO,MANY,CELLS,IN,IT',
      'DUSHANBE,Tajikistan,Dushanbe,',
      '',
    ].join('\n');
    const words = (...more: string[]) => ['register', 'import', '--kind', 'posts', '-', ...more];

    it('previews by default: it says what each line would do, and writes nothing', async () => {
      const { code, out } = await command(words(), TABLE);
      expect(code).toBe(0);
      expect(out).toContain('accepted 2 (1 to add, 0 to change, 1 known already)');
      expect(out).toContain('refused  2');
      expect(out).toContain('line 2: add KHUJAND');
      expect(out).toMatch(/line 3: country-unknown: .*Atlantis/);
      expect(out).toMatch(/line 4: .*5 cells/);
      expect(out).toContain('Nothing was written.');
      await expect(inside((app) => app.get(Register).post('KHUJAND'))).rejects.toMatchObject({
        kind: 'not-found',
      });
    });

    it('loads with --apply, once, and leaves an entry in the trail under the machine’s name', async () => {
      const file = join(own.folder, 'posts.csv');
      writeFileSync(file, TABLE);
      const apply = ['register', 'import', file, '--kind=posts', '--apply', '--json'];
      const [report] = verdicts(await command(apply));
      expect(report).toMatchObject({ preview: false, accepted: 2, added: 1, unchanged: 1 });
      const post = await inside((app) => app.get(Register).post('KHUJAND'));
      expect(post).toMatchObject({ countryId: 'TJK', zone: 'Asia/Dushanbe' });
      expect(verdicts(await command(apply))[0]).toMatchObject({ added: 0, unchanged: 2 });
      const [entry] = await inside((app) => app.get(Audit).entries(SYSTEM_ACTOR, {}));
      expect(entry).toMatchObject({ action: 'register.import-table' });
      expect(entry?.actorName).toMatch(/^Command line \(.+\)$/);
    });

    it.each([
      ['', 'no header line'],
      ['mrn_post_token,country\nX,Tajikistan\n', 'lacks the column city'],
      ['mrn_post_token,country,city\n"X,Tajikistan,Khujand\n', 'Line 2'],
    ])('refuses a file that is no such table, with exit code 2 (%j)', async (input, part) => {
      const { code, out, said } = await command(words(), input);
      expect([code, out]).toEqual([2, '']);
      expect(said).toContain(part);
    });
  });

  describe('audit verify', () => {
    it('says with exit code 1 that there is no database, and makes none', async () => {
      const { code, out, said } = await command(['audit', 'verify']);
      expect([code, out]).toEqual([1, '']);
      expect(said).toContain('There is no database in ');
      expect((await command(['audit', 'verify'])).code).toBe(1);
    });

    it('finds a whole trail whole, and names the first entry of a broken one', async () => {
      await command([
        'user',
        'add',
        '--email',
        'a@example.gov',
        '--name',
        'A',
        '--title',
        'T',
        '--role',
        'manager',
      ]);
      const whole = await command(['audit', 'verify', '--json']);
      expect(whole.code).toBe(0);
      expect(verdicts(whole)).toMatchObject([{ entries: 3, fault: null, findings: [] }]);
      await raw('DROP TRIGGER "auditEntriesNoUPDATE"');
      await raw(`UPDATE "auditEntries" SET action = 'x' WHERE seq = 2`);
      const broken = await command(['audit', 'verify']);
      expect(broken.code).toBe(1);
      expect(broken.out).toContain('broken: entry 2 was changed');
      expect(broken.out).toContain('Also found: the database may let entries be changed');
    });

    it('says in one line that a file is no database, and leaves it alone', async () => {
      const folder = own.folder;
      writeFileSync(join(folder, 'demarche.sqlite'), 'this is no database, only a letter\n'.repeat(99));
      const told = await tell(['audit', 'verify'], { environment: { ...environment, VAR_FOLDER: folder } });
      expect([told.code, told.out]).toEqual([1, '']);
      expect(told.said).toBe('The database file is not an SQLite database. Nothing was changed.\n');
    });
  });

  describe('user', () => {
    const add = (...more: string[]) =>
      command(['user', 'add', '--email', 'Ana@Example.gov', '--name', 'Ana', '--title', 'Officer', ...more]);
    const STRANGER = { address: 'test', knownMarks: [], session: null };
    const secretOf = (out: string) => /\/sign-in\/link\/(\S+)\n$/.exec(out)?.[1] ?? '';
    const signIn = (secret: string) =>
      inside(async (app) => {
        const { userId } = await app.get(LinkSignIn).byLink(secret, STRANGER);
        return app.get(Users).named(userId);
      });

    it('add opens an account whose link signs in once', async () => {
      const told = await add('--role', 'post-officer', '--post', 'dushanbe', '--post', 'DUSHANBE');
      expect(told.code).toBe(0);
      const { host, port } = readSettings(environment);
      expect(told.out).toContain(`http://${host}:${port}/sign-in/link/`);
      const secret = secretOf(told.out);
      expect(await signIn(secret)).toMatchObject({ email: 'ana@example.gov', role: 'post-officer' });
      await expect(signIn(secret)).rejects.toMatchObject({ kind: 'invalid' });
      expect(await inside((app) => app.get(Users).ofPost('DUSHANBE'))).toHaveLength(1);
    });

    it('add refuses what is wrong or taken, and opens nothing', async () => {
      const refusals = [
        await add('--role', 'king'),
        await add('--role', 'post-officer'),
        await add('--role', 'post-officer', '--post', 'Atlantis'),
        await command(['user', 'add']),
      ];
      expect(refusals.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
      expect(refusals.map(({ out }) => out).join('')).toBe('');
      expect(refusals[2]?.said).toContain('no post “Atlantis”');
      expect((await add('--role', 'clearer')).code).toBe(0);
      const taken = await add('--role', 'manager');
      expect([taken.code, taken.out]).toEqual([1, '']);
      expect(taken.said).toContain('already an account');
      expect(await inside((app) => app.get(Users).list(SYSTEM_ACTOR))).toHaveLength(1);
    });

    it('link lets in whom no other way lets in, at the address of the installation', async () => {
      await add('--role', 'administrator');
      environment.PUBLIC_URL = 'https://demarche.example/';
      const told = await command(['user', 'link', 'ANA@example.gov']);
      expect(told.out).toMatch(/^https:\/\/demarche\.example\/sign-in\/link\/\S+\n$/);
      expect(await signIn(secretOf(told.out))).toMatchObject({ role: 'administrator' });
    });

    it('link is refused for an unknown and for a closed account', async () => {
      expect((await command(['user', 'link', 'nobody@example.gov'])).code).toBe(2);
      await add('--role', 'clearer');
      expect((await command(['user', 'link', 'nobody@example.gov'])).said).toContain('nobody@example.gov');
      await inside(async (app) => {
        const [person] = await app.get(Users).list(SYSTEM_ACTOR);
        await app.get(Accounts).close(SYSTEM_ACTOR, person?.id ?? '');
      });
      const closed = await command(['user', 'link', 'ana@example.gov']);
      expect([closed.code, closed.out]).toEqual([1, '']);
      expect(closed.said).toContain('closed');
    });
  });

  describe('rule', () => {
    it('reckons with the rows of the database where there is one', async () => {
      await inside((app) =>
        app.get(CalendarKeeping).addHoliday(SYSTEM_ACTOR, {
          postId: 'DUSHANBE',
          on: '2009-11-13',
          name: 'A day of our own',
          source: 'test',
        }),
      );
      const input = '{"date":"2009-11-15","post":"Dushanbe"}\n{"date":"2009-11-15","post":"Atlantis"}\n';
      const [known, unknown] = verdicts(await command(['rule', 'working-date'], input));
      expect(known).toMatchObject({ effective: '2009-11-12' });
      expect((known as { reasons: unknown[] }).reasons.at(-1)).toEqual({
        date: '2009-11-13',
        code: 'holiday',
        where: 'post',
        name: 'A day of our own',
      });
      expect(unknown).toEqual({ error: expect.stringContaining('Atlantis') });
    });
  });
});
