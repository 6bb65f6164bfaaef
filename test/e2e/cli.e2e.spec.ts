import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFolder } from '../support/cli';
import { DATABASES, type FreshDatabase, freshDatabase } from '../support/database';
import { freePort, Program } from '../support/program';

const ROOT = join(__dirname, '..', '..');
const LAUNCHER = join(ROOT, 'apps', 'launch', 'demarche.mjs');
const MINUTE = 60_000;

jest.setTimeout(2 * MINUTE);

interface Call {
  input?: string;
  environment?: Record<string, string>;
  cwd?: string;
  launcher?: string;
}

function open(words: string[], call: Call = {}): ChildProcessWithoutNullStreams {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, ...call.environment };
  return spawn(process.execPath, [call.launcher ?? LAUNCHER, ...words], { cwd: call.cwd ?? ROOT, env });
}

async function demarche(words: string[], call: Call = {}) {
  const child = open(words, call);
  const told = { code: null as number | null, out: '', said: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (told.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (told.said += text));
  child.stdin.on('error', () => undefined);
  child.stdin.end(call.input ?? '');
  [told.code] = (await once(child, 'close')) as [number | null];
  return told;
}

const own = ownFolder();
const nowhere = { VAR_FOLDER: join(own.folder, 'none') };
afterAll(() => own.remove());
afterEach(() => Program.stopAll());

describe('the built command line', () => {
  it.each([
    ['--version', '', 0],
    ['--help', '', 0],
    ['rule --list', '', 0],
    ['rule working-date', '{"date":"2009-11-15","post":"Dushanbe"}\n', 0],
    ['rule working-date', 'this is no JSON\n', 0],
    ['cable tags', '"TAGS: KTIP"\n', 0],
    ['audit verify', '', 1],
    ['', '', 2],
    ['frobnicate', '', 2],
    ['rule tarot', '', 2],
    ['cable read -', 'Dear all,\n', 2],
    ['cable read package.json --json', '', 2],
  ])('demarche %s ends with its exit code, results apart from messages', async (line, input, code) => {
    const told = await demarche(line === '' ? [] : line.split(' '), { input, environment: nowhere });
    expect(told.code).toBe(code);
    expect([told.out === '', told.said === '']).toEqual([code !== 0, code === 0]);
  });

  it('says with exit code 3 that it is not built, and builds nothing', async () => {
    const launcher = join(own.folder, 'apps', 'launch', 'demarche.mjs');
    mkdirSync(join(own.folder, 'apps', 'launch'), { recursive: true });
    copyFileSync(LAUNCHER, launcher);
    const told = await demarche(['--version'], { launcher });
    expect([told.code, told.out]).toEqual([3, '']);
    expect(told.said).toContain('not built');
    expect(existsSync(join(own.folder, 'dist'))).toBe(false);
  });

  it('finds a file from the folder in which it is called', async () => {
    writeFileSync(join(own.folder, 'letter.txt'), 'Dear all,\n');
    const told = await demarche(['cable', 'read', 'letter.txt'], { cwd: own.folder });
    expect(told.code).toBe(2);
    expect(told.said).toContain('This text is not a cable');
  });

  it('answers each line as it comes, before the next is written', async () => {
    const child = open(['rule', 'government-credit'], { environment: nowhere });
    child.stdout.setEncoding('utf8');
    for (const ranBy of ['government', 'ngo']) {
      child.stdin.write(`${JSON.stringify({ ranBy, paidBy: 'us' })}\n`);
      const [answer] = (await once(child.stdout, 'data')) as [string];
      expect(JSON.parse(answer).verdict).toBe(ranBy === 'government' ? 'credit' : 'no-credit');
    }
    child.stdin.end();
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const child = open(['cable', 'tags']);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stdin.on('error', () => undefined);
    child.stdin.end('"TAGS: KTIP, PHUM, KCRM, KWMN"\n'.repeat(50_000));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(said).toBe('');
  });
});

describe.each(DATABASES)('the built command line on %s', (kind) => {
  let database: FreshDatabase;
  let environment: Record<string, string>;

  beforeEach(async () => {
    database = await freshDatabase(kind);
    const { varFolder, databaseUrl } = database.settings;
    environment = { VAR_FOLDER: varFolder, ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }) };
  });
  afterEach(async () => {
    await Program.stopAll();
    await database.drop();
  });

  it('opens an account on an empty database, and verifies the trail of it', async () => {
    const person = ['--email', 'ana@example.gov', '--name', 'Ana', '--title', 'Administrator'];
    const added = await demarche(['user', 'add', ...person, '--role', 'administrator'], { environment });
    expect([added.code, added.out]).toEqual([0, expect.stringMatching(/\/sign-in\/link\/\S+\n$/)]);
    const verified = await demarche(['audit', 'verify', '--json'], { environment });
    // A command writes no anchor: the page's process does, when it starts and stops.
    const remarks = [expect.stringMatching(/^no anchor stands outside the database yet/)];
    expect([verified.code, JSON.parse(verified.out)]).toEqual([
      0,
      { entries: 3, since: 0, fault: null, findings: [], remarks },
    ]);
  });

  it('loads a table of posts and reckons with it at once', async () => {
    const input = 'mrn_post_token,country,city,zone\nKHUJAND,Tajikistan,Khujand,\n';
    const words = ['register', 'import', '--kind', 'posts', '-', '--apply', '--json'];
    const told = await demarche(words, { environment, input });
    expect([told.code, JSON.parse(told.out)]).toEqual([0, expect.objectContaining({ added: 1 })]);
    const asked = await demarche(['rule', 'reminder-plan'], {
      environment,
      input: '{"statutory":"2009-11-15","post":"Khujand"}\n',
    });
    expect(JSON.parse(asked.out)).toContainEqual({
      step: 'overdue',
      date: '2009-11-16',
      time: '09:00',
      zone: 'Asia/Dushanbe',
      to: 'manager',
    });
  });

  it('works beside a running house: its links open that house', async () => {
    const port = String(await freePort());
    const house = Program.start('apps/web/src/main.js', {
      ...environment,
      PORT: port,
      NODE_ENV: 'production',
    });
    await house.until(/Demarche is ready/);
    const told = await demarche(['user', 'link', 'administrator@localhost'], {
      environment: { ...environment, PORT: port },
    });
    expect(told.code).toBe(0);
    const page = await fetch(told.out.trim());
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('First administrator')]);
    expect((await demarche(['audit', 'verify'], { environment })).code).toBe(0);
    expect(await house.stop()).toBe(0);
  });
});

// The reference texts lie outside the project: named by DEMARCHE_CORPUS, else beside the checkout, else not there at all.
const given = process.env.DEMARCHE_CORPUS;
const folder = given || join(ROOT, '..', 'shared');
const isGiven = Boolean(given) || existsSync(folder);
const CORPUS_TESTS = 6;
if (!isGiven) process.stdout.write(`reference corpus not given: ${CORPUS_TESTS} not run\n`);

(isGiven ? describe : describe.skip)('the built command line against the reference corpus', () => {
  const rowsOf = (file: string) => {
    const [, ...rows] = readFileSync(join(folder, 'corpus', file), 'utf8')
      .trimEnd()
      .split(/\r?\n/);
    return rows.map((row) => row.split('\t'));
  };
  const answersOf = (out: string) =>
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as string[]);

  it('reads the sample cable whole', async () => {
    const told = await demarche([
      'cable',
      'read',
      join(folder, 'corpus/09STATE88558-tajikistan.txt'),
      '--json',
    ]);
    expect(told.code).toBe(0);
    const cable = JSON.parse(told.out) as { recommendations: { priority: string; pillar: string | null }[] };
    expect(cable).toMatchObject({
      number: '09STATE88558',
      dateTimeGroup: '2009-08-25T17:32:00Z',
      classification: 'UNCLAS',
      captions: ['SENSITIVE', 'SIPDIS'],
      references: { length: 4 },
      tags: { length: 7 },
      paragraphs: { length: 10 },
      talkingPoints: { length: 7 },
      recommendations: { length: 17 },
    });
    const groups = cable.recommendations.map(({ priority, pillar }) => pillar ?? priority);
    expect([...new Set(groups)]).toEqual(['high', 'prosecution', 'protection', 'prevention']);
  });

  it('answers every REF line', async () => {
    const rows = rowsOf('cable-ref-forms.tsv');
    const input = rows.map(([year, line]) => `${year}\t${line}\n`).join('');
    const told = await demarche(['cable', 'refs'], { input });
    expect(answersOf(told.out).map((numbers) => numbers.join(' '))).toEqual(
      rows.map(([, , right]) => right ?? ''),
    );
  });

  it('answers every TAGS line', async () => {
    const rows = rowsOf('cable-tags-forms.tsv');
    const told = await demarche(['cable', 'tags'], { input: rows.map(([line]) => `${line}\n`).join('') });
    expect(answersOf(told.out).map((tags) => tags.join('|'))).toEqual(rows.map(([, right]) => right ?? ''));
  });

  it.each([
    ['posts', 'us_posts.csv', 252],
    ['tiers', 'tip_tiers.csv', 3064],
    ['calendar', 'country_calendar.csv', 236],
  ])('accounts for every line of the table of %s', async (kind, file, lines) => {
    const words = ['register', 'import', '--kind', kind, join(folder, 'data', file), '--json'];
    const told = await demarche(words, { environment: { VAR_FOLDER: join(own.folder, kind) } });
    expect(told.code).toBe(0);
    const { accepted, refused, preview } = JSON.parse(told.out) as {
      accepted: number;
      refused: { line: number; reason: string }[];
      preview: boolean;
    };
    expect([accepted + refused.length, preview]).toEqual([lines, true]);
    for (const { reason } of refused) expect(reason).not.toBe('');
  });
});
