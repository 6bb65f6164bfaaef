import { z } from 'zod';
import { TemplateEngine } from './template-engine';
import { parseTemplate } from './template-renderer';
import type { TemplateSource } from './template-source';

const CANARY = 'canary-7f3a';
const facts = z.object({
  name: z.string(),
  count: z.number(),
  who: z.object({ name: z.string() }),
  rows: z.array(z.object({ text: z.string(), marks: z.array(z.string()) })),
});

const GIVEN = {
  name: 'Tajikistan',
  count: 3,
  who: { name: 'a desk officer', secret: CANARY },
  rows: [
    { text: 'one', marks: ['U', 'SBU'] },
    { text: 'two', marks: ['U'] },
  ],
  secret: CANARY,
};

/** Templates that try to reach the machine, the prototype chain or undeclared facts, or to never end. */
const HOSTILE: string[] = [
  '{{constructor}}',
  '{{constructor.name}}',
  '{{name.constructor}}',
  '{{name.length}}',
  '{{who.constructor.constructor}}',
  '{{__proto__}}',
  '{{who.__proto__.toString}}',
  '{{this.__proto__}}',
  '{{prototype}}',
  '{{who.__defineGetter__}}',
  '{{__lookupGetter__}}',
  '{{toString}}',
  '{{rows.constructor}}',
  '{{rows.map}}',
  '{{rows.0.text}}',
  '{{rows.[0].text}}',
  '{{[constructor]}}',
  '{{who.[constructor].[name]}}',
  '{{this.constructor.constructor "return process" }}',
  '{{#with "s" as |string|}}{{string.sub.constructor}}{{/with}}',
  '{{#with (split "a b")}}{{pop}}{{/with}}',
  '{{#with rows as |list|}}{{list.push}}{{/with}}',
  '{{#each (lookup this "constructor")}}{{this}}{{/each}}',
  '{{lookup this "constructor"}}',
  '{{lookup who "secret"}}',
  '{{lookup (lookup this "constructor") "name"}}',
  '{{#if (lookup this "secret")}}x{{/if}}',
  '{{log "x"}}',
  '{{log this level="error"}}',
  '{{#log name}}x{{/log}}',
  '{{helperMissing}}',
  '{{#helperMissing}}x{{/helperMissing}}',
  '{{blockHelperMissing name}}',
  '{{#blockHelperMissing who}}{{secret}}{{/blockHelperMissing}}',
  '{{printed name}}',
  '{{printed this}}',
  '{{#printed who}}x{{/printed}}',
  '{{secret}}',
  '{{who.secret}}',
  '{{@root.secret}}',
  '{{@root}}',
  '{{@root.constructor}}',
  '{{@root.__proto__}}',
  '{{@root.@root}}',
  '{{@partial-block}}',
  '{{@_parent}}',
  '{{@level}}',
  '{{#each rows}}{{@key}}{{@_parent.root}}{{/each}}',
  '{{../../../secret}}',
  '{{#each rows}}{{../secret}}{{/each}}',
  '{{{name}}}',
  '{{{who.secret}}}',
  '{{&name}}',
  '{{#if count}}{{{name}}}{{/if}}',
  '{{#*inline "line"}}x{{/inline}}{{> line}}',
  '{{#each rows}}{{#*inline "line"}}{{text}}{{/inline}}{{/each}}',
  '{{*decorate}}',
  '{{* inline "x"}}',
  '{{#*decorate}}x{{/decorate}}',
  '{{> (lookup who "name")}}',
  '{{> (upper name)}}',
  '{{> "line"}}',
  '{{> @partial-block}}',
  '{{#> line}}x{{/line}}',
  '{{> ../line}}',
  '{{> /etc/passwd}}',
  '{{> constructor}}',
  '{{> __proto__}}',
  '{{> toString}}',
  '{{> looped}}',
  '{{> line this __proto__=who}}{{__proto__}}',
  '{{#each rows as |row __proto__|}}{{__proto__.constructor}}{{/each}}',
  '{{#each this}}{{this}}{{/each}}',
  '{{#each who}}{{@key}}={{this}}{{/each}}',
  '{{#each name}}x{{/each}}',
  '{{#each "abc"}}x{{/each}}',
  '{{#each rows}}{{#each ../rows}}{{#each ../../rows}}x{{/each}}{{/each}}{{/each}}',
  '{{#each rows}}{{#each marks}}{{#each ../marks}}{{#each ../../marks}}x{{/each}}{{/each}}{{/each}}{{/each}}',
  '{{#constructor}}x{{/constructor}}',
  '{{#who}}{{constructor}}{{/who}}',
  '{{^constructor}}x{{/constructor}}',
  '{{#if constructor}}x{{/if}}',
  '{{#unless __proto__}}x{{/unless}}',
  '{{#with constructor}}x{{/with}}',
  '{{#if name.constructor}}x{{/if}}',
  '{{eq this.constructor who.constructor}}',
  '{{upper constructor}}',
  '{{longDate (eq 1 1)}}',
  '{{"constructor"}}',
  '{{12}}',
  '{{true}}',
  '{{null}}',
  '{{undefined}}',
  '{{upper undefined}}',
  '{{#"if" name}}x{{/"if"}}',
  '{{[if] name}}',
  '{{{{raw}}}}{{secret}}{{{{/raw}}}}',
  '{{{{each rows}}}}{{secret}}{{{{/each}}}}{{secret}}',
  '{{#if',
  '{{#if name}}{{#each rows}}{{/if}}{{/each}}',
  '{{> line',
  '{{name.}}',
  '{{..}}',
  '{{.}}',
  '{{this}}',
  '{{who.this}}',
  '{{name who.name}}',
  '{{require "fs"}}',
  '{{process.env}}',
  '{{global.process}}',
  '{{#each rows}}{{> looped}}{{/each}}',
  `{{${'a.'.repeat(5_000)}a}}`,
  `${'{{#if count}}'.repeat(20_000)}`,
  `{{upper ${'(upper '.repeat(20_000)}name${')'.repeat(20_000)}}}`,
  `${'{{#if count}}'.repeat(900)}${'{{/if}}'.repeat(900)}`,
  `{{#if count}}${'{{else if count}}'.repeat(5_000)}{{/if}}`,
  `{{#if count}}${'{{else if count}}'.repeat(900)}{{/if}}`,
  `{{#if ${'(upper '.repeat(10_000)}name${')'.repeat(10_000)}}}x{{/if}}`,
  `{{#if ${'(upper '.repeat(900)}name${')'.repeat(900)}}}x{{/if}}`,
  `{{#if ${'(upper ")" '.repeat(8_000)}name}}x{{/if}}`,
  `${'{{#> line}}'.repeat(5_000)}${'{{/line}}'.repeat(5_000)}`,
  `${'{{#*line}}'.repeat(5_000)}${'{{/line}}'.repeat(4_000)}`,
  `${'{{#if count}}'.repeat(3_000)}${'{{/if}}'.repeat(3_000)}{{secret}}`,
  `{{#if ${'(upper '.repeat(60)}name${')'.repeat(60)}}}x{{/if}}`,
  'x'.repeat(100_001),
  '{{> bomb0}}',
];

const BOMBS = Array.from({ length: 12 }, (_, level) => [
  `bomb${level}`,
  level === 11 ? 'boom' : `{{> bomb${level + 1}}}`.repeat(10),
]);
const PARTIALS: [string, string][] = [
  ['line', '{{name}}'],
  ['looped', '{{> looped}}'],
  ...(BOMBS as [string, string][]),
];

function engine(body: string, format: 'text' | 'html' = 'text'): TemplateEngine {
  const partials = PARTIALS.map(([name, text]): TemplateSource => ({
    name,
    text,
    kind: 'partial',
    file: `partials/${name}.hbs`,
  }));
  const text = `---\nfacts: slip\nformat: ${format}\n---\n${body}`;
  const sources: TemplateSource[] = [
    { name: 'hostile', kind: 'template', file: 'hostile.hbs', text },
    ...partials,
  ];
  return new TemplateEngine({ sources, facts: { slip: facts } });
}

const shown = (body: string): string =>
  body.length > 80 ? `${body.slice(0, 40)}… (${body.length} characters)` : body;

describe('hostile templates', () => {
  const spoken: unknown[] = [];
  const original = { log: console.log, warn: console.warn, error: console.error };

  beforeAll(() => {
    for (const name of ['log', 'warn', 'error'] as const)
      console[name] = (...words) => void spoken.push(words);
  });
  afterAll(() => Object.assign(console, original));

  test('are at least sixty, and no two are the same', () => {
    expect(new Set(HOSTILE).size).toBe(HOSTILE.length);
    expect(HOSTILE.length).toBeGreaterThanOrEqual(60);
  });

  test.each(HOSTILE.map((body) => [shown(body), body]))('%s is reported and never runs', (_shown, body) => {
    for (const format of ['text', 'html'] as const) {
      const started = performance.now();
      const made = engine(body, format);
      expect(made.check().length).toBeGreaterThan(0);
      expect(made.check().every((finding) => /^\S+\.hbs \d+:\d+ \S/.test(finding))).toBe(true);
      expect(() => made.render('hostile', GIVEN)).toThrow('hostile.hbs cannot be used');
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });

  test('say nothing on the console', () => {
    expect(spoken).toEqual([]);
  });
});

describe('what the check lets through', () => {
  const render = (body: string, given: unknown = GIVEN): string => {
    const made = engine(body);
    expect(made.check()).toEqual([]);
    return made.render('hostile', given);
  };

  test('facts that look like a template or a path stay words', () => {
    expect(render('{{name}}', { ...GIVEN, name: '{{secret}}{{constructor}}' })).toBe(
      '{{secret}}{{constructor}}',
    );
  });

  test('a fact that looks like ready-made HTML is escaped all the same', () => {
    const made = engine('{{name}}{{upper name}}', 'html');
    expect(made.render('hostile', { ...GIVEN, name: '<script>"x"</script>' })).toBe(
      '&lt;script&gt;&quot;x&quot;&lt;/script&gt;&lt;SCRIPT&gt;&quot;X&quot;&lt;/SCRIPT&gt;',
    );
  });

  test('a loop over more than the bound is stopped with the name of the template', () => {
    const made = engine('{{#each rows}}{{#each marks}}{{this}}{{/each}}{{/each}}');
    const rows = Array.from({ length: 1_000 }, () => ({
      text: '',
      marks: Array.from({ length: 60 }, () => 'U'),
    }));
    expect(() => made.render('hostile', { ...GIVEN, rows })).toThrow(
      'hostile.hbs cannot be rendered: it walks too many lists',
    );
    expect(made.render('hostile', GIVEN)).toBe('USBUU');
  });

  test('a text that grows beyond the bound is stopped', () => {
    const made = engine(`{{#each rows}}${'x'.repeat(50_000)}{{/each}}`);
    const rows = Array.from({ length: 1_000 }, () => ({ text: '', marks: [] }));
    expect(() => made.render('hostile', { ...GIVEN, rows })).toThrow('it walks too many lists');
  });

  test('a ready-made syntax tree is not taken for a template', () => {
    const tree = { type: 'Program', body: [] } as unknown as string;
    expect(() => parseTemplate(tree)).toThrow('A template is text.');
  });

  test('a template cannot change the facts for the next one', () => {
    expect(render('{{#each rows}}{{text}}{{/each}}')).toBe('onetwo');
    expect(GIVEN.rows[0]).toEqual({ text: 'one', marks: ['U', 'SBU'] });
  });
});
