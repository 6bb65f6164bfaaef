import type { Actor } from '@demarche/access';
import { type DeadlineRow, Deadlines } from '@demarche/deadlines';
import { bannerOf } from '@demarche/papers';
import { Plans, type PlanView } from '@demarche/plans';
import { type Milestone, highestMarking } from '@demarche/rules';
import { Register } from '@demarche/register';
import { Injectable } from '@nestjs/common';
import { freshForm } from '../http/forms';
import type { PageModel } from '../http/page-result';
import { plural } from '../words/plural';
import { wordFor } from '../words/words';
import type { Mark } from './efforts-verdict';
import { bannerFor } from './log-place';
import { type PlanAsks, PlanAsksModel } from './plans-asks.model';
import { yearsOnList, yearsOnListWords } from './plans-listing';
import { type PaperShelfRow, PlanPapersModel } from './plans-papers.model';
import { planStep, stepLine } from './plans-steps';

/** Builds the page of a plan: what is asked, how far each ask is, which papers exist. */
@Injectable()
export class PlanOverview {
  constructor(
    private readonly plans: Plans,
    private readonly register: Register,
    private readonly deadlines: Deadlines,
    private readonly asks: PlanAsksModel,
    private readonly papers: PlanPapersModel,
  ) {}

  /** The whole page. Throws NotFound for another post's plan as for a missing one. */
  async page(actor: Actor, planId: string): Promise<PageModel> {
    const view = await this.plans.open(actor, planId);
    const deadlines = await this.deadlines.of(actor, planId);
    const asks = await this.asks.of(actor, view, deadlines);
    const papers = await this.papers.of(actor, view);
    return {
      title: view.plan.title,
      ...headOf(view),
      act: actOf(actor, view, asks),
      steps: stepLine(planStep(signsOf(view, { deadlines, asks, papers }))),
      summary: await this.summary(view, deadlines),
      asks,
      papers,
      deadlines: deadlines.map(deadlineLine),
      dates: datesOf(await this.register.milestonesOf(view.plan.cycleId)),
      can: rightsOf(actor),
      form: freshForm(),
    };
  }

  private async summary({ country, cycle, plan, post, source }: PlanView, deadlines: DeadlineRow[]) {
    const listings = await this.register.listingsOf(country.id);
    const next = deadlines.find(({ state }) => state !== 'met' && state !== 'waived');
    return {
      years: yearsOnListWords(yearsOnList(listings, cycle.reportYear), cycle.reportYear),
      reason: wordFor('placement', plan.placementReason),
      next: next ? deadlineLine(next) : null,
      post: post?.name ?? null,
      cable: source?.cableNumber ?? plan.instructedBy,
    };
  }
}

function headOf({ plan, country, cycle, standing }: PlanView) {
  return {
    id: plan.id,
    country: { name: country.name, href: `/countries/${country.id}` },
    context: `Cycle ${cycle.name}. Recommendations are marked ${highestMarking(standing.map(({ marking }) => marking)) ?? plan.marking}.`,
    marking: standing.length > 0 ? bannerFor(standing.map(({ marking }) => marking)) : bannerOf('U'),
    trail: [
      { label: 'Plans', href: '/plans' },
      { label: country.name, href: `/countries/${country.id}` },
      { label: cycle.name, href: null },
    ],
  };
}

function actOf(actor: Actor, { plan, standing }: PlanView, asks: PlanAsks) {
  const canDraft = actor.can('draft-plan');
  if (canDraft && (standing.length === 0 || asks.entries === 0))
    return { href: `/plans/${plan.id}/recommendations/new`, label: 'Add a recommendation' };
  if (actor.can('log-effort')) return { href: `/log?plan=${plan.id}`, label: 'Log an act' };
  return null;
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
  known: { deadlines: DeadlineRow[]; asks: PlanAsks; papers: PaperShelfRow[] },
) {
  const states = known.papers.map(({ newest }) => newest?.state ?? null);
  const reported = known.deadlines.some(
    ({ deadline, state }) => deadline.kind === 'post-report' && state === 'met',
  );
  const drafted = known.papers.some(({ kind, newest }) => kind === 'interim-assessment' && newest !== null);
  return {
    hasPaper: states.some((state) => state !== null),
    hasProposal: states.includes('proposed'),
    hasGoneOut: source !== null || states.includes('released'),
    hasEntry: known.asks.entries > 0,
    hasReport: reported || drafted,
  };
}

const DUE_LOOKS: Record<DeadlineRow['state'], Pick<Mark, 'shape' | 'tone'>> = {
  met: { shape: '✔', tone: 'good' },
  waived: { shape: '✕', tone: 'calm' },
  overdue: { shape: '▲', tone: 'bad' },
  due: { shape: '◆', tone: 'wait' },
  soon: { shape: '◐', tone: 'wait' },
  upcoming: { shape: '○', tone: 'calm' },
};

/** A deadline as one line of a plan or a country. */
export function deadlineLine({ deadline, state, workingDaysLeft, city, ownerName }: DeadlineRow) {
  return {
    title: deadline.title,
    href: `/deadlines/${deadline.id}`,
    effectiveOn: deadline.effectiveOn,
    statutoryOn: deadline.effectiveOn === deadline.statutoryOn ? null : deadline.statutoryOn,
    city,
    ownerName,
    isOpen: state !== 'met' && state !== 'waived',
    mark: { ...DUE_LOOKS[state], word: wordFor('due-state', state) },
    left: leftWords(workingDaysLeft),
  };
}

function leftWords(workingDays: number): string {
  if (workingDays === 0) return 'today';
  const days = plural(Math.abs(workingDays), { one: 'working day', many: 'working days' });
  return workingDays > 0 ? `in ${days}` : `${days} ago`;
}

/** The dates of a cycle by kind, each as law, instruction and life had it. */
export function datesOf(milestones: Milestone[]) {
  const kinds = [...new Set(milestones.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    kind: wordFor('milestone-kind', kind),
    dates: milestones
      .filter((milestone) => milestone.kind === kind)
      .map(({ nature, on, until }) => ({ nature: wordFor('nature', nature), on, until: until ?? null })),
  }));
}
