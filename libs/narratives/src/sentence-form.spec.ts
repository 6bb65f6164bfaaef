import { spanInWords } from './span-words';
import { effortSentence } from './effort-sentence';
import { asSentence, countWords, quotedLast } from './sentence-form';

const act = { happenedOn: '2009-10-02', ranBy: 'us' as const, paidBy: 'us' as const, role: null };

describe('the form of a sentence', () => {
  it.each([
    ['Three men were tried', 'Three men were tried.'],
    ['Three men were tried.', 'Three men were tried.'],
    ['He said: “We will.”', 'He said: “We will.”'],
    ['Will it last?', 'Will it last?'],
    ['Three men were tried (in Khujand).', 'Three men were tried (in Khujand).'],
    ['Three men\n were  tried;', 'Three men were tried.'],
  ])('ends %p as %p', (text, sentence) => {
    expect(asSentence(text)).toBe(sentence);
  });

  it('quotes with the full stop inside, once', () => {
    expect(quotedLast('Fund shelters')).toBe('“Fund shelters.”');
    expect(quotedLast('Fund shelters.')).toBe('“Fund shelters.”');
  });

  it.each([
    ['2009-05-01', '2009-11-30', 'between 1 May and 30 November 2009'],
    ['2008-12-01', '2009-01-31', 'between 1 December 2008 and 31 January 2009'],
    ['2009-05-01', '2009-05-01', 'on 1 May 2009'],
  ])('writes the span from %s to %s', (from, until, words) => {
    expect(spanInWords(from, until)).toBe(words);
  });

  it.each([
    ['A. Nazarov resigned.', 'A. Nazarov resigned (act of the United States, 2 October 2009).'],
    ['The envoy spoke, “Go on.”', 'On 2 October 2009, the envoy spoke, “Go on.” (Act of the United States.)'],
    [
      'Trained 12 October 2010 staff',
      'Trained 12 October 2010 staff (act of the United States, 2 October 2009).',
    ],
    ['Closed on 2 October 2009', 'Closed on 2 October 2009 (act of the United States).'],
    ['Met on 12 October 2009', 'Met on 12 October 2009 (act of the United States, 2 October 2009).'],
  ])('puts day and actor to %p', (text, sentence) => {
    expect(effortSentence({ ...act, text })).toBe(sentence);
  });

  it('counts words, not dashes', () => {
    expect(countWords('From 1 May – in all – 3 trials.')).toBe(7);
  });
});
