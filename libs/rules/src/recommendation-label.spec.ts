import { headingLetter, recommendationLabel, withLabels } from './recommendation-label';
import type { Pillar } from './recommendation-priority';

const high = { priority: 'high', pillar: null, number: 1 } as const;
const under = (pillar: Pillar | null, number = 1) => ({ priority: 'other' as const, pillar, number });
const labelsOf = (...pillars: (Pillar | null)[]) =>
  withLabels([high, ...pillars.map((pillar) => under(pillar))]).map(({ label }) => label);

describe('the labels of a plan’s recommendations', () => {
  test.each<[string, (Pillar | null)[], string[]]>([
    ['no pillar at all', [null], ['A1', 'B1']],
    ['one pillar', ['protection'], ['A1', 'B1']],
    ['one pillar and the rest', ['prosecution', null], ['A1', 'B1', 'C1']],
    ['two pillars and the rest', ['prosecution', 'prevention', null], ['A1', 'B1', 'C1', 'D1']],
    ['all of them', ['prosecution', 'protection', 'prevention', null], ['A1', 'B1', 'C1', 'D1', 'E1']],
  ])('run on without a gap in a plan with %s', (_what, pillars, expected) => {
    expect(labelsOf(...pillars)).toEqual(expected);
  });

  it('do not depend on the order of the list', () => {
    const all = [under(null, 3), under('prevention', 2), high];
    expect(withLabels(all).map(({ label }) => label)).toEqual(['C3', 'B2', 'A1']);
  });

  it('keep A for the high-priority list also where it is empty, whatever pillar an item of it serves', () => {
    expect(recommendationLabel(under(null), [under(null)])).toBe('B1');
    expect(headingLetter({ priority: 'high', pillar: 'prevention' }, [])).toBe('A');
  });

  it('do not count a pillar that only high-priority items serve', () => {
    const all = [{ ...high, pillar: 'prosecution' as const }, under('protection')];
    expect(withLabels(all).map(({ label }) => label)).toEqual(['A1', 'B1']);
  });
});
