import type { FactShape, PlainKind } from './fact-shape';
import type { Wanted } from './template-helpers';

const NOT_PRINTABLE: Partial<Record<FactShape['kind'], string>> = {
  group: 'is a group of facts, so name one of its fields',
  list: 'is a list, so walk it with #each',
  flag: 'is yes or no, so ask for it with #if',
};

/** How each kind is called in a finding. */
export const KIND_NAMES: Record<Exclude<Wanted, 'any'>, string> = {
  list: 'a list',
  group: 'a group of facts',
  plain: 'a plain value',
  text: 'text',
  number: 'a number',
  flag: 'a yes or no',
};

/** The shape of a plain value; a text written in the template itself has but one value. */
export function plainShape(kind: PlainKind, value?: string): FactShape {
  return { kind, optional: false, values: value === undefined ? null : [value] };
}

/** Whether a shape is one value and not a group or a list. */
export const isPlain = (shape: FactShape): boolean => shape.kind !== 'group' && shape.kind !== 'list';

/** Whether a shape may stand where a helper wants a certain kind. */
export function suits(shape: FactShape, wanted: Wanted): boolean {
  if (wanted === 'any' || wanted === shape.kind) return true;
  return wanted === 'plain' && isPlain(shape);
}

function valuesOf(shape: FactShape): readonly string[] | null {
  return 'values' in shape ? shape.values : null;
}

/** Why two plain values can never be equal, or null when they can: catches a mistyped word in `(eq kind "…")`. */
export function neverEqual(left: FactShape, right: FactShape): string | null {
  if (left.kind !== right.kind) return `it compares ${KIND_NAMES[left.kind]} with ${KIND_NAMES[right.kind]}`;
  const [one, other] = [valuesOf(left), valuesOf(right)];
  if (!one || !other || one.some((value) => other.includes(value))) return null;
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  return `“${few.join('”, “')}” is none of ${many.join(', ')}`;
}

/** Why a shape cannot stand alone in {{…}}, or null when it can. */
export function notPrintable(shape: FactShape): string | null {
  return NOT_PRINTABLE[shape.kind] ?? null;
}

/** The shape of a word, number or yes/no written in the template itself. */
export function literalShape(node: hbs.AST.Expression): FactShape {
  if (node.type === 'NumberLiteral') return plainShape('number');
  if (node.type === 'BooleanLiteral') return plainShape('flag');
  return plainShape('text', (node as hbs.AST.StringLiteral).value);
}
