import type { EffortView, StatisticView, ToldEffort } from '@demarche/progress';
import { type FigureSentence, sortFigures } from './figures';
import { leftOutOf } from './left-out';
import type { AssembledNarrative, NarrativeStanding } from './narrative';
import type { CoveredSpan } from './narrative-window';
import { objectionsTo, type RunningText, runningSentences } from './objections';
import { openingOf } from './opening';
import { passagesOf, type PassageSubject } from './passages';
import type { ScaleWord } from './scale';
import { countWords } from './sentence-form';

/** Everything a narrative is made of; the subjects are the standing high-priority recommendations in the plan's order. */
export interface NarrativeSources {
  planId: string;
  country: { id: string; name: string };
  cycle: { id: string; name: string; reportYear: number };
  span: CoveredSpan;
  subjects: PassageSubject[];
  efforts: EffortView[];
  statistics: StatisticView[];
  chosen: { scaleWord: ScaleWord | null; version: number };
}

/** What the running text alone is made of: of the efforts, those that serve a subject are enough. */
export type TextSources = Pick<
  NarrativeSources,
  'country' | 'cycle' | 'span' | 'subjects' | 'statistics' | 'chosen'
> & { efforts: ToldEffort[] };

/** Puts a narrative together; the same sources always give the same text. */
export function assembleNarrative(sources: NarrativeSources): AssembledNarrative {
  const { planId, country, cycle, span, subjects, efforts, chosen } = sources;
  const { window, asOf } = span;
  const subjectIds = subjects.map((subject) => subject.id);
  const figures = sortFigures(sources.statistics, subjectIds, window);
  const running = runningTextOf(sources, figures.told);
  return {
    planId,
    country: { id: country.id, name: country.name },
    cycle: { id: cycle.id, name: cycle.name, reportYear: cycle.reportYear },
    window,
    asOf,
    ...running,
    ...leftOutOf(efforts, subjectIds, window),
    refusedStatistics: figures.refused,
    statisticsOutsideWindow: figures.outside,
    objections: objectionsTo(running),
    wordCount: countWords(runningSentences(running).join(' ')),
    version: chosen.version,
  };
}

/** How far a narrative is, without the narrative: the same numbers as the assembled one has. */
export function standingOf(sources: TextSources): NarrativeStanding {
  const { subjects, span, statistics } = sources;
  const subjectIds = subjects.map(({ id }) => id);
  const running = runningTextOf(sources, sortFigures(statistics, subjectIds, span.window).told);
  return {
    isOpen: running.opening.isOpen,
    passages: running.passages.length,
    withNews: running.passages.filter(({ hasNews }) => hasNews).length,
    objections: objectionsTo(running).length,
    wordCount: countWords(runningSentences(running).join(' ')),
  };
}

function runningTextOf(sources: TextSources, figures: readonly FigureSentence[]): RunningText {
  const { subjects, efforts, country, cycle, chosen } = sources;
  const { window, asOf } = sources.span;
  const opening = openingOf({
    countryName: country.name,
    reportYear: cycle.reportYear,
    from: window.from,
    asOf,
    scaleWord: chosen.scaleWord,
  });
  const passages = passagesOf({ subjects, efforts, figures, window, asOf });
  const general = figures.filter((figure) => figure.recommendationId === null);
  return { opening, passages, statistics: general.map((figure) => figure.sentence) };
}
