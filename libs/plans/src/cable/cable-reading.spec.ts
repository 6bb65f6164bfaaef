import {
  cycleYearOf,
  cycleYearOfDate,
  forbiddenMarks,
  planMarkingOf,
  plannedRecommendations,
} from './cable-reading';

const paragraph = (marking: string | null, text: string) => ({ number: 9, marking, text });

describe('what a cable says of a plan', () => {
  it.each([
    ['TAJIKISTAN: ACTION PLAN (2009-2010)', '2009-08-25T17:32:00Z', { year: 2009, by: 'subject' }],
    ['ACTION PLAN 2009–10', '2009-08-25T17:32:00Z', { year: 2009, by: 'subject' }],
    ['2010 REPORT: ACTION PLAN', '2010-08-25T17:32:00Z', { year: 2010, by: 'subject' }],
    ['ACTION PLAN', '2009-08-25T17:32:00Z', { year: 2009, by: 'date' }],
    ['ACTION PLAN', '2010-02-01T17:32:00Z', { year: 2009, by: 'date' }],
    ['ACTION PLAN', '', null],
  ])('reads the cycle of “%s” dated %s', (subject, dateTimeGroup, expected) => {
    expect(cycleYearOf({ subject, dateTimeGroup })).toEqual(expected);
  });

  it('counts May to the cycle before and June to the new one', () => {
    expect(cycleYearOfDate({ dateTimeGroup: '2009-05-31T23:59:00Z' })).toBe(2008);
    expect(cycleYearOfDate({ dateTimeGroup: '2009-06-01T00:00:00Z' })).toBe(2009);
  });

  it('numbers recommendations under their headings', () => {
    const planned = plannedRecommendations({
      recommendations: [
        { priority: 'high', pillar: null, text: 'One' },
        { priority: 'high', pillar: null, text: 'Two [Note: why]' },
        { priority: 'other', pillar: 'protection', text: 'Three' },
        { priority: 'other', pillar: 'prevention', text: 'Four' },
        { priority: 'other', pillar: 'protection', text: 'Five' },
      ],
    });
    expect(planned.map(({ number, text, note }) => [number, text, note])).toEqual([
      [1, 'One', null],
      [2, 'Two', 'why'],
      [1, 'Three', null],
      [1, 'Four', null],
      [2, 'Five', null],
    ]);
  });

  it('takes the mark of the paragraph that holds the recommendations', () => {
    const recommendations = [
      { priority: 'high' as const, pillar: null, text: 'Fund the existing shelters.' },
    ];
    const paragraphs = [paragraph('SBU', 'Thanks.'), paragraph('U', 'Plan: --Fund the existing shelters.')];
    expect(planMarkingOf({ recommendations, paragraphs })).toBe('U');
    expect(
      planMarkingOf({ recommendations, paragraphs: [paragraph('SBU/N', paragraphs[1]!.text)] }),
    ).toBeNull();
    expect(planMarkingOf({ recommendations: [], paragraphs })).toBeNull();
  });

  it('names every mark that must not enter', () => {
    expect(
      forbiddenMarks({ classification: 'UNCLAS', paragraphs: [paragraph('SBU', ''), paragraph(null, '')] }),
    ).toEqual([]);
    expect(
      forbiddenMarks({
        classification: 'Confidential',
        paragraphs: [paragraph('C', ''), paragraph('C', '')],
      }),
    ).toEqual(['CONFIDENTIAL', 'C']);
  });
});
