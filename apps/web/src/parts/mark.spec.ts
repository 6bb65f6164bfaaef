import {
  type CreditFacts,
  governmentCredit,
  statisticAcceptance,
  type StatisticFacts,
} from '@demarche/rules';
import { creditSentence, spokenAcceptance } from './mark';

const act: CreditFacts = { ranBy: 'ngo', paidBy: 'ngo', governmentGave: [], role: null };
const figure: StatisticFacts = {
  term: 'cases',
  category: 'investigation',
  basis: 'trafficking-offence',
  evidence: null,
  count: 9,
  unit: 'cases',
};

describe('the sentence on credit', () => {
  it.each([
    [{ ranBy: 'government', paidBy: 'us' }, 'Credited: the government ran it.'],
    [
      { ranBy: 'government', paidBy: 'government' },
      'Credited: the government ran it and the government paid for it.',
    ],
    [
      { governmentGave: ['premises'], role: 'It gave the building.' },
      'Credited: the government contributed to it and its part in it is told.',
    ],
    [{ governmentGave: ['premises'] }, 'Not credited yet: say what the government’s part was.'],
    [
      { paidBy: 'unknown' },
      'Not credited yet: say who paid, or name what the government contributed and what its part was.',
    ],
    [
      {},
      'Not credited: somebody else ran it; somebody else paid for it; and no contribution of the government is named. If it did contribute, name what it gave and what its part was.',
    ],
  ] as const)('for %j is “%s”', (change, sentence) => {
    expect(creditSentence(governmentCredit({ ...act, ...change }))).toBe(sentence);
  });
});

describe('the sentence on a figure', () => {
  it.each([
    [{}, 'Accepted: the offense is defined as trafficking.'],
    [{ basis: 'related' }, 'Refused: a related offense does not count as trafficking.'],
    [
      { basis: 'other-offence-with-evidence', category: null },
      'Refused: nobody has said whether these are investigations, prosecutions, convictions or sentences; and the evidence that these cases were trafficking is not named.',
    ],
  ] as const)('for %j is “%s”', (change, sentence) => {
    expect(spokenAcceptance(statisticAcceptance({ ...figure, ...change })).sentence).toBe(sentence);
  });
});
