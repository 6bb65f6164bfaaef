import { wordFor, CLOSED_ACCOUNT } from '@demarche/words';
import { type Actor, Users } from '@demarche/access';
import type { Recommendation } from '@demarche/plans';
import { Efforts, type EffortView, isStanding, Statistics, type StatisticView } from '@demarche/progress';
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

/** Everything logged for a recommendation, newest first. */
export interface Told {
  entries: TimelineEntry[];
  figures: TimelineFigure[];
  lastOn: string | null;
  isDone: boolean;
}

/** Gathers what was logged for one recommendation. */
@Injectable()
export class RecommendationTimeline {
  constructor(
    private readonly efforts: Efforts,
    private readonly statistics: Statistics,
    private readonly users: Users,
  ) {}

  /** The entries and figures of a recommendation, with their verdicts. */
  async of(actor: Actor, { id, planId }: Recommendation): Promise<Told> {
    const efforts = (await this.efforts.everOf(actor, planId)).filter((effort) =>
      effort.recommendationIds.includes(id),
    );
    const figures = (await this.statistics.everOf(actor, planId)).filter(
      (figure) => figure.recommendationId === id,
    );
    const recorders = efforts.map(({ recordedBy }) => recordedBy);
    const people = await this.users.namedAll([...recorders, ...withdrawersOf([...efforts, ...figures])]);
    const nameOf = (userId: string) => people.get(userId)?.name ?? CLOSED_ACCOUNT;
    return {
      entries: efforts.map((effort) => entryOf(effort, id, nameOf)),
      figures: figures.map((figure) => figureOf(figure, nameOf)),
      lastOn: efforts.find(isStanding)?.happenedOn ?? null,
      isDone: efforts.filter(isStanding).some(({ completes }) => completes.includes(id)),
    };
  }
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
