import { type LeakCode, nonPaperLeaks } from './non-paper-leaks';

const codesIn = (text: string, names: string[] = []) => nonPaperLeaks(text, names).map(({ code }) => code);

describe('what a non-paper must never carry', () => {
  test.each<[LeakCode, string]>([
    ['portion-mark', 'Fund the shelter. (SBU)'],
    ['portion-mark', '(U) Fund the shelter.'],
    ['portion-mark', 'Fund （SBU） the shelter.'],
    ['portion-mark', 'Fund S\u200BBU the shelter.'],
    ['portion-mark', '(SBU//NF) Fund it.'],
    ['portion-mark', 'This is sensitive but unclassified.'],
    ['cable-number', 'As told in STATE 12345.'],
    ['cable-number', 'As told in 09STATE88558.'],
    ['cable-number', 'As told in 2008 STATE 132759.'],
    ['cable-number', 'See DUSHANBE 1350.'],
    ['cable-number', 'See 04 ADDIS ABABA 2048.'],
    ['reference', 'As in reftel, train judges.'],
    ['reference', 'See REF B.'],
    ['reference', 'See Ref B.'],
    ['tag', 'KTIP matters.'],
    ['tag', 'E.O. 12958 applies.'],
    ['office', 'G/TIP asks for more.'],
    ['office', 'The TIP Office asks for more.'],
    ['office', 'SCA/CEN clears this.'],
    ['office', 'The Department of State offers help.'],
    ['post', 'Post will follow up.'],
    ['post', 'The U.S. Embassy will follow up.'],
    ['post', 'AMEMBASSY will follow up.'],
    ['signature', 'With thanks, CLINTON'],
    ['note', 'Fund the shelter [ask the deputy minister].'],
    ['note', 'For post’s background: ask the deputy.'],
    ['cable-words', 'End non-paper.'],
    ['cable-words', 'Begin action plan.'],
    ['cable-words', 'See the talking points.'],
    ['list-talk', 'This leads to removal from the Tier 2 Watch List.'],
    ['list-talk', 'High-priority items come first.'],
    ['list-talk', 'A downgrade is likely.'],
  ])('%s: %s', (code, text) => {
    expect(codesIn(text)).toContain(code);
  });

  it('tells the place and the words', () => {
    expect(nonPaperLeaks('Fund it (SBU) now')).toContainEqual({
      at: 8,
      found: '(SBU)',
      code: 'portion-mark',
    });
  });

  it('knows the names it is given, whole words only and in any case', () => {
    expect(codesIn('Ask jane miller.', ['Jane Miller'])).toEqual(['name']);
    expect(codesIn('Ask Embassy Dushanbe.', ['Embassy Dushanbe'])).toEqual(['name']);
    expect(codesIn('Ask the Millers.', ['Miller', ' '])).toEqual([]);
  });

  test.each([
    'Ensure coordination with the State Committee on National Security.',
    'Improve the safe return of victims by training diplomatic staff in its embassies.',
    'Give high priority to children; post signs at the border.',
    'Investigate at least 12 cases (see the law of 2004) and train 300 officers.',
    'Upgrade the shelter in Khujand and its hotline.',
    'Amend article 130.1 of the criminal code (C. 5) so that penalties are at least 5 years.',
    'Prosecute officials in secret detention sites.',
  ])('lets pass: %s', (text) => {
    expect(codesIn(text)).toEqual([]);
  });
});
