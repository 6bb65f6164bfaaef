import { isInsideWindow, narrativeOutline } from './narrative-outline';
import type { NarrativeEntry } from './narrative-outline';

const window = { from: '2009-05-01', until: '2009-11-30' };
const entry = (id: string, happenedOn: string, changes: Partial<NarrativeEntry> = {}): NarrativeEntry => ({
  id,
  happenedOn,
  verdict: 'credit',
  recommendationIds: ['shelters'],
  ...changes,
});
const outlineOf = (...entries: NarrativeEntry[]) =>
  narrativeOutline({ recommendations: [{ id: 'harvest' }, { id: 'shelters' }], entries, window });

describe('the outline of a narrative', () => {
  it('has a passage for every recommendation in the order given, with or without news', () => {
    expect(outlineOf(entry('funds', '2009-10-02'))).toEqual([
      { recommendationId: 'harvest', credited: [], apart: [], hasNews: false },
      { recommendationId: 'shelters', credited: ['funds'], apart: [], hasNews: true },
    ]);
  });

  test.each<[string, NarrativeEntry, 'credited' | string]>([
    ['credited on the first day of the window', entry('act', '2009-05-01'), 'credited'],
    ['credited on its last day', entry('act', '2009-11-30'), 'credited'],
    ['the day before the window', entry('act', '2009-04-30'), 'outside-window'],
    ['the day after it', entry('act', '2009-12-01'), 'outside-window'],
    ['no credit', entry('act', '2009-10-02', { verdict: 'no-credit' }), 'no-credit'],
    [
      'credit that waits for a role',
      entry('act', '2009-10-02', { verdict: 'credit-if-role-shown' }),
      'credit-if-role-shown',
    ],
    [
      'outside the window and without credit: told as outside',
      entry('act', '2010-01-05', { verdict: 'no-credit' }),
      'outside-window',
    ],
  ])('%s', (_case, given, place) => {
    const isCredited = place === 'credited';
    expect(outlineOf(given)[1]).toEqual({
      recommendationId: 'shelters',
      credited: isCredited ? ['act'] : [],
      apart: isCredited ? [] : [{ entryId: 'act', reason: place }],
      hasNews: isCredited,
    });
  });

  it('tells entries by date, those of one day in the order given', () => {
    const [, shelters] = outlineOf(
      entry('late', '2009-11-02'),
      entry('early', '2009-06-20'),
      entry('second', '2009-09-01'),
      entry('third', '2009-09-01'),
    );
    expect(shelters?.credited).toEqual(['early', 'second', 'third', 'late']);
  });

  it('lets one entry serve several recommendations and leaves out entries that serve none of them', () => {
    const outline = outlineOf(
      entry('inspections', '2009-10-10', { recommendationIds: ['harvest', 'shelters'] }),
      entry('elsewhere', '2009-10-11', { recommendationIds: ['visas'] }),
    );
    expect(outline.map(({ credited }) => credited)).toEqual([['inspections'], ['inspections']]);
  });

  it('has no last day until a cut-off is entered', () => {
    expect(isInsideWindow('2026-12-31', { from: '2026-04-01', until: null })).toBe(true);
    expect(isInsideWindow('2026-03-31', { from: '2026-04-01', until: null })).toBe(false);
  });
});
