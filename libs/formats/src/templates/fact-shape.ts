import { z } from 'zod';

/** What a template may find at one place of its facts: a group of named facts, a list, or a plain value. */
export type FactShape =
  | { kind: 'group'; optional: boolean; fields: ReadonlyMap<string, FactShape> }
  | { kind: 'list'; optional: boolean; of: FactShape }
  | { kind: PlainKind; optional: boolean; values: readonly string[] | null };

/** The plain values a template can print or compare. */
export type PlainKind = 'text' | 'number' | 'flag';

type Definition = z.core.$ZodTypes['_zod']['def'];

const PLAIN: Partial<Record<Definition['type'], PlainKind>> = {
  string: 'text',
  template_literal: 'text',
  number: 'number',
  boolean: 'flag',
};

const WRAPPERS: ReadonlySet<string> = new Set([
  'optional',
  'nullable',
  'default',
  'prefault',
  'catch',
  'readonly',
  'nonoptional',
]);

const definitionOf = (schema: z.core.$ZodType): Definition => (schema as z.core.$ZodTypes)._zod.def;

function plain(kind: PlainKind, values: readonly string[] | null = null): FactShape {
  return { kind, optional: false, values };
}

function choiceShape(all: readonly unknown[], place: string): FactShape {
  const values = all.filter((value) => value !== null && value !== undefined);
  const optional = values.length < all.length;
  const kinds = new Set(values.map((value) => typeof value));
  if (kinds.size !== 1)
    throw new Error(`${place} mixes values of several kinds: a template cannot be checked against it.`);
  if (kinds.has('number')) return { ...plain('number'), optional };
  if (kinds.has('boolean')) return { ...plain('flag'), optional };
  return { ...plain('text', values.map(String)), optional };
}

const valuesOf = (shape: FactShape): readonly string[] | null => ('values' in shape ? shape.values : null);

function unionShape(options: readonly z.core.$ZodType[], place: string): FactShape {
  const shapes = options
    .filter((option) => definitionOf(option).type !== 'null')
    .map((option) => shapeAt(option, place));
  const [first, ...others] = shapes;
  if (!first) throw new Error(`${place} can hold nothing but null.`);
  const optional = shapes.length < options.length || shapes.some((shape) => shape.optional);
  if (others.length === 0) return { ...first, optional };
  if (first.kind === 'group' || first.kind === 'list' || others.some((other) => other.kind !== first.kind)) {
    throw new Error(`${place} is a choice of several shapes: a template cannot be checked against it.`);
  }
  const isClosed = shapes.every((shape) => valuesOf(shape) !== null);
  return {
    ...plain(first.kind, isClosed ? shapes.flatMap((shape) => valuesOf(shape) ?? []) : null),
    optional,
  };
}

function wrappedShape(def: Definition, place: string): FactShape {
  const inner = shapeAt((def as z.core.$ZodOptionalDef).innerType, place);
  if (def.type === 'optional' || def.type === 'nullable') return { ...inner, optional: true };
  if (def.type === 'nonoptional') return { ...inner, optional: false };
  return inner;
}

function groupShape(schema: z.core.$ZodType, place: string): FactShape {
  const { shape } = definitionOf(schema) as z.core.$ZodObjectDef;
  const fields = Object.entries(shape).map(([name, field]): [string, FactShape] => [
    name,
    shapeAt(field, place === '' ? name : `${place}.${name}`),
  ]);
  return { kind: 'group', optional: false, fields: new Map(fields) };
}

function shapeAt(schema: z.core.$ZodType, place: string): FactShape {
  const def = definitionOf(schema);
  const kind = PLAIN[def.type];
  if (kind) return plain(kind);
  if (WRAPPERS.has(def.type)) return wrappedShape(def, place);
  if (def.type === 'object') return groupShape(schema, place);
  if (def.type === 'array') {
    return { kind: 'list', optional: false, of: shapeAt(def.element, `${place}[]`) };
  }
  if (def.type === 'union') return unionShape(def.options, place);
  return rareShape(def, place);
}

function rareShape(def: Definition, place: string): FactShape {
  if (def.type === 'pipe') return shapeAt(def.out, place);
  if (def.type === 'enum') return choiceShape(Object.values(def.entries), place);
  if (def.type === 'literal') return choiceShape(def.values, place);
  throw new Error(
    `${place} is a ${def.type}: a template can only be checked against groups, lists and plain values.`,
  );
}

/**
 * Reads a facts schema into the shape that templates are checked against, so that one zod object is type and check.
 * Throws when the schema holds something no check can follow (a record, a transform, a choice of objects).
 */
export function factShape(schema: z.ZodObject): FactShape {
  return shapeAt(schema, '');
}

/** Equal to nothing, not even to itself. */
const unequal = (): number => Number.NaN;

/**
 * The facts as a template sees them: declared fields only, missing ones null, no prototype, frozen to the bottom.
 * Handlebars compares a group with a plain value to count how far `../` climbs: the conversion keeps that from throwing, and
 * from ever finding the two equal.
 */
export function factContext(shape: FactShape, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (shape.kind === 'list')
    return Object.freeze((value as unknown[]).map((one) => factContext(shape.of, one)));
  if (shape.kind !== 'group') return value;
  const group = Object.create(null) as Record<string | symbol, unknown>;
  for (const [name, field] of shape.fields)
    group[name] = factContext(field, (value as Record<string, unknown>)[name]);
  Object.defineProperty(group, Symbol.toPrimitive, { value: unequal, enumerable: false });
  return Object.freeze(group);
}

/** Every path of a shape, in the order of the schema, groups and lists before what is in them; a list's part ends in `[]`. */
export function factPaths(shape: FactShape, at = ''): string[] {
  const own = at === '' ? [] : [at];
  if (shape.kind === 'list') return [...own, ...factPaths(shape.of, `${at}[]`)];
  if (shape.kind !== 'group') return own;
  const inner = [...shape.fields].flatMap(([name, field]) =>
    factPaths(field, at === '' ? name : `${at}.${name}`),
  );
  return [...own, ...inner];
}
