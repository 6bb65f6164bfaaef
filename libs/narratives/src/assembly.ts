import type { EffortView, StatisticView } from '@demarche/progress';
import { type FigureSentence, sortFigures } from './figures';
import { leftOutOf } from './left-out';
import type { AssembledNarrative } from './narrative';
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

function runningTextOf(sources: NarrativeSources, figures: readonly FigureSentence[]): RunningText {
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
