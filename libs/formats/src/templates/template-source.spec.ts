import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadTemplates, openTemplate } from './template-source';

describe('the templates folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'templates-'));

  beforeAll(() => {
    mkdirSync(join(folder, 'partials'));
    writeFileSync(join(folder, 'reminder.hbs'), 'remember');
    writeFileSync(join(folder, 'cable.hbs'), 'cable');
    writeFileSync(join(folder, 'notes.txt'), 'no template');
    writeFileSync(join(folder, 'partials', 'line.hbs'), 'line');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('gives every template and partial with the path its findings will name', () => {
    expect(loadTemplates(folder)).toEqual([
      { name: 'cable', kind: 'template', file: 'cable.hbs', text: 'cable' },
      { name: 'reminder', kind: 'template', file: 'reminder.hbs', text: 'remember' },
      { name: 'line', kind: 'partial', file: 'partials/line.hbs', text: 'line' },
    ]);
  });

  test('gives a room only the templates it names, and the partials', () => {
    expect(loadTemplates(folder, ['reminder']).map((one) => one.file)).toEqual([
      'reminder.hbs',
      'partials/line.hbs',
    ]);
  });

  test('is refused when it or a named template is missing', () => {
    expect(() => loadTemplates(folder, ['reminder', 'digest'])).toThrow('lacks digest.hbs');
    expect(() => loadTemplates(join(folder, 'elsewhere'))).toThrow('lacks itself');
  });
});

describe('opening a template', () => {
  test('cuts off the front matter and counts its lines', () => {
    expect(openTemplate('---\n\nfacts : action-plan \nformat: text\ntitle: A: B\n---\nbody\n---\n')).toEqual({
      front: { facts: 'action-plan', format: 'text', title: 'A: B' },
      body: 'body\n---\n',
      linesBefore: 6,
      faults: [],
    });
  });

  test('takes a text without front matter as it is', () => {
    expect(openTemplate('body')).toMatchObject({ body: 'body', linesBefore: 0, front: { facts: null } });
  });
});
