import { wordFor } from '@demarche/words';
import type { AssembledNarrative, FigureApart, UncreditedEffort } from '@demarche/narratives';
import { weekdayDate } from '@demarche/rules';
import { inOneBreath } from '../../parts/mark';

/** What the narrative does not tell, and why: acts without credit, acts elsewhere, figures refused or outside the window. */
export function apartOf(narrative: AssembledNarrative) {
  return {
    uncredited: narrative.uncredited.map((effort) => ({
      ...effortRow(effort),
      why: whyUncredited(effort),
    })),
    elsewhere: narrative.elsewhere.map(effortRow),
    refused: narrative.refusedStatistics.map((figure) => ({ ...figureRow(figure), why: whyRefused(figure) })),
    outside: narrative.statisticsOutsideWindow.map(figureRow),
    objections: narrative.objections.map(({ sentence, findings }) => ({
      sentence,
      why: inOneBreath([
        ...new Set(findings.map(({ found, code }) => `“${found}” ${wordFor('tier-word', code)}`)),
      ]),
    })),
  };
}

function effortRow({
  effortId,
  happenedOn,
  text,
}: Pick<UncreditedEffort, 'effortId' | 'happenedOn' | 'text'>) {
  return { href: `/efforts/${effortId}`, label: `Act of ${weekdayDate(happenedOn)}`, text };
}

function figureRow({ statisticId, term, count, unit, from, until }: FigureApart) {
  const number = `${count.toLocaleString('en-US')} ${wordFor('unit', unit).toLowerCase()}`;
  return {
    href: `/statistics/${statisticId}`,
    label: term,
    text: `${number}, ${weekdayDate(from)} to ${weekdayDate(until)}`,
  };
}

function whyUncredited({ reason, reasons, missing }: UncreditedEffort): string {
  const head = wordFor('apart-reason', reason);
  if (reason === 'outside-window') return head;
  const clauses =
    reason === 'no-credit'
      ? reasons.map(({ code }) => wordFor('credit-reason', code))
      : missing.map((field) => wordFor('credit-missing', field));
  return `${head} ${inOneBreath([...new Set(clauses)])}.`;
}

function whyRefused({ reasons }: FigureApart): string {
  return `Refused: ${inOneBreath(reasons.map(({ code }) => wordFor('acceptance-reason', code)))}.`;
}
