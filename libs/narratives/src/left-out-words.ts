import { countedIn, inOneBreath, wordFor } from '@demarche/words';
import { dateInWords } from '@demarche/rules';
import type { FigureApart, UncreditedEffort } from './narrative';

/** Why a logged act is not counted, in one sentence for whoever signs. */
export function whyUncredited({ reason, reasons, missing }: UncreditedEffort): string {
  const head = wordFor('apart-reason', reason);
  if (reason === 'outside-window') return head;
  const clauses =
    reason === 'no-credit'
      ? reasons.map(({ code }) => wordFor('credit-reason', code))
      : missing.map((field) => wordFor('credit-missing', field));
  return `${head} ${inOneBreath([...new Set(clauses)])}.`;
}

/** Why a figure is not used, in one sentence; one that fits the rule lies outside the days covered. */
export function whyNotUsed({ reasons, accepted }: FigureApart): string {
  if (accepted) return 'Its period lies outside the days covered.';
  return `Refused: ${inOneBreath([...new Set(reasons.map(({ code }) => wordFor('acceptance-reason', code)))])}.`;
}

/** A figure with its period: `1 person, 1 May 2009 to 30 June 2009`. */
export function figureInWords({ unit, count, from, until }: FigureApart): string {
  return `${countedIn(unit, count)}, ${dateInWords(from)} to ${dateInWords(until)}`;
}
