import { listingGrounds, watchListLaw } from './watch-list-law';

describe('the clock of the Special Watch List', () => {
  test.each([
    [2008, null],
    [2009, { waiverYears: 2, yearsAfterReturn: null }],
    [2018, { waiverYears: 2, yearsAfterReturn: null }],
    [2019, { waiverYears: 1, yearsAfterReturn: 1 }],
    [2026, { waiverYears: 1, yearsAfterReturn: 1 }],
  ])('for the report of %i', (reportYear, expected) => {
    const law = watchListLaw(reportYear);
    expect(law && { waiverYears: law.waiverYears, yearsAfterReturn: law.yearsAfterReturn }).toEqual(expected);
  });

  it('counts two years in a row from 23 December 2008, so that 2011 is the first report it can bind', () => {
    for (const reportYear of [2009, 2026])
      expect(watchListLaw(reportYear)).toMatchObject({
        consecutiveYears: 2,
        countedAfter: '2008-12-23',
        earliestReport: 2011,
      });
  });
});

describe('the grounds for listing', () => {
  test.each([
    [2003, null],
    [2004, { countsCommitments: true, weighsConcreteActions: false }],
    [2018, { countsCommitments: true, weighsConcreteActions: false }],
    [2019, { countsCommitments: false, weighsConcreteActions: true }],
  ])('for the report of %i', (reportYear, expected) => {
    const grounds = listingGrounds(reportYear);
    expect(expected === null ? grounds : grounds && { ...grounds, source: undefined }).toEqual(
      expected === null ? null : { ...expected, source: undefined },
    );
  });
});
