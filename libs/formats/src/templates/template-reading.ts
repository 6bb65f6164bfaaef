import type { FactShape } from './fact-shape';
import { calledName, pathOf } from './template-grammar';
import { isPlain } from './template-kinds';
import { type Place, type Scope, counterPlace, topScope } from './template-scope';
import { TemplateValues } from './template-values';

/** A template or partial as parsed, with what is needed to say where in its file something stands. */
export interface ReadTemplate {
  file: string;
  linesBefore: number;
  tree: hbs.AST.Program;
}

/** How large a template may grow once its partials are written out in place: a bound on checking and on rendering. */
const LARGEST_TEMPLATE = { nodes: 20_000, characters: 1_000_000 };

type Added = [name: string, shape: FactShape | undefined];

/**
 * Follows a template through its facts the way the renderer will, into the partials it uses, and reports every path that
 * leads nowhere. Expects trees that passed the grammar; what passes here renders for any facts of the schema.
 */
export class TemplateReading {
  private readonly findings = new Set<string>();
  private readonly open: ReadTemplate[] = [];
  private readonly values = new TemplateValues((node, text) => this.report(node, text));
  private nodes = 0;
  private characters = 0;
  private opened = 0;

  constructor(private readonly partials: ReadonlyMap<string, ReadTemplate>) {}

  /** All findings of one template against one facts shape, as `file line:column text`. */
  read(template: ReadTemplate, facts: { name: string; shape: FactShape }): string[] {
    const root: Place = { shape: facts.shape, key: '' };
    const nothing = new Set<string>();
    this.enter(template, topScope(root, { root, factsName: facts.name, present: nothing, walked: nothing }));
    return [...this.findings];
  }

  private enter(template: ReadTemplate, scope: Scope): void {
    this.open.push(template);
    this.program(template.tree, scope);
    this.open.pop();
  }

  private report(node: hbs.AST.Node, text: string): void {
    const template = this.open.at(-1);
    if (template) this.findings.add(placed(template, node, text));
  }

  private program(program: hbs.AST.Program | undefined, scope: Scope): void {
    for (const statement of program?.body ?? []) {
      this.nodes += 1;
      if (this.nodes > LARGEST_TEMPLATE.nodes || this.characters > LARGEST_TEMPLATE.characters) {
        this.findings.add(`${this.open[0]?.file} 1:1 is too large once its partials are written out`);
        return;
      }
      this.statement(statement, scope);
    }
  }

  private statement(node: hbs.AST.Statement, scope: Scope): void {
    if (node.type === 'ContentStatement') this.characters += (node as hbs.AST.ContentStatement).value.length;
    if (node.type === 'MustacheStatement') this.values.printed(node as hbs.AST.MustacheStatement, scope);
    if (node.type === 'BlockStatement') this.block(node as hbs.AST.BlockStatement, scope);
    if (node.type === 'PartialStatement') this.partial(node as hbs.AST.PartialStatement, scope);
  }

  private block(node: hbs.AST.BlockStatement, scope: Scope): void {
    const name = calledName(node);
    const place = this.values.opened(node, scope);
    const known = place ? { ...scope, present: new Set([...scope.present, place.key]) } : scope;
    if (name === 'if' || name === 'unless') {
      this.program(node.program, name === 'if' ? known : scope);
      this.program(node.inverse, name === 'if' ? scope : known);
      return;
    }
    if (place) this.program(node.program, this.inside(node, place, known));
    this.program(node.inverse, scope);
  }

  private inside(node: hbs.AST.BlockStatement, place: Place, scope: Scope): Scope {
    const [name, counter] = namesOf(node.program);
    const names = new Map(scope.names);
    const opened =
      place.shape.kind === 'list' ? this.loop(node, place, scope) : this.group(node, place, scope);
    if (name) names.set(name, opened.here);
    if (counter) names.set(counter, counterPlace(opened.here.key));
    return { ...opened, names, parent: scope };
  }

  private group(node: hbs.AST.BlockStatement, here: Place, scope: Scope): Scope {
    if (here.key === scope.here.key) this.report(node, '#with names what it already stands in');
    return { ...scope, here };
  }

  private loop(node: hbs.AST.BlockStatement, list: Place, scope: Scope): Scope {
    this.opened += 1;
    const of = (list.shape as FactShape & { kind: 'list' }).of;
    if (scope.walked.has(list.key)) this.report(node, '#each walks a list inside a walk of the same list');
    if (isPlain(of) && isPlain(scope.here.shape)) {
      this.report(node, '#each walks plain values inside a plain value: put the two side by side');
    }
    const here = { shape: of, key: `${list.key}#${this.opened}` };
    return { ...scope, here, walked: new Set([...scope.walked, list.key]), loops: scope.loops + 1 };
  }

  private partial(node: hbs.AST.PartialStatement, scope: Scope): void {
    const given = node.params[0] ? this.values.value(node.params[0], scope) : scope.here;
    const added = this.added(node, scope);
    const template = this.partials.get(pathOf(node.name)?.original ?? '');
    if (!template || !given) return;
    const why = this.open.includes(template) ? 'the partial uses itself' : mayBeMissing(given, scope);
    if (why) this.report(node, why);
    else this.enter(template, topScope(this.enriched(node, given, added), scope));
  }

  private added(node: hbs.AST.PartialStatement, scope: Scope): Added[] {
    const pairs = node.hash?.pairs ?? [];
    return pairs.map((pair): Added => [pair.key, this.values.value(pair.value, scope)?.shape]);
  }

  private enriched(node: hbs.AST.PartialStatement, given: Place, added: Added[]): Place {
    if (added.length === 0) return given;
    if (given.shape.kind !== 'group') {
      this.report(node, 'named values can only be added to a group of facts');
      return given;
    }
    const fields = new Map(given.shape.fields);
    for (const [name, shape] of added) if (shape) fields.set(name, shape);
    this.opened += 1;
    return { shape: { ...given.shape, fields }, key: `${given.key}+${this.opened}` };
  }
}

function namesOf(program: hbs.AST.Program | undefined): string[] {
  return program?.blockParams ?? [];
}

function mayBeMissing(given: Place, scope: Scope): string | null {
  const isThere = !given.shape.optional || scope.present.has(given.key);
  return isThere ? null : 'what the partial is given may be missing, so stand inside {{#if …}}';
}

/** One finding as the author reads it: file, line and column as an editor counts them, and what is wrong. */
export function placed(template: ReadTemplate, node: hbs.AST.Node, text: string): string {
  const { line, column } = node.loc.start;
  return `${template.file} ${line + template.linesBefore}:${column + 1} ${text}`;
}
