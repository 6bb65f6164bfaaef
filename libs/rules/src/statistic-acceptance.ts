import { isBlank } from './rule-reason';
import type { RuleReason } from './rule-reason';

/** The only four kinds of figure that are taken; a host term has to be mapped to one of them by a person. */
export const STATISTIC_CATEGORIES = ['investigation', 'prosecution', 'conviction', 'sentence'] as const;
/** One of {@link STATISTIC_CATEGORIES}. */
export type StatisticCategory = (typeof STATISTIC_CATEGORIES)[number];

/** What the counted offence is; only the first two can be accepted. */
export const STATISTIC_BASES = [
  'trafficking-offence',
  'other-offence-with-evidence',
  'related',
  'unknown',
] as const;
/** One of {@link STATISTIC_BASES}. */
export type StatisticBasis = (typeof STATISTIC_BASES)[number];

/** What is counted; cases and persons are never added together. */
export const STATISTIC_UNITS = ['cases', 'persons'] as const;
/** One of {@link STATISTIC_UNITS}. */
export type StatisticUnit = (typeof STATISTIC_UNITS)[number];

/** One figure as the host gave it: its own term, the category a person chose, and what the offence rests on. */
export interface StatisticFacts {
  term: string;
  category: StatisticCategory | null;
  basis: StatisticBasis;
  evidence: string | null;
  count: number;
  unit: StatisticUnit;
}

/** Why a figure is refused, each naming what stands against it. */
type StatisticRefusalCode =
  | 'no-category'
  | 'evidence-missing'
  | 'related-offence'
  | 'basis-unknown'
  | 'count-not-a-number'
  | 'count-negative'
  | 'count-fractional';

/** What an accepted figure rests on. */
type StatisticSupportCode = 'defined-as-trafficking' | 'evidence-named';

/** Every reason that the acceptance of a figure may give, for or against. */
export type StatisticCode = StatisticRefusalCode | StatisticSupportCode;

type Refusal = RuleReason<StatisticRefusalCode>;

/** Whether the figure may be reported; a refusal lists everything that stands against it, an acceptance what it rests on. */
export interface StatisticAcceptance {
  accepted: boolean;
  category: StatisticCategory | null;
  reasons: RuleReason<StatisticCode>[];
}

function againstBasis({ basis, evidence }: StatisticFacts): Refusal[] {
  switch (basis) {
    case 'trafficking-offence':
      return [];
    case 'other-offence-with-evidence':
      return isBlank(evidence) ? [{ code: 'evidence-missing', field: 'evidence' }] : [];
    case 'related':
      return [{ code: 'related-offence', field: 'basis' }];
    default:
      return [{ code: 'basis-unknown', field: 'basis' }];
  }
}

function againstCount({ count }: StatisticFacts): Refusal[] {
  if (!Number.isFinite(count)) return [{ code: 'count-not-a-number', field: 'count' }];
  const reasons: Refusal[] = [];
  if (count < 0) reasons.push({ code: 'count-negative', field: 'count' });
  if (!Number.isInteger(count)) reasons.push({ code: 'count-fractional', field: 'count' });
  return reasons;
}

/**
 * Whether a law-enforcement figure may be used: one of four categories, for an offence defined as trafficking or another
 * offence with named evidence of trafficking. Source: 09STATE88558 paragraph 5 (August 2009).
 */
export function statisticAcceptance(facts: StatisticFacts): StatisticAcceptance {
  const { category, basis } = facts;
  const against: Refusal[] = [
    ...(category === null ? [{ code: 'no-category' as const, field: 'category' }] : []),
    ...againstBasis(facts),
    ...againstCount(facts),
  ];
  if (against.length > 0) return { accepted: false, category, reasons: against };
  const support: RuleReason<StatisticSupportCode> =
    basis === 'trafficking-offence'
      ? { code: 'defined-as-trafficking', field: 'basis' }
      : { code: 'evidence-named', field: 'evidence' };
  return { accepted: true, category, reasons: [support] };
}
