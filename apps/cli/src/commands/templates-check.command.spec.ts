import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ownFolder, tell } from '../../../../test/support/cli';
import { INSTALLATION_ROOT } from '../installation-root';

describe('demarche templates check', () => {
  let own: ReturnType<typeof ownFolder>;
  beforeEach(() => {
    own = ownFolder();
    cpSync(join(INSTALLATION_ROOT, 'templates'), own.folder, { recursive: true });
  });
  afterEach(() => own.remove());

  const check = () => tell(['templates', 'check', own.folder]);

  it('finds nothing wrong with what ships', async () => {
    expect(await tell(['templates', 'check'])).toEqual(await check());
    const { code, out } = await check();
    expect(code).toBe(0);
    for (const name of ['cable', 'interim-assessment', 'non-paper', 'reminder', 'talking-points'])
      expect(out).toContain(name);
  });

  it('names the file, the place and the word that is not known, and a template that is missing', async () => {
    appendFileSync(join(own.folder, 'cable.hbs'), '\n{{country.names}}\n');
    rmSync(join(own.folder, 'reminder.hbs'));
    const { code, out, said } = await check();
    expect([code, said]).toEqual([1, '']);
    expect(out).toMatch(
      /^cable\.hbs \d+:\d+ country\.names is not in cable \(did you mean country\.name\?\)$/m,
    );
    expect(out).toMatch(/^reminder\.hbs is missing$/m);
  });

  it('refuses a folder that is not there', async () => {
    const { code, said } = await tell(['templates', 'check', join(own.folder, 'none')]);
    expect(code).toBe(2);
    expect(said).toContain('There is no folder ');
  });
});
