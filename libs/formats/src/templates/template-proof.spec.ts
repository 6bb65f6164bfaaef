import fc from 'fast-check';
import { z } from 'zod';
import { TemplateEngine } from './template-engine';
import type { TemplateSource } from './template-source';

const slip = z.object({
  name: z.string(),
  count: z.number().nullable(),
  isOpen: z.boolean().optional(),
  post: z.object({ city: z.string(), names: z.array(z.string()) }).nullable(),
  rows: z.array(
    z.object({
      name: z.string().nullable(),
      post: z.object({ city: z.string() }).optional(),
      marks: z.array(z.string()),
      rows: z.array(z.object({ name: z.string(), count: z.number() })),
    }),
  ),
});

const word = fc.string({ maxLength: 4 });
const optional = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined });
const nullable = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(one, { nil: null });
const few = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { maxLength: 2 });

const anyFacts = fc.record({
  name: word,
  count: nullable(fc.integer()),
  isOpen: optional(fc.boolean()),
  post: nullable(fc.record({ city: word, names: few(word) })),
  rows: few(
    fc.record({
      name: nullable(word),
      post: optional(fc.record({ city: word })),
      marks: few(word),
      rows: few(fc.record({ name: word, count: fc.integer() })),
    }),
  ),
});

const PATHS = [
  'name',
  'count',
  'isOpen',
  'post',
  'post.city',
  'post.names',
  'rows',
  'marks',
  'this',
  'one',
  'two',
  'one.name',
];
const LEADS = ['', '', '', '../', '../../', './', '@root.'];
const SPECIAL = ['@index', '@first', '@last', '@../index', 'rows.length', 'one.rows', 'one.post.city'];
const path = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom(...LEADS), fc.constantFrom(...PATHS)).map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.constantFrom(...SPECIAL) },
);
const LITERALS = ['"U"', '1'];

const { body } = fc.letrec<{ body: string; piece: string }>((tie) => ({
  body: fc.array(tie('piece'), { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join('')),
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    path.map((one) => `{{${one}}}`),
    fc.constantFrom('x', '\n', '{{> line}}', '{{> row}}'),
    path.map((one) => `{{upper ${one}}}{{plural ${one} "a" "b"}}`),
    path.map((one) => `{{upper ${one}}}`),
    fc
      .tuple(path, fc.constantFrom(...LITERALS), tie('body'))
      .map(([one, other, inner]) => `{{#if (eq ${one} ${other})}}${inner}{{/if}}`),
    fc
      .tuple(path, tie('body'), tie('body'))
      .map(([one, inner, other]) => `{{#if ${one}}}${inner}{{else}}${other}{{/if}}`),
    fc
      .tuple(path, tie('body'), tie('body'))
      .map(([one, inner, other]) => `{{#unless ${one}}}${inner}{{else}}${other}{{/unless}}`),
    fc.tuple(path, tie('body')).map(([one, inner]) => `{{#each ${one}}}${inner}{{/each}}`),
    fc.tuple(path, tie('body')).map(([one, inner]) => `{{#each ${one} as |one two|}}${inner}{{/each}}`),
    fc
      .tuple(path, tie('body'))
      .map(([one, inner]) => `{{#with ${one} as |one|}}${inner}{{else}}none{{/with}}`),
    path.map((one) => `{{> line ${one}}}{{> line name=${one}}}`),
    path.map((one) => `{{> row ${one}}}`),
  ),
}));

function source(name: string, kind: TemplateSource['kind'], text: string): TemplateSource {
  return { name, kind, text, file: `${name}.hbs` };
}

const PARTIALS = [
  source('line', 'partial', '{{name}}\n'),
  source('row', 'partial', '{{#each rows as |one|}}{{one.name}}{{../name}}{{@root.name}}{{@index}}{{/each}}'),
];

type Shape = 'plain' | 'any' | Shape[] | { [field: string]: Shape };

const ROW: Shape = {
  name: 'plain',
  post: { city: 'plain' },
  marks: ['plain'],
  rows: [{ name: 'plain', count: 'plain' }],
};
const ROOT: Shape = {
  name: 'plain',
  count: 'plain',
  isOpen: 'any',
  post: { city: 'plain', names: ['plain'] },
  rows: [ROW],
};

function pathsOf(shape: Shape, prefix: string): [string, Shape][] {
  if (typeof shape === 'string' || Array.isArray(shape)) return [];
  return Object.entries(shape).flatMap(([name, field]): [string, Shape][] => [
    [prefix + name, field],
    ...pathsOf(field, `${prefix}${name}.`),
  ]);
}

/** Writes templates whose paths exist where they stand, so that deep ones pass the check often enough to be tried. */
class Author {
  constructor(private readonly choices: number[]) {}

  body(stack: Shape[], depth: number): string {
    const pieces = Array.from({ length: 1 + this.choose(3) }, () => this.piece(stack, depth));
    return pieces.join(this.choose(2) ? '\n' : '');
  }

  private choose(below: number): number {
    return (this.choices.pop() ?? 0) % below;
  }

  private path(stack: Shape[], kind: (shape: Shape) => boolean): [string, Shape] | undefined {
    const seen = stack.flatMap((shape, up): [string, Shape][] => [
      ...pathsOf(shape, '../'.repeat(up)),
      ...(up === 0 ? [['this', shape] as [string, Shape]] : []),
    ]);
    const fitting = [...seen, ...pathsOf(ROOT, '@root.')].filter(([, shape]) => kind(shape));
    return fitting[this.choose(fitting.length || 1)];
  }

  private piece(stack: Shape[], depth: number): string {
    const plain = this.path(stack, (shape) => shape === 'plain')?.[0] ?? '@root.name';
    const act = depth > 4 ? this.choose(2) : this.choose(8);
    if (act < 2) return act ? `{{${plain}}}` : `{{upper @root.name}}{{${plain}}}`;
    if (act === 7)
      return this.choose(2) ? `{{> line name=${plain}}}` : '{{#if @root.post}}{{> row @root}}{{/if}}';
    return this.block(act, stack, depth);
  }

  private block(act: number, stack: Shape[], depth: number): string {
    if (act === 6) return this.group(stack, depth);
    return act < 4 ? this.condition(stack, depth) : this.loop(stack, depth);
  }

  private condition(stack: Shape[], depth: number): string {
    const [path] = this.path(stack, () => true) ?? ['@root.name'];
    const word = this.choose(2) ? 'if' : 'unless';
    const inside = word === 'if' && path.endsWith('post') ? `{{${path}.city}}` : '';
    return `{{#${word} ${path}}}${inside}${this.body(stack, depth + 1)}{{else}}${this.body(stack, depth + 1)}{{/${word}}}`;
  }

  private loop(stack: Shape[], depth: number): string {
    const found = this.path(stack, Array.isArray);
    if (!found || !Array.isArray(found[1])) return 'x';
    const inside = this.body([found[1][0] ?? 'plain', ...stack], depth + 1);
    return `{{#each ${found[0]} as |one two|}}{{two}}{{@index}}${inside}{{#if @last}}.{{/if}}{{/each}}`;
  }

  private group(stack: Shape[], depth: number): string {
    const found = this.path(stack, (shape) => typeof shape === 'object' && !Array.isArray(shape));
    return found
      ? `{{#with ${found[0]}}}${this.body([found[1], ...stack], depth + 1)}{{else}}-{{/with}}`
      : 'y';
  }
}

const guided = fc
  .array(fc.nat(1_000), { minLength: 30, maxLength: 60, size: 'max' })
  .map((choices) => new Author(choices).body([ROOT], 0));

function proof(templates: fc.Arbitrary<string>, runs: number): number {
  let clean = 0;
  fc.assert(
    fc.property(
      templates,
      fc.constantFrom('text', 'html'),
      fc.array(anyFacts, { minLength: 3, maxLength: 5 }),
      (text, format, given) => {
        const head = `---\nfacts: slip\nformat: ${format}\n---\n`;
        const made = new TemplateEngine({
          sources: [source('made', 'template', head + text), ...PARTIALS],
          facts: { slip },
        });
        if (made.check().length > 0) return;
        clean += 1;
        for (const facts of given) expect(made.render('made', facts)).not.toMatch(/\[object|undefined|NaN/);
      },
    ),
    { numRuns: runs },
  );
  return clean;
}

describe('whatever template the check lets through renders for whatever facts fit its schema', () => {
  test('when it was written blindly', () => {
    expect(proof(body, 2_000)).toBeGreaterThan(30);
  }, 60_000);

  test('when it was written with an eye on the facts, deep and long', () => {
    expect(proof(guided, 1_000)).toBeGreaterThan(60);
  }, 60_000);
});
