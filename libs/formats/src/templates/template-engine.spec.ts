import { z } from 'zod';
import { TemplateEngine } from './template-engine';
import type { TemplateSource } from './template-source';

const actionPlan = z.object({
  country: z.object({ name: z.string(), adjective: z.string() }),
  post: z.object({ city: z.string(), zone: z.string().nullable() }).nullable(),
  dueOn: z.iso.date().nullable(),
  items: z.number().int(),
  isShared: z.boolean(),
  captions: z.array(z.string()),
  notes: z.string().optional(),
  recommendations: z.array(
    z.object({
      text: z.string().describe('What the government is asked to do'),
      number: z.number(),
      priority: z.enum(['high', 'other']),
      note: z.string().nullable(),
      acts: z.array(z.object({ text: z.string(), happenedOn: z.string() })),
    }),
  ),
});

const FACTS = {
  country: { name: 'Tajikistan', adjective: 'Tajik' },
  post: { city: 'Dushanbe', zone: null },
  dueOn: '2009-11-15',
  items: 2,
  isShared: false,
  captions: ['SENSITIVE', 'SIPDIS'],
  recommendations: [
    { text: 'Fund the shelter', number: 1, priority: 'high', note: null, acts: [] },
    {
      text: 'Train <judges> & police',
      number: 2,
      priority: 'other',
      note: 'O\u2019Brien\'s "note"',
      acts: [{ text: 'a course', happenedOn: '2009-10-01' }],
    },
  ],
};

const HEAD = '---\nfacts: action-plan\nformat: text\n---\n';

function source(name: string, text: string, kind: TemplateSource['kind'] = 'template'): TemplateSource {
  return { name, kind, text, file: `${kind === 'partial' ? 'partials/' : ''}${name}.hbs` };
}

function engine(body: string, partials: Record<string, string> = {}, head = HEAD): TemplateEngine {
  const others = Object.entries(partials).map(([name, text]) => source(name, text, 'partial'));
  return new TemplateEngine({
    sources: [source('cable', head + body), ...others],
    facts: { 'action-plan': actionPlan },
  });
}

function findings(body: string, partials: Record<string, string> = {}): string[] {
  return engine(body, partials).check();
}

function rendered(body: string, partials: Record<string, string> = {}, facts: unknown = FACTS): string {
  const made = engine(body, partials);
  expect(made.check()).toEqual([]);
  return made.render('cable', facts);
}

describe('a template that is right', () => {
  test.each([
    ['{{country.name}}', 'Tajikistan'],
    ['{{items}}{{items}}', '22'],
    ['{{#each recommendations}}{{@index}}{{number}};{{/each}}', '01;12;'],
    ['{{#each captions}}{{this}}{{#unless @last}}, {{/unless}}{{/each}}', 'SENSITIVE, SIPDIS'],
    ['{{#each captions}}{{.}}/{{../country.name}} {{/each}}', 'SENSITIVE/Tajikistan SIPDIS/Tajikistan '],
    [
      '{{#each recommendations as |rec place|}}{{place}}{{rec.text}} {{/each}}',
      '0Fund the shelter 1Train <judges> & police ',
    ],
    [
      '{{#each recommendations}}{{#each acts}}{{../number}}{{@../index}}{{@root.country.name}}{{/each}}{{/each}}',
      '21Tajikistan',
    ],
    ['{{#with country}}{{name}} {{../items}}{{/with}}', 'Tajikistan 2'],
    ['{{#with country as |land|}}{{land.adjective}}{{/with}}', 'Tajik'],
    ['{{#if post}}{{post.city}}[{{post.zone}}]{{/if}}', 'Dushanbe[]'],
    ['{{#with post}}{{city}}{{else}}none{{/with}}', 'Dushanbe'],
    ['{{#unless post}}none{{else}}{{post.city}}{{/unless}}', 'Dushanbe'],
    ['{{#if isShared}}a{{else if post}}{{post.city}}{{else}}c{{/if}}', 'Dushanbe'],
    ['{{#each recommendations}}{{#if (eq priority "high")}}{{text}}{{/if}}{{/each}}', 'Fund the shelter'],
    ['{{#each recommendations}}{{#if @first}}first {{/if}}{{note}}{{/each}}', 'first O\u2019Brien\'s "note"'],
    [
      '{{longDate dueOn}} {{ordinal items}} {{plural items "item" "items"}} {{upper country.name}}',
      '15 November 2009 2nd 2 items TAJIKISTAN',
    ],
    ['{{upper (longDate dueOn)}}', '15 NOVEMBER 2009'],
    ['{{#if (eq recommendations.length 2)}}two{{/if}}', 'two'],
    ['{{#each captions}}x{{else}}none{{/each}}{{notes}}', 'xx'],
    ['{{! a remark }}{{!-- another {{x}} --}}ok', 'ok'],
    ['\\{{country.nme}}', '{{country.nme}}'],
    ['{{^if isShared}}not shared{{/if}}', 'not shared'],
    ['  {{~country.name~}}  \n', 'Tajikistan'],
  ])('%s renders as %s', (body, expected) => {
    expect(rendered(body)).toBe(expected);
  });

  test('a partial is given a group, or the place it stands in, or named values', () => {
    const partials = { line: '{{number}}. {{text}}\n', place: '{{name}}, {{kind}}{{@root.items}}' };
    expect(rendered('{{#each recommendations}}{{> line}}{{/each}}', partials)).toContain(
      '2. Train <judges> & police\n',
    );
    expect(rendered('{{> place country kind="land"}}', partials)).toBe('Tajikistan, land2');
    expect(rendered('{{#each recommendations as |rec|}}{{> line rec}}{{/each}}', partials)).toContain(
      '1. Fund',
    );
  });

  test('text keeps its characters and HTML escapes them', () => {
    const body = '{{#each recommendations}}{{text}}|{{note}}|{{upper text}}{{/each}}';
    expect(rendered(body)).toContain(
      'Train <judges> & police|O\u2019Brien\'s "note"|TRAIN <JUDGES> & POLICE',
    );
    const html = engine(body, {}, HEAD.replace('text', 'html')).render('cable', FACTS);
    expect(html).toContain(
      'Train &lt;judges&gt; &amp; police|O\u2019Brien&#x27;s &quot;note&quot;|TRAIN &lt;JUDGES&gt;',
    );
  });

  test('one partial serves a text and an HTML template in the same engine', () => {
    const made = new TemplateEngine({
      sources: [
        source('mail', '---\nfacts: action-plan\nformat: text\ntitle: Mail\n---\n{{> bare}}'),
        source('page', '---\nfacts: action-plan\nformat: html\n---\n{{> bare}}'),
        source('bare', '{{#each recommendations}}{{text}};{{/each}}', 'partial'),
      ],
      facts: { 'action-plan': actionPlan },
    });
    expect(made.check()).toEqual([]);
    expect(made.render('page', FACTS)).toContain('&lt;judges&gt; &amp;');
    expect(made.render('mail', FACTS)).toContain('<judges> &');
    expect(made.render('page', FACTS)).toContain('&lt;judges&gt; &amp;');
  });
});

describe('a template that is wrong', () => {
  test.each([
    ['{{countri.name}}', 'cable.hbs 5:3 countri.name is not in action-plan (did you mean country.name?)'],
    ['{{country.nme}}', 'cable.hbs 5:3 country.nme is not in action-plan (did you mean country.name?)'],
    [
      'a\nb {{#each recommendations as |rec|}}\n{{rec.txt}}{{/each}}',
      'cable.hbs 7:3 rec.txt is not in action-plan (did you mean rec.text?)',
    ],
    [
      '{{#each recomendations}}{{text}}{{/each}}',
      'cable.hbs 5:9 recomendations is not in action-plan (did you mean recommendations?)',
    ],
    [
      '{{#each recommendations}}{{txt}}{{/each}}',
      'cable.hbs 5:28 txt is not in action-plan (did you mean text?)',
    ],
    [
      '{{#each recommendations}}{{items}}{{/each}}',
      'cable.hbs 5:28 items is not in action-plan (did you mean ../items?)',
    ],
    [
      '{{#each recommendations}}{{../itms}}{{/each}}',
      'cable.hbs 5:28 ../itms is not in action-plan (did you mean ../items?)',
    ],
    [
      '{{#each recommendations}}{{@root.itms}}{{/each}}',
      'cable.hbs 5:28 @root.itms is not in action-plan (did you mean @root.items?)',
    ],
    ['{{#if isShard}}x{{/if}}', 'cable.hbs 5:7 isShard is not in action-plan (did you mean isShared?)'],
    [
      '{{#if post}}x{{else if isShard}}y{{/if}}',
      'cable.hbs 5:24 isShard is not in action-plan (did you mean isShared?)',
    ],
    [
      '{{#if isShared}}{{countri.name}}{{/if}}',
      'cable.hbs 5:19 countri.name is not in action-plan (did you mean country.name?)',
    ],
    [
      '{{#unless isShard}}x{{/unless}}',
      'cable.hbs 5:11 isShard is not in action-plan (did you mean isShared?)',
    ],
    ['{{#with contry}}x{{/with}}', 'cable.hbs 5:9 contry is not in action-plan (did you mean country?)'],
    ['{{#with country}}{{nam}}{{/with}}', 'cable.hbs 5:20 nam is not in action-plan (did you mean name?)'],
    [
      '{{#with country as |land|}}{{lnd.name}}{{/with}}',
      'cable.hbs 5:30 lnd.name is not in action-plan (did you mean land.name?)',
    ],
    ['{{adjective}}', 'cable.hbs 5:3 adjective is not in action-plan (did you mean country.adjective?)'],
    [
      '{{#each recommendations}}{{@indx}}{{/each}}',
      'cable.hbs 5:28 @indx is not one of @index, @first, @last, @root',
    ],
    [
      '{{#each recommendations}}{{@key}}{{/each}}',
      'cable.hbs 5:28 @key is not one of @index, @first, @last, @root',
    ],
    ['{{@index}}', 'cable.hbs 5:3 @index stands in no {{#each}} that could count it'],
    [
      '{{#each recommendations}}{{@../index}}{{/each}}',
      'cable.hbs 5:28 @../index stands in no {{#each}} that could count it',
    ],
    ['{{../items}}', 'cable.hbs 5:3 ../items climbs above what can be seen from here'],
    ['{{post.city}}', 'cable.hbs 5:3 post.city: post may be missing, so stand inside {{#if post}}'],
    [
      '{{#if post.city}}x{{/if}}',
      'cable.hbs 5:7 post.city: post may be missing, so stand inside {{#if post}}',
    ],
    [
      '{{#if post}}x{{else}}{{post.city}}{{/if}}',
      'cable.hbs 5:24 post.city: post may be missing, so stand inside {{#if post}}',
    ],
    ['{{country}}', 'cable.hbs 5:3 country is a group of facts, so name one of its fields'],
    ['{{recommendations}}', 'cable.hbs 5:3 recommendations is a list, so walk it with #each'],
    [
      '{{recommendations.text}}',
      'cable.hbs 5:3 recommendations.text: recommendations is a list, so use {{#each recommendations}}',
    ],
    ['{{isShared}}', 'cable.hbs 5:3 isShared is yes or no, so ask for it with #if'],
    ['{{#each country}}x{{/each}}', 'cable.hbs 5:9 #each wants a list, and country is a group of facts'],
    [
      '{{#with recommendations}}x{{/with}}',
      'cable.hbs 5:9 #with wants a group of facts, and recommendations is a list',
    ],
    ['{{longDate items}}', 'cable.hbs 5:12 longDate wants text, and items is a number'],
    [
      '{{#each recommendations}}{{#if (eq priority "hgh")}}x{{/if}}{{/each}}',
      'cable.hbs 5:32 eq can never hold: “hgh” is none of high, other',
    ],
    ['{{#if (eq items "2")}}x{{/if}}', 'cable.hbs 5:7 eq can never hold: it compares a number with text'],
    ['{{#if (eq itms 2)}}x{{/if}}', 'cable.hbs 5:11 itms is not in action-plan (did you mean items?)'],
    ['{{uper country.name}}', 'cable.hbs 5:1 uper is not a helper (did you mean upper?)'],
    ['{{upper}}', 'cable.hbs 5:1 upper takes 1 (given 0)'],
    ['{{longDate dueOn "x"}}', 'cable.hbs 5:1 longDate takes 1 (given 2)'],
    ['{{upper country.name loud=1}}', 'cable.hbs 5:22 upper takes no named values'],
    [
      '{{#esch recommendations}}x{{/esch}}',
      'cable.hbs 5:1 esch opens no block: use #if, #unless, #each, #with (did you mean each?)',
    ],
    ['{{#post}}x{{/post}}', 'cable.hbs 5:1 post opens no block: use #if, #unless, #each, #with'],
    ['{{^post}}x{{/post}}', 'cable.hbs 5:1 post opens no block: use #if, #unless, #each, #with'],
    [
      '{{#upper country.name}}x{{/upper}}',
      'cable.hbs 5:1 upper opens no block: use #if, #unless, #each, #with',
    ],
    ['{{if isShared}}', 'cable.hbs 5:1 if has to open a block: {{#if …}}'],
    ['{{> sgnature}}', 'cable.hbs 5:1 sgnature is not a partial (did you mean signature?)'],
    ['{{#if isShared}}\n{{/each}}', "cable.hbs 5:4 cannot be read: if doesn't match each"],
    ['x\n{{#if isShared}}', 'cable.hbs 6:1 cannot be read: the braces do not close or open here (EOF)'],
    [
      '{{#each recommendations}}{{#each ../recommendations}}x{{/each}}{{/each}}',
      'cable.hbs 5:26 #each walks a list inside a walk of the same list',
    ],
    [
      '{{#with country}}{{#with this}}x{{/with}}{{/with}}',
      'cable.hbs 5:18 #with names what it already stands in',
    ],
    ['{{#each captions as |a b c|}}x{{/each}}', 'cable.hbs 5:1 #each can name 2 with as |…|, not 3'],
  ])('%s is reported as %s', (body, expected) => {
    expect(findings(body, { signature: 'x' })).toEqual([expected]);
  });

  test('a fault inside a partial is reported at its own line, once, and for what it was given', () => {
    const partials = { line: '\n {{txt}}' };
    expect(findings('{{#each recommendations}}{{> line}}{{> line}}{{/each}}', partials)).toEqual([
      'partials/line.hbs 2:4 txt is not in action-plan (did you mean text?)',
    ]);
    expect(findings('{{#with country}}{{> line}}{{/with}}', { line: '{{../items}}' })).toEqual([
      'partials/line.hbs 1:3 ../items climbs above what can be seen from here',
    ]);
    expect(findings('{{> line post}}', { line: '{{city}}' })).toEqual([
      'cable.hbs 5:1 what the partial is given may be missing, so stand inside {{#if …}}',
    ]);
  });

  test('a partial that reaches itself is reported and not followed', () => {
    expect(findings('{{> a}}', { a: '{{> b}}', b: '{{#if items}}{{> a}}{{/if}}' })).toEqual([
      'partials/b.hbs 1:14 the partial uses itself',
    ]);
  });

  test('all faults of all templates are reported at once', () => {
    expect(findings('{{a.b}}\n{{#if c}}{{d}}{{/if}}{{country.nam}}')).toHaveLength(4);
  });

  test('a template with findings cannot be rendered', () => {
    expect(() => engine('{{nam}}').render('cable', FACTS)).toThrow(
      'cable.hbs cannot be used: cable.hbs 5:3 nam is not in',
    );
  });
});

describe('the front matter', () => {
  const front = (head: string): string[] => engine('x', {}, head).check();

  test.each([
    ['---\nformat: text\n---\n', 'cable.hbs 1:1 names no facts (known: action-plan)'],
    [
      '---\nfacts: action-pln\nformat: text\n---\n',
      'cable.hbs 1:1 action-pln are no known facts (did you mean action-plan?)',
    ],
    ['---\nfacts: action-plan\n---\n', 'cable.hbs 1:1 format has to be text or html'],
    ['---\nfacts: action-plan\nformat: pdf\n---\n', 'cable.hbs 1:1 format has to be text or html, not pdf'],
    [
      '---\nfacts: action-plan\nformat: text\nauthor: x\n---\n',
      'cable.hbs 4:1 author is not a line of the front matter (known: facts, format, title)',
    ],
    ['---\nfacts: action-plan\nfacts: action-plan\nformat: text\n---\n', 'cable.hbs 3:1 facts is said twice'],
  ])('%j is reported', (head, expected) => {
    expect(front(head)).toEqual([expected]);
  });

  test('a front matter without end is reported', () => {
    expect(front('---\nfacts: action-plan\nformat: text\n')).toContain(
      'cable.hbs 1:1 the front matter has no closing ---',
    );
  });

  test('carriage returns and a byte order mark make no difference', () => {
    const made = engine('{{country.name}}\r\nx', {}, `\uFEFF${HEAD.replaceAll('\n', '\r\n')}`);
    expect(made.check()).toEqual([]);
    expect(made.render('cable', FACTS)).toBe('Tajikistan\nx');
    expect(made.hashOf('cable')).toBe(engine('{{country.name}}\nx').hashOf('cable'));
  });
});

describe('facts', () => {
  test('facts that do not fit their schema are refused before anything is written', () => {
    expect(() => engine('x').render('cable', { ...FACTS, items: 'two' })).toThrow(
      /do not fit cable\.hbs.*items/s,
    );
  });

  test('undeclared facts never reach the template, and declared ones that are missing are empty', () => {
    const made = rendered('[{{notes}}]{{#if post}}x{{/if}}', {}, { ...FACTS, post: null, secret: 'canary' });
    expect(made).toBe('[]');
  });

  test('a date that is none stops the rendering with the name of the template', () => {
    const schema = z.object({ on: z.string() });
    const sources = [source('slip', '---\nfacts: slip\nformat: text\n---\n{{longDate on}}')];
    const made = new TemplateEngine({ sources, facts: { slip: schema } });
    expect(() => made.render('slip', { on: 'soon' })).toThrow(
      'slip.hbs cannot be rendered: “soon” is not a calendar date',
    );
  });

  test('a schema that no template can be checked against is refused at once', () => {
    const facts = { loose: z.object({ any: z.record(z.string(), z.string()) }) };
    expect(() => new TemplateEngine({ sources: [], facts })).toThrow('Facts loose: any is a record');
    const taken = { taken: z.object({ rec: z.object({ upper: z.string() }) }) };
    expect(() => new TemplateEngine({ sources: [], facts: taken })).toThrow(
      'Facts taken: rec.upper bears the name of a helper',
    );
  });
});

describe('the hash of a template', () => {
  const hash = (body: string, partials: Record<string, string>): string =>
    engine(body, partials).hashOf('cable');

  test('changes with the template and with every partial it reaches, and with no other', () => {
    const partials = { a: '{{> b}}', b: 'old', c: 'unused' };
    const first = hash('{{> a}}', partials);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(hash('{{> a}}', { ...partials, c: 'other' })).toBe(first);
    expect(hash('{{> a}}', { ...partials, b: 'new' })).not.toBe(first);
    expect(hash('{{> a}} ', partials)).not.toBe(first);
  });
});
