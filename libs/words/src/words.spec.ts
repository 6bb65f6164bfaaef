import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { choicesOf, codesOf, isCode, wordFor } from './words';

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.name.endsWith('.ts') && !file.name.endsWith('.spec.ts'))
    .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));

describe('the vocabulary', () => {
  it('words a code', () => {
    expect(wordFor('deadline-state', 'met')).toBe('Met');
  });

  it('lists codes with their words in the order given', () => {
    expect(choicesOf('unit', ['persons', 'cases'])).toEqual([
      { value: 'persons', label: 'Persons' },
      { value: 'cases', label: 'Cases' },
    ]);
  });

  it('knows a code from a stray text, and is not fooled by names every object has', () => {
    expect(isCode('unit', 'cases')).toBe(true);
    expect(isCode('unit', 'constructor')).toBe(false);
  });

  it('calls a deadline made from a milestone as it calls the milestone', () => {
    for (const kind of codesOf('milestone-kind'))
      expect(wordFor('deadline-kind', kind)).toBe(wordFor('milestone-kind', kind));
  });

  it('holds a banner for every confirmation that a page leads to', () => {
    const led = sources('apps/web/src').flatMap((text) =>
      [...text.matchAll(/[?&]done=([a-z-]+)/g)].map(([, code]) => code ?? ''),
    );
    expect(led.length).toBeGreaterThan(20);
    expect(led.filter((code) => !isCode('done', code))).toEqual([]);
  });
});
