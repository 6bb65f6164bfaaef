import { HELPER_RULES, type HelperRule } from './template-helpers';
import { nearestWord } from './near-word';

/** A place in a template's syntax tree with what is wrong there, before the file and the line are put in front. */
interface GrammarFault {
  node: hbs.AST.Node;
  text: string;
}

/** Anything that calls a helper: a printed value, a block, or a helper inside brackets. */
export type HelperCall = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression;

const BLOCKS = [...HELPER_RULES].filter(([, rule]) => rule.gives === null).map(([name]) => name);
const LITERALS: ReadonlySet<string> = new Set(['StringLiteral', 'NumberLiteral', 'BooleanLiteral']);
/** How deep blocks and bracketed helpers may lie inside one another; deeper ones are left unread, so that nothing runs out of stack. */
const DEEPEST = 50;

const SILENT: ReadonlySet<string> = new Set(['ContentStatement', 'CommentStatement']);
const REFUSED: ReadonlyMap<string, string> = new Map([
  ['Decorator', 'a decorator is not allowed'],
  ['DecoratorBlock', 'an inline partial or decorator is not allowed'],
  ['PartialBlockStatement', 'a partial cannot be a block: write {{> name}}'],
]);

const namesGiven = (program: hbs.AST.Program | undefined): number => program?.blockParams?.length ?? 0;

/** The path of a node when it is a path, else null: Handlebars also lets numbers and strings stand where a path belongs. */
export function pathOf(node: hbs.AST.Node | undefined): hbs.AST.PathExpression | null {
  return node?.type === 'PathExpression' ? (node as hbs.AST.PathExpression) : null;
}

/** The bare name a call starts with, or null when it is a longer path, data such as `@index`, or no path at all. */
export function calledName(call: HelperCall): string | null {
  const path = pathOf(call.path);
  if (!path || path.data || path.depth > 0 || path.parts.length !== 1) return null;
  return path.original === path.parts[0] ? path.original : null;
}

/** The rule of the helper a node calls, or null where the node only names a fact. */
export function ruleOf(call: HelperCall): HelperRule | null {
  const name = calledName(call);
  return name === null ? null : (HELPER_RULES.get(name) ?? null);
}

function meant(word: string, candidates: Iterable<string>): string {
  const near = nearestWord(word, candidates);
  return near === null ? '' : ` (did you mean ${near}?)`;
}

/**
 * Reads one syntax tree without its facts and reports every construct outside the small language allowed here.
 * It is an allow-list: a kind of node it has never heard of is a fault.
 */
export class TemplateGrammar {
  private readonly faults: GrammarFault[] = [];
  private depth = 0;

  constructor(private readonly partials: ReadonlySet<string>) {}

  /** All faults of one tree, in the order of the text. */
  read(program: hbs.AST.Program): GrammarFault[] {
    this.program(program);
    return this.faults;
  }

  private fault(node: hbs.AST.Node, text: string): void {
    this.faults.push({ node, text });
  }

  private program(program: hbs.AST.Program | undefined): void {
    for (const statement of program?.body ?? []) this.statement(statement);
  }

  private statement(node: hbs.AST.Statement): void {
    if (node.type === 'MustacheStatement') this.printed(node as hbs.AST.MustacheStatement);
    else if (node.type === 'BlockStatement') this.block(node as hbs.AST.BlockStatement);
    else if (node.type === 'PartialStatement') this.partial(node as hbs.AST.PartialStatement);
    else if (!SILENT.has(node.type))
      this.fault(node, REFUSED.get(node.type) ?? `${node.type} is not allowed`);
  }

  private printed(node: hbs.AST.MustacheStatement): void {
    if (!node.escaped) this.fault(node, 'three braces and {{& are not allowed: write {{…}}');
    if (!pathOf(node.path)) this.fault(node.path, 'only a fact or a helper can be printed');
    else if (node.params.length > 0 || node.hash || ruleOf(node)) this.call(node);
  }

  private block(node: hbs.AST.BlockStatement): void {
    const rule = ruleOf(node);
    const name = pathOf(node.path)?.original ?? 'this';
    if (rule?.gives === null) {
      this.call(node);
      this.names(node, rule);
    } else {
      this.fault(node, `${name} opens no block: use #${BLOCKS.join(', #')}${meant(name, BLOCKS)}`);
    }
    this.deeper(node, () => {
      this.program(node.program);
      this.program(node.inverse);
    });
  }

  private deeper(node: hbs.AST.Node, read: () => void): void {
    this.depth += 1;
    if (this.depth <= DEEPEST) read();
    else this.fault(node, `lies more than ${DEEPEST} levels deep`);
    this.depth -= 1;
  }

  private names(node: hbs.AST.BlockStatement, rule: HelperRule): void {
    const given = namesGiven(node.program);
    if (given > rule.names)
      this.fault(node, `#${calledName(node)} can name ${rule.names} with as |…|, not ${given}`);
    if (namesGiven(node.inverse) > 0) this.fault(node, 'else can name nothing with as |…|');
  }

  private call(node: HelperCall): void {
    const rule = ruleOf(node);
    const name = pathOf(node.path)?.original ?? '';
    if (!rule) this.fault(node, `${name} is not a helper${meant(name, HELPER_RULES.keys())}`);
    else if (rule.gives === null && node.type !== 'BlockStatement')
      this.fault(node, `${name} has to open a block: {{#${name} …}}`);
    else if (node.params.length !== rule.takes.length) {
      this.fault(node, `${name} takes ${rule.takes.length} (given ${node.params.length})`);
    }
    if (node.hash) this.fault(node.hash, `${name} takes no named values`);
    this.deeper(node, () => node.params.forEach((param) => this.value(param)));
  }

  private value(node: hbs.AST.Expression): void {
    if (node.type === 'SubExpression') this.call(node as hbs.AST.SubExpression);
    else if (node.type !== 'PathExpression' && !LITERALS.has(node.type))
      this.fault(node, `${node.type} is not a value here`);
  }

  private partial(node: hbs.AST.PartialStatement): void {
    const name = pathOf(node.name);
    if (!name || name.data) this.fault(node, 'a partial is named in writing, never computed');
    else if (!this.partials.has(name.original)) {
      this.fault(node, `${name.original} is not a partial${meant(name.original, this.partials)}`);
    }
    if (node.params.length > 1) this.fault(node, 'a partial takes one group of facts and named values');
    node.params.forEach((param) => this.value(param));
    node.hash?.pairs.forEach((pair) => this.value(pair.value));
  }
}
