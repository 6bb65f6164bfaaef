import fc from 'fast-check';
import { PILLARS, PRIORITIES, groupRecommendations, inPlanOrder } from './recommendation-priority';
import type { Placed } from './recommendation-priority';

const placed = (priority: Placed['priority'], pillar: Placed['pillar'], number: number): Placed => ({
  priority,
  pillar,
  number,
});

describe('the order of a plan', () => {
  const shuffled = [
    placed('other', null, 1),
    placed('other', 'prevention', 1),
    placed('other', 'prosecution', 2),
    placed('high', 'protection', 2),
    placed('other', 'protection', 1),
    placed('other', 'prosecution', 1),
    placed('high', null, 1),
  ];

  it('puts high-priority items first, then the three Ps, then what has none', () => {
    expect(inPlanOrder(shuffled)).toEqual([
      placed('high', null, 1),
      placed('high', 'protection', 2),
      placed('other', 'prosecution', 1),
      placed('other', 'prosecution', 2),
      placed('other', 'protection', 1),
      placed('other', 'prevention', 1),
      placed('other', null, 1),
    ]);
  });

  it('groups under one heading each and leaves empty headings out', () => {
    const groups = groupRecommendations(shuffled.filter(({ pillar }) => pillar !== 'prevention'));
    expect(
      groups.map(({ priority, pillar, recommendations }) => [priority, pillar, recommendations.length]),
    ).toEqual([
      ['high', null, 2],
      ['other', 'prosecution', 2],
      ['other', 'protection', 1],
      ['other', null, 1],
    ]);
    expect(groupRecommendations([])).toEqual([]);
  });

  it('loses nothing and leaves the given list alone', () => {
    const anyPlaced = fc.record({
      priority: fc.constantFrom(...PRIORITIES),
      pillar: fc.constantFrom(null, ...PILLARS),
      number: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(anyPlaced), (recommendations) => {
        const before = [...recommendations];
        const ordered = inPlanOrder(recommendations);
        expect(new Set(ordered)).toEqual(new Set(recommendations));
        expect(ordered).toHaveLength(recommendations.length);
        expect(recommendations).toEqual(before);
      }),
    );
  });
});
