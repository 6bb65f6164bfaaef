import type { AssembledNarrative, FigureApart, Passage } from '@demarche/narratives';
import type { PlanView } from '@demarche/plans';
import { labelOf } from './ask-labels';
import { whyApart, whyRefused } from './apart-words';
import type { InterimAssessmentFacts } from './interim-assessment.facts';
import { countryFactsOf } from './plan-matter';

function passageFactsOf(passage: Passage): InterimAssessmentFacts['passages'][number] {
  const ids = (kind: 'entries' | 'statistics') =>
    new Set(passage.sentences.flatMap((sentence) => sentence[kind])).size;
  return {
    label: labelOf({ priority: 'high', pillar: null, number: passage.number }),
    text: passage.sentences.map(({ text }) => text).join(' '),
    acts: ids('entries'),
    waiting: passage.waiting.length,
    figures: ids('statistics'),
  };
}

function figureOf({ count, unit, term }: FigureApart): string {
  return `${count.toLocaleString('en-US')} ${unit}, “${term}”`;
}

const closed = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** The facts of the interim assessment: the narrative as it reads now, and what it left out with the reason. */
export function interimFactsOf(view: PlanView, narrative: AssembledNarrative): InterimAssessmentFacts {
  return {
    country: countryFactsOf(view),
    reportYear: narrative.cycle.reportYear,
    from: narrative.window.from,
    until: narrative.asOf,
    opening: narrative.opening.text,
    passages: narrative.passages.map(passageFactsOf),
    statistics: narrative.statistics.map(({ text }) => text),
    apart: narrative.uncredited.map((effort) => ({
      on: effort.happenedOn,
      text: closed(effort.text),
      why: whyApart(effort),
    })),
    refused: [
      ...narrative.refusedStatistics.map((figure) => ({ figure: figureOf(figure), why: whyRefused(figure) })),
      ...narrative.statisticsOutsideWindow.map((figure) => ({
        figure: figureOf(figure),
        why: 'its period lies outside the days covered',
      })),
    ],
  };
}
