import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tell } from '../../../test/support/cli';
import { COMMANDS } from './command-list';
import { complaintOf } from './complaint';
import { INSTALLATION_ROOT } from './installation-root';

describe('the command line', () => {
  it.each(['--help', '-h'])('shows every command on %s', async (option) => {
    const { code, out, said } = await tell([option]);
    expect([code, said]).toEqual([0, '']);
    for (const { words, summary } of COMMANDS) {
      expect(out).toContain(`demarche ${words} `);
      expect(out).toContain(summary);
    }
  });

  it('names its version', async () => {
    const { version } = JSON.parse(readFileSync(join(INSTALLATION_ROOT, 'package.json'), 'utf8'));
    expect(await tell(['--version'])).toEqual({ code: 0, out: `${version}\n`, said: '' });
  });

  it('shows the help as a message, with exit code 2, when nothing was asked', async () => {
    const { code, out, said } = await tell([]);
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain('Usage: demarche COMMAND');
  });

  it.each([
    [['frobnicate'], '“frobnicate”', 'cable read'],
    [['cable'], '“cable”', 'cable read, cable refs, cable tags'],
    [['cable', 'reed', 'x'], '“cable reed”', 'cable read, cable refs, cable tags'],
    [['--frobnicate'], 'no option “--frobnicate”', 'See demarche --help'],
    [['constructor'], '“constructor”', 'cable read'],
  ])('answers %j with exit code 2 and what there is instead', async (words, named, offered) => {
    const { code, out, said } = await tell(words);
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain(named);
    expect(said).toContain(offered);
  });

  it.each(COMMANDS.map(({ words }) => words))('opens “%s” and helps with it', async (words) => {
    const card = COMMANDS.find((known) => known.words === words);
    expect(typeof (await card?.open())).toBe('function');
    const { code, out } = await tell([...words.split(' '), '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: demarche ${words}`);
  });

  it.each(COMMANDS.map(({ words }) => words))('refuses an option that “%s” does not know', async (words) => {
    const { code, out, said } = await tell([...words.split(' '), '--frobnicate']);
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain("Unknown option '--frobnicate'.\n");
    expect(said).toContain(`Usage: demarche ${words}`);
  });

  it.each([
    [['cable', 'read'], 'Give FILE.'],
    [['cable', 'read', 'a', 'b'], '“b” is too much.'],
    [['cable', 'refs', 'a'], '“a” is too much.'],
    [['rule'], 'Give the NAME of a rule, or --list.'],
    [['rule', 'tarot'], 'There is no rule “tarot”. Rules: government-credit, '],
    [['rule', 'working-date', '--list'], '“working-date” is too much.'],
    [['register', 'import', 'x.csv'], 'Say --kind: posts, tiers, calendar.'],
    [['register', 'import', 'x.csv', '--kind', 'cats'], 'There is no kind “cats”'],
    [['register', 'import', '--kind', 'posts'], 'Give the FILE to import.'],
    [['user', 'link'], 'Give the EMAIL of an account.'],
  ])('answers %j with exit code 2 and “%s”', async (words, sentence) => {
    const { code, out, said } = await tell(words);
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain(sentence);
    expect(said).toContain('Usage: demarche ');
  });
});

describe('a failure', () => {
  it.each([
    [Object.assign(new Error(''), { code: 'ECONNREFUSED' }), /^The database server does not answer/],
    [Object.assign(new Error('x'), { driverError: { code: 'SQLITE_BUSY' } }), /locked by another program/],
    [new Error('first\nsecond'), /^It failed: first$/],
  ])('is one line: %s', (error, line) => {
    expect(complaintOf(error)).toEqual({ line: expect.stringMatching(line), code: 1 });
  });
});
