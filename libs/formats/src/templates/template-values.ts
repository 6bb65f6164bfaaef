import type { FactShape } from './fact-shape';
import { type HelperCall, calledName, pathOf, ruleOf } from './template-grammar';
import { HELPER_RULES, type Wanted } from './template-helpers';
import { KIND_NAMES, literalShape, neverEqual, notPrintable, plainShape, suits } from './template-kinds';
import { type Place, type Scope, resolve } from './template-scope';

/** Where a reading puts what it finds: the node it concerns and the words. */
type Report = (node: hbs.AST.Node, text: string) => void;

/** Reads the expressions of a template: paths, words written in it, and helpers with what they are given. */
export class TemplateValues {
  constructor(private readonly report: Report) {}

  /** Reads what stands in {{…}}, which has to end in something that can be printed. */
  printed(node: hbs.AST.MustacheStatement, scope: Scope): void {
    const shape = ruleOf(node) ? this.called(node, scope) : this.value(node.path, scope)?.shape;
    const why = shape && notPrintable(shape);
    if (why) this.report(node.path, `${pathOf(node.path)?.original} ${why}`);
  }

  /** Reads one expression and says where it leads, or null after reporting that it leads nowhere. */
  value(node: hbs.AST.Expression, scope: Scope): Place | null {
    if (node.type === 'SubExpression') {
      const shape = this.called(node as hbs.AST.SubExpression, scope);
      return shape && { shape, key: '()' };
    }
    const path = pathOf(node);
    if (!path) return { shape: literalShape(node), key: '“”' };
    const found = resolve(path, scope);
    if (found.fault !== undefined) this.report(path, found.fault);
    return found.place ?? null;
  }

  /** Reads what a block opens on; null after reporting that it cannot be opened on that. */
  opened(node: hbs.AST.BlockStatement, scope: Scope): Place | null {
    const name = calledName(node) ?? '';
    const [first] = node.params;
    const [wanted] = HELPER_RULES.get(name)?.takes ?? [];
    return first && wanted ? this.argument(first, { name: `#${name}`, wanted }, scope) : null;
  }

  private called(call: HelperCall, scope: Scope): FactShape | null {
    const name = calledName(call) ?? '';
    const rule = ruleOf(call);
    if (!rule?.gives) return null;
    const given = call.params.map((param, index) =>
      this.argument(param, { name, wanted: rule.takes[index] ?? 'any' }, scope),
    );
    if (name === 'eq') this.compared(call, given);
    return plainShape(rule.gives);
  }

  private compared(call: HelperCall, [left, right]: (Place | null)[]): void {
    const why = left && right ? neverEqual(left.shape, right.shape) : null;
    if (why) this.report(call, `eq can never hold: ${why}`);
  }

  private argument(
    node: hbs.AST.Expression,
    rule: { name: string; wanted: Wanted },
    scope: Scope,
  ): Place | null {
    const place = this.value(node, scope);
    if (!place || rule.wanted === 'any' || suits(place.shape, rule.wanted)) return place;
    const said = pathOf(node)?.original ?? 'this';
    this.report(
      node,
      `${rule.name} wants ${KIND_NAMES[rule.wanted]}, and ${said} is ${KIND_NAMES[place.shape.kind]}`,
    );
    return null;
  }
}
