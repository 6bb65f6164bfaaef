import { z } from 'zod';
import { accept } from './accept';
import { Invalid, type Reason } from './errors';

const Input = z.strictObject({
  name: z.string('Enter a name.').min(1, 'Enter a name.'),
  posts: z.array(z.string()).default([]),
});

function reasonsFor(given: unknown): Reason[] {
  try {
    accept(Input, given);
  } catch (error) {
    if (error instanceof Invalid) return error.reasons;
    throw error;
  }
  throw new Error('It was accepted.');
}

describe('reading what came from outside', () => {
  it('hands out what the schema made of it', () => {
    expect(accept(Input, { name: 'Dana' })).toEqual({ name: 'Dana', posts: [] });
  });

  it('tells every reason at once, each with its place', () => {
    expect(reasonsFor({ posts: [1], role: 'x' }).map(({ field }) => field)).toEqual([
      'name',
      'posts.0',
      'role',
    ]);
  });

  it('names a key that is not known', () => {
    expect(reasonsFor({ name: 'Dana', isAdmin: true })).toEqual([
      { field: 'isAdmin', code: 'unknown-key', message: 'Remove “isAdmin”: it is not known here.' },
    ]);
  });

  it.each([
    ['NUL', { name: 'a\u0000b' }, 'name'],
    ['half a character', { name: 'a\uD800' }, 'name'],
    ['NUL inside a list', { name: 'Dana', posts: ['A', '\u0000'] }, 'posts.1'],
  ])('refuses %s, which no database takes', (_what, given, field) => {
    expect(reasonsFor(given)).toEqual([expect.objectContaining({ field, code: 'control-character' })]);
  });

  it('refuses what is nested without end, whatever the schema', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
    expect(reasonsFor({ name: 'Dana', posts: deep })).toEqual([
      expect.objectContaining({ code: 'too-deep' }),
    ]);
  });

  it('takes characters that two halves make', () => {
    expect(accept(Input, { name: '😀' }).name).toBe('😀');
  });

  it('refuses what is no object at all', () => {
    expect(reasonsFor('text').map(({ field }) => field)).toEqual(['form']);
    expect(reasonsFor(null).map(({ field }) => field)).toEqual(['form']);
  });
});
