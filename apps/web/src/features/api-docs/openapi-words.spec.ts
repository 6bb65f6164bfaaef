import { z } from 'zod';
import { schemaOf } from './openapi-schema';
import { wordsOf } from './openapi-words';

const Input = z.strictObject({
  id: z.string(),
  title: z.string().min(1).max(1_200),
  on: z.string().meta({ format: 'date' }),
  kind: z.enum(['high', 'other']).nullish(),
  days: z.coerce.number().int().min(1).max(365).default(90),
  posts: z.preprocess((given) => given ?? [], z.array(z.string()).max(5)),
  version: z.preprocess((given) => given, z.number().int().optional()),
  isDone: z.boolean(),
});

describe('an input in the document of the API', () => {
  const { properties, required } = schemaOf(Input, ['id']);

  it('leaves out what stands in the path', () => {
    expect(Object.keys(properties)).not.toContain('id');
  });

  it('requires what the schema refuses to miss, and nothing else', () => {
    expect(required).toEqual(['title', 'on', 'isDone']);
  });

  it.each([
    ['title', 'text, at most 1,200 characters'],
    ['on', 'day, such as 2009-11-15'],
    ['kind', 'one of: high, other, or null'],
    ['days', 'whole number, at least 1, at most 365'],
    ['posts', 'list of: text'],
    ['version', 'whole number'],
    ['isDone', 'true or false'],
  ])('says what %s holds', (name, words) => {
    expect(wordsOf(properties[name]!)).toBe(words);
  });
});
