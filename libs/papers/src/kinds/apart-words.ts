import type { FigureApart, UncreditedEffort } from '@demarche/narratives';

const MISSING: Record<string, string> = {
  role: 'what the government itself did',
  ranBy: 'who ran it',
  paidBy: 'who paid for it',
  governmentGave: 'what the government gave',
};

const FIGURE_REASONS: Record<string, string> = {
  'no-category': 'the host term has not been assigned to one of the four kinds',
  'related-offence': 'it counts merely related offenses',
  'basis-unknown': 'the kind of offense behind it is not known',
  'evidence-missing': 'the evidence of trafficking is not named',
  'count-negative': 'it counts fewer than none',
  'count-fractional': 'it is no whole number',
};

/** Why a logged act is not counted, in half a sentence. */
export function whyApart({ reason, missing }: Pick<UncreditedEffort, 'reason' | 'missing'>): string {
  if (reason === 'outside-window') return 'it lies outside the days covered';
  if (reason === 'no-credit') return 'no part of the government in it is on record';
  const lacking = missing.map((field) => MISSING[field] ?? field);
  return `the entry does not yet say ${lacking.join(', nor ') || 'what the government did'}`;
}

/** Why a figure is not used, in half a sentence. */
export function whyRefused({ reasons }: Pick<FigureApart, 'reasons'>): string {
  const words = reasons.map(({ code }) => FIGURE_REASONS[code] ?? 'it does not fit the rule for figures');
  return [...new Set(words)].join('; ');
}
