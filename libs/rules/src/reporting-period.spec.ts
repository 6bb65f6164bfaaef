import fc from 'fast-check';
import { daysBetween } from './calendar-date';
import { cycleMilestones } from './reporting-period';
import type { CycleFacts } from './reporting-period';

const rows = (cycle: CycleFacts) =>
  cycleMilestones(cycle).map(({ kind, nature, on, until }) =>
    [kind, nature, on, ...(until === undefined ? [] : [until ?? 'open'])].join(' '),
  );

describe('the computed milestones of a cycle', () => {
  it('2009–10, the report released on 16 June 2009', () => {
    expect(rows({ reportYear: 2009, reportReleasedOn: '2009-06-16' })).toEqual([
      'report statutory 2009-06-01',
      'report actual 2009-06-16',
      'determinations statutory 2009-07-31 2009-09-14',
      'interim-assessment statutory 2010-02-01',
      'interim-window instructed 2009-05-01 2009-11-30',
    ]);
  });

  it('today’s law, the report released on 29 September 2025', () => {
    expect(rows({ reportYear: 2025, reportReleasedOn: '2025-09-29' })).toEqual([
      'report statutory 2025-06-30',
      'report actual 2025-09-29',
      'determinations statutory 2025-11-13 2025-12-28',
      'statutory-plan statutory 2026-03-28',
      'interim-assessment statutory 2026-02-01',
      'interim-window statutory 2025-04-01 open',
    ]);
  });

  it('today’s law before the report is out: counted from its statutory date', () => {
    expect(rows({ reportYear: 2026, reportReleasedOn: null })).toEqual([
      'report statutory 2026-06-30',
      'determinations statutory 2026-08-14 2026-09-28',
      'statutory-plan statutory 2026-12-27',
      'interim-assessment statutory 2027-02-01',
      'interim-window statutory 2026-04-01 open',
    ]);
  });

  test.each<[number, string[]]>([
    [2000, []],
    [2001, ['report']],
    [2003, ['report', 'determinations']],
    [2004, ['report', 'determinations', 'interim-assessment']],
    [2006, ['report', 'determinations', 'interim-assessment', 'interim-window']],
    [2010, ['report', 'determinations', 'interim-assessment', 'interim-window']],
    [2011, ['report', 'determinations', 'interim-assessment']],
    [2018, ['report', 'determinations', 'interim-assessment']],
    [2019, ['report', 'determinations', 'statutory-plan', 'interim-assessment', 'interim-window']],
  ])('the report year %i has %j', (reportYear, kinds) => {
    expect(cycleMilestones({ reportYear }).map(({ kind }) => kind)).toEqual(kinds);
  });

  test.each([
    [2018, '2018-06-01'],
    [2019, '2019-06-30'],
  ])('the report of %i is owed by %s', (reportYear, on) => {
    expect(cycleMilestones({ reportYear })[0]).toMatchObject({ kind: 'report', nature: 'statutory', on });
  });

  it('never computes what is instructed by cable, and names a source for everything', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2001, max: 2060 }), (reportYear) => {
        const milestones = cycleMilestones({ reportYear });
        const kinds = milestones.map(({ kind }) => kind);
        expect(kinds).not.toContain('post-report');
        expect(kinds).not.toContain('post-answers');
        expect(milestones.every(({ source }) => source.length > 10)).toBe(true);
        for (const { on, until } of milestones) if (until) expect(daysBetween(on, until)).toBeGreaterThan(0);
      }),
    );
  });
});
