import type { FactShape } from './fact-shape';
import { nearestWord } from './near-word';

/** One spot in the facts: its shape, and a key under which a block can remember that the spot is not empty. */
export interface Place {
  shape: FactShape;
  key: string;
}

/** What a piece of template sees from where it stands. A block that changes the context opens a scope inside this one. */
export interface Scope {
  here: Place;
  root: Place;
  parent: Scope | null;
  names: ReadonlyMap<string, Place>;
  loops: number;
  walked: ReadonlySet<string>;
  present: ReadonlySet<string>;
  factsName: string;
}

/** What a path leads to, or why it leads nowhere. */
type Found = { place: Place; fault?: undefined } | { place?: undefined; fault: string };

const VALUE: FactShape = { kind: 'number', optional: false, values: null };
const LOOP_WORDS: ReadonlyMap<string, FactShape> = new Map([
  ['index', VALUE],
  ['first', { ...VALUE, kind: 'flag' }],
  ['last', { ...VALUE, kind: 'flag' }],
]);

/** The position in a loop, as `@index` and the second block name give it. */
export function counterPlace(key: string): Place {
  return { shape: VALUE, key: `${key}@index` };
}

/** The scope at the top of a template or of a partial: it sees the facts it is given and nothing above them. */
export function topScope(here: Place, from: Pick<Scope, 'root' | 'factsName' | 'present' | 'walked'>): Scope {
  return {
    here,
    root: from.root,
    parent: null,
    names: new Map(),
    loops: 0,
    walked: from.walked,
    present: from.present,
    factsName: from.factsName,
  };
}

function fieldsOf(place: Place | undefined): Iterable<string> {
  return place?.shape.kind === 'group' ? place.shape.fields.keys() : [];
}

function holds(place: Place, name: string): boolean {
  return place.shape.kind === 'group' && place.shape.fields.has(name);
}

function enclosing(scope: Scope, name: string): string | null {
  let step = '../';
  for (let outer = scope.parent; outer; outer = outer.parent) {
    if (holds(outer.here, name)) return step;
    step += '../';
  }
  return null;
}

function within(place: Place, name: string): string | null {
  if (place.shape.kind !== 'group') return null;
  const owners = [...place.shape.fields].filter(
    ([, shape]) => shape.kind === 'group' && shape.fields.has(name),
  );
  return owners.length === 1 ? `${owners[0]?.[0]}.${name}` : null;
}

function elsewhere(path: hbs.AST.PathExpression, at: Place, scope: Scope): string | null {
  const [word = '', ...after] = path.parts;
  const outer = enclosing(scope, word);
  if (outer) return outer + path.parts.join('.');
  const name = nearestWord(word, scope.names.keys());
  if (name) return [name, ...after].join('.');
  return after.length === 0 ? within(at, word) : null;
}

function suggestion(
  path: hbs.AST.PathExpression,
  at: { place: Place; index: number },
  scope: Scope,
): string | null {
  const word = path.parts[at.index] ?? '';
  const before = path.parts.slice(0, at.index);
  const after = path.parts.slice(at.index + 1);
  const lead = (path.data ? '@' : '') + '../'.repeat(path.depth);
  const near = nearestWord(word, fieldsOf(at.place));
  if (near) return lead + [...before, near, ...after].join('.');
  return at.index > 0 || path.data ? null : elsewhere(path, at.place, scope);
}

function unknown(path: hbs.AST.PathExpression, at: { place: Place; index: number }, scope: Scope): Found {
  const meant = suggestion(path, at, scope);
  return {
    fault: `${path.original} is not in ${scope.factsName}${meant ? ` (did you mean ${meant}?)` : ''}`,
  };
}

function spelt(path: hbs.AST.PathExpression, index: number): string {
  const lead = (path.data ? '@' : '') + '../'.repeat(path.depth);
  return lead + (path.parts.slice(0, index).join('.') || 'this');
}

function stepInto(place: Place, part: string): Place | null {
  const { shape, key } = place;
  if (shape.kind === 'list' && part === 'length') return { shape: VALUE, key: `${key}.length` };
  const field = shape.kind === 'group' ? shape.fields.get(part) : undefined;
  return field ? { shape: field, key: `${key}.${part}` } : null;
}

function walk(path: hbs.AST.PathExpression, start: { place: Place; index: number }, scope: Scope): Found {
  let { place } = start;
  for (let index = start.index; index < path.parts.length; index += 1) {
    if (place.shape.optional && !scope.present.has(place.key)) {
      const name = spelt(path, index);
      return { fault: `${path.original}: ${name} may be missing, so stand inside {{#if ${name}}}` };
    }
    const next = stepInto(place, path.parts[index] ?? '');
    if (!next && place.shape.kind === 'list')
      return {
        fault: `${path.original}: ${spelt(path, index)} is a list, so use {{#each ${spelt(path, index)}}}`,
      };
    if (!next) return unknown(path, { place, index }, scope);
    place = next;
  }
  return { place };
}

function dataWord(path: hbs.AST.PathExpression, scope: Scope): Found {
  const word = path.parts[0] ?? '';
  if (word === 'root' && path.depth === 0) return walk(path, { place: scope.root, index: 1 }, scope);
  const shape = LOOP_WORDS.get(word);
  if (!shape || path.parts.length > 1)
    return { fault: `${path.original} is not one of @index, @first, @last, @root` };
  if (path.depth >= scope.loops)
    return { fault: `${path.original} stands in no {{#each}} that could count it` };
  return { place: { shape, key: `@${path.depth}${word}` } };
}

function climbed(scope: Scope, steps: number): Scope | null {
  let from: Scope | null = scope;
  for (let step = 0; step < steps && from; step += 1) from = from.parent;
  return from;
}

const isScoped = (path: hbs.AST.PathExpression): boolean => /^\.|this\b/.test(path.original);

/** Follows a path from a scope, exactly as the renderer will, and says what is wrong with it in the author's words. */
export function resolve(path: hbs.AST.PathExpression, scope: Scope): Found {
  if (path.data) return dataWord(path, scope);
  const named = scope.names.get(path.parts[0] ?? '');
  if (named && path.depth === 0 && !isScoped(path)) return walk(path, { place: named, index: 1 }, scope);
  const from = climbed(scope, path.depth);
  if (!from) return { fault: `${path.original} climbs above what can be seen from here` };
  return walk(path, { place: from.here, index: 0 }, scope);
}
