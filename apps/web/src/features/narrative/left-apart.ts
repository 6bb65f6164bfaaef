import { countedIn, inOneBreath, wordFor } from '@demarche/words';
import {
  type AssembledNarrative,
  type FigureApart,
  type UncreditedEffort,
  whyNotUsed,
  whyUncredited,
} from '@demarche/narratives';
import { weekdayDate } from '@demarche/rules';

/** What the narrative does not tell, and why: acts without credit, acts elsewhere, figures refused or outside the window. */
export function apartOf(narrative: AssembledNarrative) {
  return {
    uncredited: narrative.uncredited.map((effort) => ({
      ...effortRow(effort),
      why: whyUncredited(effort),
    })),
    elsewhere: narrative.elsewhere.map(effortRow),
    refused: narrative.refusedStatistics.map((figure) => ({ ...figureRow(figure), why: whyNotUsed(figure) })),
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
  return {
    href: `/statistics/${statisticId}`,
    label: term,
    text: `${countedIn(unit, count)}, ${weekdayDate(from)} to ${weekdayDate(until)}`,
  };
}
