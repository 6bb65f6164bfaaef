import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@demarche/base';
import { PaperTemplates } from './paper-templates.service';

const wordsIn = (folder: string) =>
  new PaperTemplates(readSettings({ NODE_ENV: 'test', TEMPLATES_FOLDER: folder }));

describe('the templates', () => {
  it('say nothing that their facts do not know', () => {
    expect(() => wordsIn('templates').onModuleInit()).not.toThrow();
  });

  it('stop the boot with file, line and a better word when one is mistyped', () => {
    const folder = mkdtempSync(join(tmpdir(), 'demarche-'));
    try {
      cpSync('templates', folder, { recursive: true });
      const file = join(folder, 'non-paper.hbs');
      writeFileSync(file, readFileSync(file, 'utf8').replace('{{text}}', '{{txt}}'));
      expect(() => wordsIn(folder).onModuleInit()).toThrow(
        /^non-paper\.hbs \d+:\d+ txt is not in non-paper \(did you mean text\?\)$/,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
