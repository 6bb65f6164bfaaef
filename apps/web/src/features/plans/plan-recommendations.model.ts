import { headingOfPillar, plural } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { Clock } from '@demarche/base';
import type { DeadlineRow } from '@demarche/deadlines';
import type { LabelledRecommendation, PlanView } from '@demarche/plans';
import { Progress, type RecommendationSummary, todayAt } from '@demarche/progress';
import { groupRecommendations, headingLetter } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import type { Mark } from '../../parts/mark';
import { isOpen } from '../../parts/plan-dates';
import { askedOn, recommendationMark } from '../../parts/recommendation-standing';

/** A recommendation as a row of its plan. */
interface RecommendationRow {
  id: string;
  /** As papers call it, for example `A1`. */
  label: string;
  href: string;
  text: string;
  hasNote: boolean;
  mark: Mark;
  lastOn: string | null;
  credit: string;
  due: { on: string; href: string } | null;
}

/** The recommendations of a plan as its page shows them. */
export interface PlanRecommendations {
  high: RecommendationRow[];
  others: { title: string; letter: string; count: number; rows: RecommendationRow[] }[];
  dropped: { label: string; href: string; text: string; droppedOn: string; reason: string }[];
  hasEntries: boolean;
}

/** Says how far each recommendation of a plan is. */
@Injectable()
export class PlanRecommendationsModel {
  constructor(
    private readonly progress: Progress,
    private readonly clock: Clock,
  ) {}

  /** The rows of a plan, with the deadlines that stand on single recommendations. */
  async of(actor: Actor, view: PlanView, deadlines: readonly DeadlineRow[]): Promise<PlanRecommendations> {
    const summaries = await this.progress.summaryOf(actor, view.plan.id);
    const dated = { deadlines, askedOn: askedOn(view), today: todayAt(this.clock, view.post) };
    const rowOf = (recommendation: LabelledRecommendation): RecommendationRow => {
      const summary = summaries.find(({ recommendationId }) => recommendationId === recommendation.id);
      const { isCompleted, lastOn: lastNewsOn } = summary ?? NO_NEWS;
      const mark = recommendationMark(recommendation, { ...dated, isCompleted, lastNewsOn });
      return {
        ...namedRow(recommendation),
        ...toldRow(summary ?? NO_NEWS),
        mark,
        due: dueOf(recommendation.id, deadlines),
      };
    };
    const hasEntries = summaries.some(({ entries }) => entries > 0);
    return { ...grouped(view, rowOf), dropped: droppedOf(view), hasEntries };
  }
}

type HowFar = Omit<RecommendationSummary, 'recommendationId'>;

const NO_NEWS: HowFar = { entries: 0, credited: 0, lastOn: null, isCompleted: false };

function grouped(
  { standing, recommendations: all }: PlanView,
  rowOf: (recommendation: LabelledRecommendation) => RecommendationRow,
) {
  const groups = groupRecommendations(standing);
  const isHigh = ({ priority }: { priority: string }) => priority === 'high';
  const others = groups
    .filter((group) => !isHigh(group))
    .map(({ priority, pillar, recommendations }) => ({
      title: headingOfPillar(pillar),
      letter: headingLetter({ priority, pillar }, all),
      count: recommendations.length,
      rows: recommendations.map(rowOf),
    }));
  return { high: groups.filter(isHigh).flatMap(({ recommendations }) => recommendations.map(rowOf)), others };
}

function namedRow(recommendation: LabelledRecommendation) {
  const { id, text, note } = recommendation;
  return { id, label: recommendation.label, href: `/recommendations/${id}`, text, hasNote: note !== null };
}

function toldRow({ entries, credited, lastOn }: HowFar) {
  const credit =
    entries === 0 ? 'none' : `${credited} of ${plural(entries, { one: 'entry', many: 'entries' })}`;
  return { lastOn, credit };
}

function dueOf(recommendationId: string, deadlines: readonly DeadlineRow[]): RecommendationRow['due'] {
  const own = deadlines.filter(({ deadline }) => deadline.recommendationId === recommendationId);
  const open = own.filter(isOpen);
  const [next] = open.sort((a, b) => a.deadline.effectiveOn.localeCompare(b.deadline.effectiveOn));
  return next ? { on: next.deadline.effectiveOn, href: `/deadlines/${next.deadline.id}` } : null;
}

function droppedOf({ recommendations }: PlanView): PlanRecommendations['dropped'] {
  return recommendations.flatMap((recommendation) =>
    recommendation.droppedOn === null
      ? []
      : [
          {
            label: recommendation.label,
            href: `/recommendations/${recommendation.id}`,
            text: recommendation.text,
            droppedOn: recommendation.droppedOn,
            reason: recommendation.dropReason ?? '',
          },
        ],
  );
}
