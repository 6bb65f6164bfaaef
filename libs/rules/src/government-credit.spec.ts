import fc from 'fast-check';
import { CONTRIBUTIONS, PARTIES, governmentCredit } from './government-credit';
import type { Contribution, CreditFacts, CreditVerdict, Party } from './government-credit';

interface Expected {
  verdict: CreditVerdict;
  codes: string[];
  missing: string[];
}

const facts = (changes: Partial<CreditFacts>): CreditFacts => ({
  ranBy: 'ngo',
  paidBy: 'igo',
  governmentGave: [],
  role: null,
  ...changes,
});

const OUTSIDER_REASONS = ['outsider-ran', 'outsider-paid', 'government-gave-nothing'];

describe('government credit', () => {
  test.each<[string, Partial<CreditFacts>, Expected]>([
    [
      'the government ran it',
      { ranBy: 'government' },
      { verdict: 'credit', codes: ['government-ran'], missing: [] },
    ],
    [
      'the government paid for it',
      { paidBy: 'government' },
      { verdict: 'credit', codes: ['government-paid'], missing: [] },
    ],
    [
      'both',
      { ranBy: 'government', paidBy: 'government' },
      { verdict: 'credit', codes: ['government-ran', 'government-paid'], missing: [] },
    ],
    [
      'it ran it and who paid is unknown',
      { ranBy: 'government', paidBy: 'unknown' },
      { verdict: 'credit', codes: ['government-ran'], missing: [] },
    ],
    [
      'it paid and who ran it is unknown',
      { ranBy: 'unknown', paidBy: 'government' },
      { verdict: 'credit', codes: ['government-paid'], missing: [] },
    ],
    [
      'an outsider ran it, the government gave a house and its role is told',
      { governmentGave: ['premises'], role: 'Ministry of Interior lends and heats the shelter building' },
      { verdict: 'credit', codes: ['government-gave', 'role-shown'], missing: [] },
    ],
    [
      'an outsider ran it with a told role, and only who paid is unknown',
      { paidBy: 'unknown', governmentGave: ['staff'], role: 'Two prosecutors taught half of the course' },
      { verdict: 'credit', codes: ['government-gave', 'role-shown'], missing: [] },
    ],
    [
      'the government gave, but what it did is untold',
      { governmentGave: ['curriculum'] },
      { verdict: 'credit-if-role-shown', codes: ['role-missing'], missing: ['role'] },
    ],
    [
      'a role of blanks is no role',
      { governmentGave: ['money'], role: ' \t\n ' },
      { verdict: 'credit-if-role-shown', codes: ['role-missing'], missing: ['role'] },
    ],
    [
      'who ran it is unknown',
      { ranBy: 'unknown' },
      { verdict: 'credit-if-role-shown', codes: ['party-unknown'], missing: ['ranBy'] },
    ],
    [
      'who paid is unknown',
      { paidBy: 'unknown' },
      { verdict: 'credit-if-role-shown', codes: ['party-unknown'], missing: ['paidBy'] },
    ],
    [
      'nothing is known of either party',
      { ranBy: 'unknown', paidBy: 'unknown' },
      {
        verdict: 'credit-if-role-shown',
        codes: ['party-unknown', 'party-unknown'],
        missing: ['ranBy', 'paidBy'],
      },
    ],
    [
      'parties and role are all open',
      { ranBy: 'unknown', paidBy: 'unknown', governmentGave: ['legal'] },
      {
        verdict: 'credit-if-role-shown',
        codes: ['party-unknown', 'party-unknown', 'role-missing'],
        missing: ['ranBy', 'paidBy', 'role'],
      },
    ],
    [
      'the role is told, yet who ran it is unknown',
      { ranBy: 'unknown', paidBy: 'us', governmentGave: ['staff'], role: 'Border guards lectured' },
      { verdict: 'credit-if-role-shown', codes: ['party-unknown'], missing: ['ranBy'] },
    ],
    [
      'an outsider ran and paid for all of it',
      {},
      { verdict: 'no-credit', codes: OUTSIDER_REASONS, missing: [] },
    ],
    [
      'the embassy ran and paid for it',
      { ranBy: 'us', paidBy: 'us' },
      { verdict: 'no-credit', codes: OUTSIDER_REASONS, missing: [] },
    ],
    [
      'a role is told although the government gave nothing',
      { ranBy: 'other', paidBy: 'ngo', role: 'A deputy minister opened the event' },
      { verdict: 'no-credit', codes: OUTSIDER_REASONS, missing: [] },
    ],
  ])('%s', (_case, changes, { verdict, codes, missing }) => {
    const credit = governmentCredit(facts(changes));
    expect(credit.verdict).toBe(verdict);
    expect(credit.reasons.map(({ code }) => code)).toEqual(codes);
    expect(credit.missing).toEqual(missing);
  });

  it('names the field of every reason', () => {
    expect(governmentCredit(facts({})).reasons).toEqual([
      { code: 'outsider-ran', field: 'ranBy' },
      { code: 'outsider-paid', field: 'paidBy' },
      { code: 'government-gave-nothing', field: 'governmentGave' },
    ]);
    expect(governmentCredit(facts({ paidBy: 'unknown', governmentGave: ['money'] })).reasons).toEqual([
      { code: 'party-unknown', field: 'paidBy' },
      { code: 'role-missing', field: 'role' },
    ]);
  });

  const anyFacts = fc.record({
    ranBy: fc.constantFrom<Party>(...PARTIES),
    paidBy: fc.constantFrom<Party>(...PARTIES),
    governmentGave: fc.subarray<Contribution>([...CONTRIBUTIONS]),
    role: fc.constantFrom(null, '', '  ', 'lent a building'),
  });

  it('always gives a reason, and names what is missing exactly when the verdict waits for it', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { verdict, reasons, missing } = governmentCredit(given);
        expect(reasons.length).toBeGreaterThan(0);
        expect(missing.length > 0).toBe(verdict === 'credit-if-role-shown');
      }),
    );
  });

  it('never turns worse when the government’s own part grows', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const richer: CreditFacts = { ...given, ranBy: 'government' };
        expect(governmentCredit(richer).verdict).toBe('credit');
        if (governmentCredit(given).verdict === 'credit') {
          const withMore: CreditFacts = { ...given, governmentGave: [...CONTRIBUTIONS] };
          expect(governmentCredit(withMore).verdict).toBe('credit');
        }
      }),
    );
  });
});
