import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = process.cwd();

/** Plants files in a house of their own and returns the names of the floor rules that they break. */
function brokenFloors(files: Record<string, string>): string[] {
  const house = mkdtempSync(join(tmpdir(), 'demarche-floors-'));
  try {
    for (const name of ['tsconfig.json', '.dependency-cruiser.cjs'])
      cpSync(join(ROOT, name), join(house, name));
    symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), text);
    }
    const cruiser = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))];
    const args = [cruiser, ...folders, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
    const run = spawnSync(process.execPath, args, { cwd: house, encoding: 'utf8' });
    const report = JSON.parse(run.stdout) as { summary: { violations: { rule: { name: string } }[] } };
    return [...new Set(report.summary.violations.map(({ rule }) => rule.name))].sort();
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

/** The lint rules that a text breaks when it stands at a path. */
function brokenRules(path: string, text: string): string[] {
  // A planted file belongs to no program, so the rules that know types cannot look at it.
  const script = `const { ESLint } = require('eslint');
    const overrideConfig = require('typescript-eslint').configs.disableTypeChecked;
    new ESLint({ cwd: process.argv[1], overrideConfig }).lintText(process.argv[3], { filePath: process.argv[2] })
      .then(([result]) => console.log(JSON.stringify(result.messages.map((message) => message.ruleId))));`;
  const run = spawnSync(process.execPath, ['-e', script, ROOT, path, text], { cwd: ROOT, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return [...new Set(JSON.parse(run.stdout) as string[])].sort();
}

const door = { 'libs/base/src/index.ts': 'export const base = 1;\n' };

describe('the floors', () => {
  it('let a room open a door on a lower floor', () => {
    expect(
      brokenFloors({
        ...door,
        'libs/store/src/a.ts': `import { base } from '@demarche/base';\nexport const a = base;\n`,
      }),
    ).toEqual([]);
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'a room that opens a higher floor',
      {
        'libs/plans/src/index.ts': 'export const p = 1;\n',
        'libs/store/src/a.ts': `import { p } from '@demarche/plans';\nexport const a = p;\n`,
      },
      'floor-of-store',
    ],
    [
      'a room that climbs in through the window',
      {
        ...door,
        'libs/base/src/clock.ts': 'export const c = 1;\n',
        'libs/store/src/a.ts': `import { c } from '../../base/src/clock';\nexport const a = c;\n`,
      },
      'front-door-only',
    ],
    [
      'a room that imports its own door',
      {
        'libs/base/src/index.ts': `export * from './a';\n`,
        'libs/base/src/a.ts': `import * as all from './index';\nexport const a = () => all;\n`,
      },
      'no-inner-barrel',
    ],
    [
      'a cycle inside a room',
      {
        'libs/base/src/a.ts': `import { b } from './b';\nexport const a = () => b;\n`,
        'libs/base/src/b.ts': `import { a } from './a';\nexport const b = () => a;\n`,
      },
      'no-cycles',
    ],
    [
      'a rule that reads files',
      { 'libs/rules/src/a.ts': `import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n` },
      'rules-import-nothing',
    ],
    [
      'an app that opens another app',
      {
        'apps/cli/src/a.ts': 'export const a = 1;\n',
        'apps/web/src/b.ts': `import { a } from '../../cli/src/a';\nexport const b = a;\n`,
      },
      'one-app-knows-no-other',
    ],
    [
      'a service that knows TypeORM',
      { 'libs/plans/src/a.service.ts': `import { In } from 'typeorm';\nexport const a = In;\n` },
      'typeorm-stays-in',
    ],
    [
      'a room that knows BullMQ',
      { 'libs/deadlines/src/a.service.ts': `import { Queue } from 'bullmq';\nexport const a = Queue;\n` },
      'bullmq-stays-in',
    ],
    [
      'a room that imports an app',
      {
        'apps/web/src/b.ts': 'export const b = 1;\n',
        'libs/base/src/a.ts': `import { b } from '../../../apps/web/src/b';\nexport const a = b;\n`,
      },
      'rooms-know-no-door',
    ],
  ])('refuse %s', (_name, files, rule) => {
    expect(brokenFloors(files)).toContain(rule);
  });
});

describe('the budgets', () => {
  const statements = (count: number) =>
    Array.from({ length: count }, (_, index) => `  console.log(${index});`).join('\n');
  const documented = '/** A planted thing. */\n';

  it('accept a small, documented function', () => {
    expect(
      brokenRules(
        'libs/base/src/planted.ts',
        `${documented}export function planted(): number {\n  return 1;\n}\n`,
      ),
    ).toEqual([]);
  });

  it.each([
    ['an export without a word why', 'export function planted() {\n  return 1;\n}\n', 'jsdoc/require-jsdoc'],
    [
      'a long function',
      `${documented}export function planted() {\n${statements(40)}\n}\n`,
      'max-lines-per-function',
    ],
    ['a long file', `${documented}export const planted = [\n${'  1,\n'.repeat(210)}];\n`, 'max-lines'],
    [
      'four parameters',
      `${documented}export const planted = (a: 1, b: 1, c: 1, d: 1) => a + b + c + d;\n`,
      'max-params',
    ],
    ['any', `${documented}export const planted = (a: any) => a;\n`, '@typescript-eslint/no-explicit-any'],
    [
      'a look at the machine’s clock',
      `${documented}export const planted = () => new Date();\n`,
      'no-restricted-syntax',
    ],
    [
      'a look at the environment',
      `${documented}export const planted = process.env.HOME;\n`,
      'no-restricted-syntax',
    ],
    [
      'a comment that switches a rule off',
      `/* eslint-disable */\n${documented}export const planted = process.env.HOME;\n`,
      'no-restricted-syntax',
    ],
    [
      'forwardRef',
      `import { forwardRef } from '@nestjs/common';\n${documented}export const planted = forwardRef;\n`,
      'no-restricted-syntax',
    ],
  ])('refuse %s', (_name, text, rule) => {
    expect(brokenRules('libs/base/src/planted.ts', text)).toContain(rule);
  });
});

describe('the size of folders', () => {
  const MOST_FILES = 20;
  /** The one folder that may be longer, and up to what: a flat list of rules, one file each. */
  const LONGER: Record<string, number> = { 'libs/rules/src': 40 };

  it(`is about ${MOST_FILES} files at most, specs apart`, () => {
    const listed = spawnSync('git', ['ls-files', '-co', '--exclude-standard', 'apps', 'libs'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const files = listed.stdout
      .split('\n')
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
    const counts = new Map<string, number>();
    for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    const migrations = 'libs/store/src/migrations';
    const tooLong = [...counts].filter(
      ([folder, count]) => folder !== migrations && count > (LONGER[folder] ?? MOST_FILES + 2),
    );
    expect(files.length).toBeGreaterThan(300);
    expect(tooLong).toEqual([]);
  });
});

describe('the budget of handlers', () => {
  const page = (lines: number) =>
    `/** P */\nexport class P {\n  /** Shows. */\n  show(): void {\n${'    void 0;\n'.repeat(lines)}  }\n}\n`;

  it('is twelve lines between the braces, in pages and in the API', () => {
    for (const path of ['apps/web/src/features/x/x.page.ts', 'apps/web/src/features/x/x.api.ts']) {
      expect(brokenRules(path, page(12))).toEqual([]);
      expect(brokenRules(path, page(13))).toEqual(['house/handler-lines']);
    }
  });
});
