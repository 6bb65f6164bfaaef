import { wordFor, CLOSED_ACCOUNT } from '@demarche/words';
import { type Actor, Users } from '@demarche/access';
import { PlanReading, type Recommendation, type RecommendationRevision } from '@demarche/plans';
import {
  type EffortView,
  isStanding,
  Progress,
  type RecommendationSummary,
  Statistics,
  type StatisticView,
} from '@demarche/progress';
import { Injectable } from '@nestjs/common';
import { type Withdrawn, withdrawersOf, withdrawnOf } from '../../parts/withdrawn';
import { spokenAcceptance, spokenCredit, type SpokenVerdict } from '../../parts/mark';

/** One logged act in the timeline of a recommendation. */
interface TimelineEntry {
  href: string;
  happenedOn: string;
  marking: string;
  text: string;
  ranBy: string;
  source: string | null;
  loggedBy: string;
  completes: boolean;
  withdrawn: Withdrawn | null;
  verdict: SpokenVerdict;
}

/** One figure logged for a recommendation. */
interface TimelineFigure {
  href: string;
  term: string;
  category: string | null;
  count: number;
  unit: string;
  from: string;
  until: string;
  withdrawn: Withdrawn | null;
  verdict: SpokenVerdict;
}

/** One wording of a recommendation. */
interface TimelineWording {
  /** What was done where it was dropped or restored; null for a change of its words. */
  how: string | null;
  version: number;
  text: string;
  note: string | null;
  at: string;
  reason: string | null;
  by: string;
}

/** What became of a recommendation, newest first: a page of its acts, what all of them come to, its figures and wordings. */
export interface Told extends Pick<RecommendationSummary, 'entries' | 'credited' | 'lastOn' | 'isCompleted'> {
  acts: TimelineEntry[];
  pages: number;
  figures: TimelineFigure[];
  wordings: TimelineWording[];
}

/** Gathers what was logged for one recommendation, and how its words changed. */
@Injectable()
export class RecommendationTimeline {
  constructor(
    private readonly plans: PlanReading,
    private readonly progress: Progress,
    private readonly statistics: Statistics,
    private readonly users: Users,
  ) {}

  /** One page of the acts of a recommendation, and all of its figures and wordings; pages count from 1. */
  async of(actor: Actor, recommendation: Recommendation, page: number): Promise<Told> {
    const { id } = recommendation;
    const { acts, pages, summary } = await this.progress.actsOf(actor, recommendation, page);
    const figures = await this.statistics.about(actor, recommendation);
    const wordings = await this.plans.revisionsOf(actor, recommendation);
    const people = await this.users.namedAll([
      ...acts.map(({ recordedBy }) => recordedBy),
      ...withdrawersOf([...acts, ...figures]),
      ...wordings.map(({ by }) => by),
    ]);
    const nameOf = (userId: string) => people.get(userId)?.name ?? CLOSED_ACCOUNT;
    return {
      ...summary,
      acts: acts.map((effort) => entryOf(effort, id, nameOf)),
      pages,
      figures: figures.map((figure) => figureOf(figure, nameOf)),
      wordings: wordings.map((revision) => wordingOf(revision, nameOf)).reverse(),
    };
  }
}

function wordingOf(revision: RecommendationRevision, nameOf: (userId: string) => string): TimelineWording {
  const { version, text, note, at, by, reason, change } = revision;
  const how = change === null ? null : wordFor('wording-change', change);
  return { how, version, text, note, at, reason, by: nameOf(by) };
}

function entryOf(effort: EffortView, id: string, nameOf: (userId: string) => string): TimelineEntry {
  return {
    href: `/efforts/${effort.id}`,
    happenedOn: effort.happenedOn,
    marking: effort.marking,
    text: effort.text,
    ranBy: wordFor('party', effort.ranBy),
    source: effort.source,
    loggedBy: nameOf(effort.recordedBy),
    completes: isStanding(effort) && effort.completes.includes(id),
    withdrawn: withdrawnOf(effort, nameOf),
    verdict: spokenCredit(effort.credit),
  };
}

function figureOf(figure: StatisticView, nameOf: (userId: string) => string): TimelineFigure {
  return {
    href: `/statistics/${figure.id}`,
    term: figure.term,
    category: figure.category === null ? null : wordFor('category', figure.category),
    count: figure.count,
    unit: wordFor('unit', figure.unit),
    from: figure.from,
    until: figure.until,
    withdrawn: withdrawnOf(figure, nameOf),
    verdict: spokenAcceptance(figure.acceptance),
  };
}
