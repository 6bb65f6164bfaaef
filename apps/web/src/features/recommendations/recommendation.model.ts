import { headingOfPillar, plural } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { Clock, page as pageField } from '@demarche/base';
import { DeadlineBoard } from '@demarche/deadlines';
import {
  type LabelledRecommendation,
  PlanReading,
  type PlanView,
  type Recommendation,
} from '@demarche/plans';
import { todayAt } from '@demarche/progress';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { FormBody } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';
import { filterOf, pagingOf } from '../../parts/address';
import { bannerFor } from '../../parts/banner';
import { trailTo } from '../../parts/trail';
import { deadlineLine } from '../../parts/plan-dates';
import { askedOn, recommendationMark } from '../../parts/recommendation-standing';
import { RecommendationTimeline, type Told } from './timeline';

/** Which page of its acts the page of a recommendation shows; pages count from 1. */
const RecommendationAsked = z.object({ page: pageField() });

/** Builds the page of a recommendation: what happened, with what proof, and every wording it has had. */
@Injectable()
export class RecommendationModel {
  constructor(
    private readonly plans: PlanReading,
    private readonly timeline: RecommendationTimeline,
    private readonly deadlines: DeadlineBoard,
    private readonly clock: Clock,
  ) {}

  /** The whole page. Throws NotFound for one of another post's plan as for a missing one. */
  async page(actor: Actor, id: string, query: FormBody): Promise<PageModel> {
    const { page } = filterOf(RecommendationAsked, query);
    const { recommendation, view } = await this.plans.around(actor, id);
    const told = await this.timeline.of(actor, recommendation, page);
    const rows = await this.deadlines.of(actor, recommendation.planId);
    const isOpen = recommendation.droppedOn === null;
    return {
      ...headingOf(view, recommendation),
      act:
        actor.can('log-effort') && isOpen ? { href: `/log?recommendation=${id}`, label: 'Log an act' } : null,
      recommendation: shownOf(recommendation),
      mark: recommendationMark(recommendation, {
        isCompleted: told.isCompleted,
        lastNewsOn: told.lastOn,
        deadlines: rows,
        askedOn: askedOn(view),
        today: todayAt(this.clock, view.post),
      }),
      told,
      credit: creditWords(told),
      deadlines: rows.filter(({ deadline }) => deadline.recommendationId === id).map(deadlineLine),
      paging: pagingOf(`/recommendations/${id}`, {}, { page, pages: told.pages }),
      can: {
        draft: actor.can('draft-plan') && isOpen,
        restore: actor.can('draft-plan') && !isOpen,
        setDeadline: actor.can('set-deadline') && isOpen,
      },
    };
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

function creditWords({ entries, credited }: Told): string {
  if (entries === 0) return 'No entry yet';
  return `${credited} of ${plural(entries, { one: 'entry', many: 'entries' })} credited`;
}
