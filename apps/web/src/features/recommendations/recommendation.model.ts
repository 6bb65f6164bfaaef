import { CLOSED_ACCOUNT, headingOfPillar, plural, wordFor } from '@demarche/words';
import { type Actor, Users } from '@demarche/access';
import { Clock } from '@demarche/base';
import { DeadlineBoard } from '@demarche/deadlines';
import {
  type LabelledRecommendation,
  PlanReading,
  type PlanView,
  type Recommendation,
} from '@demarche/plans';
import { todayAt } from '@demarche/progress';
import { Injectable } from '@nestjs/common';
import type { PageModel } from '../../http/views/page-result';
import { bannerFor } from '../../parts/banner';
import { trailTo } from '../../parts/trail';
import { deadlineLine } from '../../parts/plan-dates';
import { askedOn, recommendationMark } from '../../parts/recommendation-standing';
import { RecommendationTimeline, type Told } from './timeline';

/** Builds the page of a recommendation: what happened, with what proof, and every wording it has had. */
@Injectable()
export class RecommendationModel {
  constructor(
    private readonly plans: PlanReading,
    private readonly timeline: RecommendationTimeline,
    private readonly deadlines: DeadlineBoard,
    private readonly users: Users,
    private readonly clock: Clock,
  ) {}

  /** The whole page. Throws NotFound for one of another post's plan as for a missing one. */
  async page(actor: Actor, id: string): Promise<PageModel> {
    const recommendation = await this.plans.recommendation(actor, id);
    const view = await this.plans.open(actor, recommendation.planId);
    const told = await this.timeline.of(actor, recommendation);
    const rows = await this.deadlines.of(actor, recommendation.planId);
    const isOpen = recommendation.droppedOn === null;
    return {
      ...headingOf(view, recommendation),
      act:
        actor.can('log-effort') && isOpen ? { href: `/log?recommendation=${id}`, label: 'Log an act' } : null,
      recommendation: shownOf(recommendation),
      mark: recommendationMark(recommendation, {
        isCompleted: told.isDone,
        lastNewsOn: told.lastOn,
        deadlines: rows,
        askedOn: askedOn(view),
        today: todayAt(this.clock, view.post),
      }),
      told,
      credit: creditWords(told),
      deadlines: rows.filter(({ deadline }) => deadline.recommendationId === id).map(deadlineLine),
      wordings: await this.wordings(actor, id),
      can: {
        draft: actor.can('draft-plan') && isOpen,
        restore: actor.can('draft-plan') && !isOpen,
        setDeadline: actor.can('set-deadline') && isOpen,
      },
    };
  }

  private async wordings(actor: Actor, id: string) {
    const revisions = await this.plans.revisions(actor, id);
    const people = await this.users.namedAll(revisions.map(({ by }) => by));
    return revisions
      .map(({ version, text, note, at, by, reason, change }) => ({
        how: change === null ? null : wordFor('wording-change', change),
        version,
        text,
        note,
        at,
        reason,
        by: people.get(by)?.name ?? CLOSED_ACCOUNT,
      }))
      .reverse();
  }
}

/** What every page about a recommendation begins with: its name, where it stands, and its marking. */
export function headingOf(view: PlanView, recommendation: LabelledRecommendation) {
  const label = recommendation.label;
  return {
    title: `Recommendation ${label}`,
    context: `${view.country.name}, ${view.cycle.name}. ${headingWords(recommendation)}.`,
    planId: view.plan.id,
    trail: trailTo(view, { label, href: null }),
    marking: bannerFor([recommendation.marking]),
  };
}

function headingWords({ priority, pillar }: Recommendation): string {
  if (priority === 'high') return 'High priority';
  return headingOfPillar(pillar);
}

function shownOf(recommendation: LabelledRecommendation) {
  const { id, text, note, marking, droppedOn, dropReason } = recommendation;
  return { id, label: recommendation.label, text, note, marking, droppedOn, dropReason };
}

function creditWords({ entries: all }: Told): string {
  const entries = all.filter(({ withdrawn }) => withdrawn === null);
  if (entries.length === 0) return 'No entry yet';
  const credited = entries.filter(({ verdict }) => verdict.mark.tone === 'good').length;
  return `${credited} of ${plural(entries.length, { one: 'entry', many: 'entries' })} credited`;
}
