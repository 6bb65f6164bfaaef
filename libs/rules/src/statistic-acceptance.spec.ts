import type { RuleReason } from './rule-reason';
import { statisticAcceptance } from './statistic-acceptance';
import type { StatisticCode, StatisticFacts } from './statistic-acceptance';

const facts = (changes: Partial<StatisticFacts>): StatisticFacts => ({
  term: 'convictions under article 130.1',
  category: 'conviction',
  basis: 'trafficking-offence',
  evidence: null,
  count: 3,
  unit: 'persons',
  ...changes,
});

describe('a statistic is accepted', () => {
  test.each<[string, Partial<StatisticFacts>, RuleReason<StatisticCode>]>([
    ['for an offence defined as trafficking', {}, { code: 'defined-as-trafficking', field: 'basis' }],
    [
      'when nobody was convicted: nought is a figure',
      { count: 0 },
      { code: 'defined-as-trafficking', field: 'basis' },
    ],
    [
      'for investigations counted in cases',
      { category: 'investigation', unit: 'cases' },
      { code: 'defined-as-trafficking', field: 'basis' },
    ],
    [
      'for another offence when the evidence is named',
      { basis: 'other-offence-with-evidence', evidence: 'the indictment cites sale of a child into labor' },
      { code: 'evidence-named', field: 'evidence' },
    ],
  ])('%s', (_case, changes, reason) => {
    const given = facts(changes);
    expect(statisticAcceptance(given)).toEqual({
      accepted: true,
      category: given.category,
      reasons: [reason],
    });
  });
});

describe('a statistic is refused', () => {
  test.each<[string, Partial<StatisticFacts>, RuleReason<StatisticCode>[]]>([
    [
      'for prostitution, smuggling and the like',
      { basis: 'related' },
      [{ code: 'related-offence', field: 'basis' }],
    ],
    ['when nobody knows what it rests on', { basis: 'unknown' }, [{ code: 'basis-unknown', field: 'basis' }]],
    [
      'when no person has mapped the host’s term',
      { term: 'cases sent to the procuracy', category: null },
      [{ code: 'no-category', field: 'category' }],
    ],
    [
      'when another offence comes without evidence',
      { basis: 'other-offence-with-evidence' },
      [{ code: 'evidence-missing', field: 'evidence' }],
    ],
    [
      'when the evidence is blanks',
      { basis: 'other-offence-with-evidence', evidence: '  \n' },
      [{ code: 'evidence-missing', field: 'evidence' }],
    ],
    ['when the count is negative', { count: -1 }, [{ code: 'count-negative', field: 'count' }]],
    ['when the count is a fraction', { count: 2.5 }, [{ code: 'count-fractional', field: 'count' }]],
    ['when the count is no number', { count: Number.NaN }, [{ code: 'count-not-a-number', field: 'count' }]],
    [
      'even with evidence, when the offence is only related',
      { basis: 'related', evidence: 'police letter' },
      [{ code: 'related-offence', field: 'basis' }],
    ],
    [
      'with every reason at once',
      { category: null, basis: 'related', count: -0.5 },
      [
        { code: 'no-category', field: 'category' },
        { code: 'related-offence', field: 'basis' },
        { code: 'count-negative', field: 'count' },
        { code: 'count-fractional', field: 'count' },
      ],
    ],
  ])('%s', (_case, changes, reasons) => {
    const given = facts(changes);
    expect(statisticAcceptance(given)).toEqual({ accepted: false, category: given.category, reasons });
  });
});
