import type { StatisticView } from '@demarche/progress';
import { isInsideWindow, type NarrativeWindow, type StatisticCategory } from '@demarche/rules';
import type { FigureApart, Sentence } from './narrative';
import { statisticSentence } from './statistic-sentence';

/** An accepted figure put in words; its recommendation is null unless it has a passage of its own. */
export interface FigureSentence {
  recommendationId: string | null;
  count: number;
  sentence: Sentence;
}

/** A plan's figures sorted out: those told, those refused by the rule, those whose period is not inside the window. */
interface SortedFigures {
  told: FigureSentence[];
  refused: FigureApart[];
  outside: FigureApart[];
}

type AcceptedFigure = StatisticView & { category: StatisticCategory };

const isAccepted = (figure: StatisticView): figure is AcceptedFigure =>
  figure.acceptance.accepted && figure.category !== null;

const isWithin = (figure: StatisticView, window: NarrativeWindow) =>
  isInsideWindow(figure.from, window) && isInsideWindow(figure.until, window);

function apart({ id, term, from, until, count, unit, acceptance }: StatisticView): FigureApart {
  const standing = { reasons: acceptance.reasons, accepted: acceptance.accepted };
  return { statisticId: id, term, from, until, count, unit, ...standing };
}

const sameText = (a: string | null, b: string | null) =>
  (a ?? '').trim().toLowerCase() === (b ?? '').trim().toLowerCase();

// Only like is compared with like: the same category, unit, host term and article, in a period that ended before.
function isEarlierLike(earlier: AcceptedFigure, figure: AcceptedFigure): boolean {
  return (
    earlier.until < figure.from &&
    earlier.category === figure.category &&
    earlier.unit === figure.unit &&
    sameText(earlier.term, figure.term) &&
    sameText(earlier.article, figure.article)
  );
}

function earlierLike(figure: AcceptedFigure, accepted: readonly AcceptedFigure[]): AcceptedFigure | null {
  const candidates = accepted.filter((earlier) => isEarlierLike(earlier, figure));
  return candidates.sort((a, b) => b.until.localeCompare(a.until))[0] ?? null;
}

/** Sorts a plan's figures and puts the accepted ones inside the window in words, by period; none is added to another. */
export function sortFigures(
  figures: readonly StatisticView[],
  subjectIds: readonly string[],
  window: NarrativeWindow,
): SortedFigures {
  const accepted = figures.filter(isAccepted).sort((a, b) => a.from.localeCompare(b.from));
  const inside = accepted.filter((figure) => isWithin(figure, window));
  const compared = new Set<string>();
  const told = inside.map((figure) => {
    const before = earlierLike(figure, accepted);
    if (before) compared.add(before.id);
    const statistics = before ? [figure.id, before.id] : [figure.id];
    const isOnSubject = figure.recommendationId !== null && subjectIds.includes(figure.recommendationId);
    const sentence = { text: statisticSentence(figure, before), entries: [], statistics };
    return {
      recommendationId: isOnSubject ? figure.recommendationId : null,
      count: figure.count,
      sentence,
    };
  });
  const outside = accepted.filter((figure) => !isWithin(figure, window) && !compared.has(figure.id));
  const refused = figures.filter((figure) => !isAccepted(figure));
  return { told, refused: refused.map(apart), outside: outside.map(apart) };
}
