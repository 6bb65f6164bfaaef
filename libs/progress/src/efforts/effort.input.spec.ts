import { accept, Invalid } from '@demarche/base';
import { z } from 'zod';
import { AmendedEffortInput, NewEffortInput } from './effort.input';

const FOUR = {
  planId: 'plan-1',
  text: 'The ministry opened a shelter.',
  happenedOn: '2009-10-12',
  ranBy: 'government',
  recommendationIds: ['rec-1'],
};

function refusals(given: object) {
  try {
    accept(NewEffortInput, given);
  } catch (error) {
    return (error as Invalid).reasons.map(({ field, message }) => `${field}: ${message}`);
  }
  return [];
}

describe('an effort as it is sent in', () => {
  it('needs four fields beside its plan, and leaves the rest unknown or empty', () => {
    expect(accept(NewEffortInput, FOUR)).toEqual({
      ...FOUR,
      paidBy: 'unknown',
      governmentGave: [],
      role: null,
      actionKind: null,
      sourceKind: null,
      source: null,
      marking: null,
      completes: [],
      sure: false,
    });
  });

  it('names every missing field at once in plain English', () => {
    expect(refusals({ planId: 'plan-1' })).toEqual([
      'text: Say what happened.',
      'happenedOn: Say on which day it happened.',
      'ranBy: Say who acted.',
      'recommendationIds: Choose at least one recommendation that this is about.',
    ]);
  });

  it('reads a form: blanks as left out, one box as a list, the same box twice as once', () => {
    const form = {
      ...FOUR,
      recommendationIds: 'rec-1',
      governmentGave: ['premises', 'premises'],
      paidBy: '',
      role: '  ',
      marking: '',
    };
    expect(accept(NewEffortInput, form)).toMatchObject({
      recommendationIds: ['rec-1'],
      governmentGave: ['premises'],
      paidBy: 'unknown',
      role: null,
      marking: null,
    });
  });

  it.each([
    ['2009-02-30', 'a day that is not in the calendar'],
    ['12 October 2009', 'another way to write a day'],
    ['', 'a blank day'],
  ])('refuses %s, %s', (happenedOn) => {
    expect(refusals({ ...FOUR, happenedOn })).toHaveLength(1);
  });

  it('refuses unknown keys by name', () => {
    expect(refusals({ ...FOUR, verdict: 'credit' })).toEqual([
      'verdict: Remove “verdict”: it is not known here.',
    ]);
  });

  it('refuses a text that is too long, and hidden characters that turn the reading direction', () => {
    expect(refusals({ ...FOUR, text: 'x'.repeat(4_001) })).toEqual([
      'text: Use at most 4,000 characters: this has 1 too many.',
    ]);
    expect(refusals({ ...FOUR, text: 'three \u202Emen' })).toEqual([
      'text: Remove what cannot be kept: character 7, right-to-left override (U+202E).',
    ]);
    expect(refusals({ ...FOUR, text: 'a\u0000b' })).toHaveLength(1);
  });

  it('turns line breaks into blanks', () => {
    expect(accept(NewEffortInput, { ...FOUR, text: ' Three men\r\nwere tried. ' }).text).toBe(
      'Three men were tried.',
    );
  });

  it('leaves a missing version to the store, and reads one from a form', () => {
    const { text, happenedOn, ranBy, recommendationIds } = FOUR;
    const amended = { id: 'effort-1', text, happenedOn, ranBy, recommendationIds };
    expect(accept(AmendedEffortInput, amended).version).toBeUndefined();
    expect(accept(AmendedEffortInput, { ...amended, version: '3' }).version).toBe(3);
  });

  it('describes itself to machines with four fields required beside the plan', () => {
    const described = z.toJSONSchema(NewEffortInput, { io: 'input' });
    expect(described.required).toEqual(['planId', 'text', 'happenedOn', 'ranBy', 'recommendationIds']);
    expect(described.additionalProperties).toBe(false);
    expect(described.properties?.happenedOn).toMatchObject({ type: 'string', format: 'date' });
  });
});
