import type { Actor } from '@demarche/access';
import { type DeadlineRow, DeadlineBoard } from '@demarche/deadlines';
import { bannerOf } from '@demarche/papers';
import { PlanReading, type PlanView } from '@demarche/plans';
import { highestMarking } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { freshForm } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';
import { bannerFor } from '../../parts/banner';
import { deadlineLine } from '../../parts/plan-dates';
import { type PlanRecommendations, PlanRecommendationsModel } from './plan-recommendations.model';
import { PlanPapersModel } from './plan-papers.model';
import { PlanSummaryModel } from './plan-summary.model';
import { stepLine } from './plan-steps';

/** Builds the page of a plan: what is asked, how far each ask is, which papers exist. */
@Injectable()
export class PlanOverview {
  constructor(
    private readonly plans: PlanReading,
    private readonly summary: PlanSummaryModel,
    private readonly deadlines: DeadlineBoard,
    private readonly recommendations: PlanRecommendationsModel,
    private readonly papers: PlanPapersModel,
  ) {}

  /** The whole page. Throws NotFound for another post's plan as for a missing one. */
  async page(actor: Actor, planId: string): Promise<PageModel> {
    const view = await this.plans.open(actor, planId);
    const deadlines = await this.deadlines.of(actor, planId);
    const recommendations = await this.recommendations.of(actor, view, deadlines);
    const papers = await this.papers.of(actor, view);
    const signs = { ...signsOf(view, { deadlines, recommendations }), ...papers.signs };
    return {
      title: view.plan.title,
      ...headOf(view),
      act: actOf(actor, { id: planId, isOut: signs.hasCable || signs.hasRelease || signs.hasEntry }),
      steps: stepLine(signs),
      ...(await this.summary.of(view, deadlines)),
      recommendations,
      papers: papers.rows,
      deadlines: deadlines.map(deadlineLine),
      can: rightsOf(actor),
      form: freshForm(),
    };
  }
}

function headOf(view: PlanView) {
  const { plan, country, cycle, standing } = view;
  return {
    id: plan.id,
    source: view.source && { number: view.source.cableNumber, href: `/plans/${plan.id}/cable` },
    country: { name: country.name, href: `/countries/${country.id}` },
    context: contextOf(view),
    marking: standing.length > 0 ? bannerFor(standing.map(({ marking }) => marking)) : bannerOf('U'),
    trail: [
      { label: 'Plans', href: '/plans' },
      { label: country.name, href: `/countries/${country.id}` },
      { label: cycle.name, href: null },
    ],
  };
}

function contextOf({ plan, cycle, post, source, standing }: PlanView): string {
  const cable = source ? null : plan.instructedBy;
  const mark = highestMarking(standing.map(({ marking }) => marking)) ?? plan.marking;
  const who = post
    ? `${post.name}, cycle ${cycle.name}.`
    : `Cycle ${cycle.name}. No post deals with the country.`;
  return `${who} Recommendations are marked ${mark}.${cable ? ` Instructed by ${cable}.` : ''}`;
}

/** While a plan is being written the next act is to write; once it has gone out, to log what comes of it. */
function actOf(actor: Actor, { id, isOut }: { id: string; isOut: boolean }) {
  if (actor.can('draft-plan') && !isOut)
    return { href: `/plans/${id}/recommendations/new`, label: 'Add a recommendation' };
  return actor.can('log-effort') ? { href: `/log?plan=${id}`, label: 'Log an act' } : null;
}

function rightsOf(actor: Actor) {
  return {
    draft: actor.can('draft-plan'),
    log: actor.can('log-effort'),
    setDeadline: actor.can('set-deadline'),
    generate: actor.can('generate-paper'),
  };
}

function signsOf(
  { source }: PlanView,
  known: { deadlines: DeadlineRow[]; recommendations: PlanRecommendations },
) {
  const reported = known.deadlines.some(
    ({ deadline, state }) => deadline.kind === 'post-report' && state === 'met',
  );
  // No delivery is kept yet, so nothing shows one.
  const hasDelivery = false;
  return {
    hasCable: source !== null,
    hasDelivery,
    hasEntry: known.recommendations.hasEntries,
    hasReport: reported,
  };
}
