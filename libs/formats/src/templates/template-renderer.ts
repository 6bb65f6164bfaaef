import Handlebars from 'handlebars';
import { OWN_HELPERS } from './template-helpers';
import { ruleOf } from './template-grammar';

/** How one output is written: HTML escapes what it prints, text does not. */
export type TemplateFormat = 'html' | 'text';

/** A template made ready to run; takes facts that are already checked and frozen. */
export type Rendering = (facts: unknown) => string;

/** Bounds on one rendering: a template that passes every check must still not be able to hold up the house. */
const RENDERING_LIMITS = { milliseconds: 2_000, turns: 50_000, characters: 8_000_000 };

const PRINTED = 'printed';
const LANGUAGE = ['if', 'unless', 'each', 'with'] as const;
const CLOSED = { log: false, lookup: false, helperMissing: false, blockHelperMissing: false };
const KNOWN = Object.fromEntries(
  [...LANGUAGE, PRINTED, ...Object.keys(OWN_HELPERS)].map((name) => [name, true]),
);
const RUNTIME = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

type Template = ReturnType<typeof Handlebars.compile>;
type Each = (this: unknown, list: unknown, options: Handlebars.HelperOptions) => string;

/** Reads a body into its syntax tree. Refuses anything but text: Handlebars would take a ready-made tree unread. */
export function parseTemplate(body: string): hbs.AST.Program {
  if (typeof body !== 'string') throw new TypeError('A template is text.');
  return Handlebars.parseWithoutProcessing(body);
}

/** Handlebars adds up numbers that stand side by side in text output, so every printed value becomes text first. */
function printed(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

/** Rewrites `{{path}}` to `{{printed path}}` through a whole tree; helpers of our own give text already. */
function printThroughText(program: hbs.AST.Program | undefined): void {
  for (const node of program?.body ?? []) {
    if (node.type === 'MustacheStatement') printOne(node as hbs.AST.MustacheStatement);
    if (node.type !== 'BlockStatement') continue;
    printThroughText((node as hbs.AST.BlockStatement).program);
    printThroughText((node as hbs.AST.BlockStatement).inverse);
  }
}

function printOne(node: hbs.AST.MustacheStatement): void {
  if (ruleOf(node)) return;
  node.params = [node.path];
  node.path = { ...node.path, ...{ data: false, depth: 0, parts: [PRINTED], original: PRINTED } };
}

class Allowance {
  private until = 0;
  private turns = 0;
  private characters = 0;

  begin(): void {
    this.until = performance.now() + RENDERING_LIMITS.milliseconds;
    this.turns = RENDERING_LIMITS.turns;
    this.characters = RENDERING_LIMITS.characters;
  }

  spend(text: string): string {
    this.turns -= 1;
    this.characters -= text.length;
    if (this.turns < 0 || this.characters < 0 || performance.now() > this.until) {
      throw new Error('it walks too many lists inside one another');
    }
    return text;
  }
}

/** One closed Handlebars of one output format: its own helpers and partials, nothing of the global one. */
export class TemplateRenderer {
  private readonly language = Handlebars.create();
  private readonly allowance = new Allowance();

  constructor(private readonly format: TemplateFormat) {
    for (const name of Object.keys(CLOSED)) this.language.unregisterHelper(name);
    for (const [name, helper] of Object.entries(OWN_HELPERS)) this.language.registerHelper(name, helper);
    this.language.registerHelper(PRINTED, printed);
    this.boundEach();
  }

  /** Makes a partial, already checked, usable by every template of this format. */
  addPartial(name: string, body: string): void {
    this.language.registerPartial(name, this.compiled(body));
  }

  /** Compiles a checked body once; the result may be called as often as needed and throws when a bound is passed. */
  rendering(body: string): Rendering {
    const template = this.compiled(body);
    return (facts) => {
      this.allowance.begin();
      return template(facts, RUNTIME);
    };
  }

  private compiled(body: string): Template {
    const tree = parseTemplate(body);
    printThroughText(tree);
    return this.language.compile(tree, {
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: { ...CLOSED, ...KNOWN },
      noEscape: this.format === 'text',
    });
  }

  private boundEach(): void {
    const each = this.language.helpers['each'] as unknown as Each;
    const { allowance } = this;
    this.language.registerHelper(
      'each',
      function (this: unknown, list: unknown, options: Handlebars.HelperOptions) {
        const { fn } = options;
        const bounded: typeof fn = (context, more) => allowance.spend(fn(context, more));
        return each.call(this, list, { ...options, fn: bounded });
      },
    );
  }
}

/** The names of helpers and language words, which no fact may bear. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(Object.keys({ ...KNOWN, ...CLOSED }));
