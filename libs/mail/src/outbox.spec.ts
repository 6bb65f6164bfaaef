import { chmod, mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotFound } from '@demarche/base';
import type { MailMessage } from './mailer';
import { Outbox } from './outbox';
import { fileNameOf, OutboxMailer } from './outbox.mailer';
import { FrozenClock } from '../../../test/support/frozen-clock';

const nothing = async () => undefined;
const letter = (messageId: string, subject = 'Due soon'): MailMessage => ({
  to: 'officer@dushanbe.example',
  subject,
  text: 'First line.\nSecond line.\n',
  messageId,
});

describe('the outbox folder', () => {
  let root: string;
  let folder: string;
  let clock: FrozenClock;
  let mailer: OutboxMailer;
  let outbox: Outbox;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'demarche-outbox-'));
    folder = join(root, 'outbox');
    clock = new FrozenClock('2009-11-04T14:00:00.000Z');
    mailer = new OutboxMailer(folder, { name: 'Demarche', address: 'demarche@localhost' }, clock);
    outbox = new Outbox(folder);
  });

  afterEach(() => rm(root, { recursive: true }));

  it('is empty before the first letter, also without a folder', async () => {
    expect(await outbox.messages()).toEqual([]);
  });

  it('shows a letter as it was written', async () => {
    await mailer.send(
      letter('r-1@demarche', 'Отчёт, a long subject about the progress report of Embassy Dushanbe – “now”'),
      nothing,
    );
    const [shown] = await outbox.messages();
    expect(shown).toEqual({
      name: fileNameOf('r-1@demarche'),
      from: '"Demarche" <demarche@localhost>',
      to: 'officer@dushanbe.example',
      subject: 'Отчёт, a long subject about the progress report of Embassy Dushanbe – “now”',
      messageId: '<r-1@demarche>',
      date: '2009-11-04T14:00:00.000Z',
      text: 'First line.\nSecond line.\n',
    });
    expect(await outbox.message(fileNameOf('r-1@demarche'))).toEqual(shown);
  });

  it('reads back a text that had to be wrapped', async () => {
    const text = `${'Überlang = 100% '.repeat(200)}Ende\nkurz\n`;
    await mailer.send({ ...letter('r-1@demarche'), text }, nothing);
    expect((await outbox.messages())[0]?.text).toBe(text);
  });

  it('shows the newest letter first and no more than asked for', async () => {
    for (const hour of [1, 2, 3]) {
      await mailer.send(letter(`r-${hour}@demarche`), nothing);
      await utimes(join(folder, fileNameOf(`r-${hour}@demarche`)), hour * 3_600, hour * 3_600);
      clock.advance(3_600_000);
    }
    expect((await outbox.messages()).map(({ messageId }) => messageId)).toEqual([
      '<r-3@demarche>',
      '<r-2@demarche>',
      '<r-1@demarche>',
    ]);
    expect((await outbox.messages(1)).map(({ messageId }) => messageId)).toEqual(['<r-3@demarche>']);
  });

  it('replaces the file of a message that is sent again, and keeps the files of different messages apart', async () => {
    await mailer.send(letter('r-1@demarche', 'first'), nothing);
    await mailer.send(letter('<r-1@demarche>', 'second'), nothing);
    await mailer.send(letter('r/1@demarche', 'other'), nothing);
    expect((await outbox.messages()).map(({ subject }) => subject).sort()).toEqual(['other', 'second']);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('leaves no draft behind, also when the letter cannot be laid down', async () => {
    await mailer.send(letter('r-1@demarche'), nothing);
    await mkdir(join(folder, fileNameOf('r-2@demarche')));
    const attempt = mailer.send(letter('r-2@demarche'), nothing);
    await expect(attempt).rejects.toMatchObject({ name: 'MailDelayed', code: 'EISDIR', ambiguous: false });
    expect((await readdir(folder)).filter((name) => name.endsWith('.draft'))).toEqual([]);
  });

  it('delays a mail when a file stands where the folder should be', async () => {
    await writeFile(folder, 'in the way');
    const attempt = mailer.send(letter('r-1@demarche'), nothing);
    await expect(attempt).rejects.toMatchObject({ name: 'MailDelayed', code: 'EEXIST' });
  });

  it('shows nothing of drafts and of other files', async () => {
    await mkdir(folder);
    await writeFile(join(folder, '.r-1.eml.draft'), 'half');
    await writeFile(join(folder, 'notes.txt'), 'other');
    expect(await outbox.messages()).toEqual([]);
  });

  it.each([
    '../secret.eml',
    '..%2Fsecret.eml',
    '/etc/passwd',
    'sub/inside.eml',
    '.hidden.eml',
    'notes.txt',
    'missing.eml',
    'link.eml',
    'a.eml\u0000',
    '',
  ])('knows no letter by the name %j', async (name) => {
    await mkdir(join(folder, 'sub'), { recursive: true });
    for (const path of ['secret.eml', 'outbox/sub/inside.eml', 'outbox/.hidden.eml', 'outbox/notes.txt'])
      await writeFile(join(root, path), 'Subject: secret\r\n\r\nsecret');
    await symlink(join(root, 'secret.eml'), join(folder, 'link.eml'));
    await expect(outbox.message(name)).rejects.toThrow(NotFound);
    await expect(outbox.messages()).resolves.toEqual([]);
  });

  it('writes letters that only their owner may read', async () => {
    await mailer.send(letter('r-1@demarche'), nothing);
    await chmod(folder, 0o700);
    const { mode } = await import('node:fs').then(({ statSync }) =>
      statSync(join(folder, fileNameOf('r-1@demarche'))),
    );
    expect(mode & 0o077).toBe(0);
  });
});
