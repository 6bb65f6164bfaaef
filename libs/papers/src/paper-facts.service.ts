import type { Actor } from '@demarche/access';
import { Conflict } from '@demarche/base';
import { Narratives } from '@demarche/narratives';
import { PlanReading, type PlanView } from '@demarche/plans';
import { Efforts } from '@demarche/progress';
import { highestMarking, type Marking, MARKINGS } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { interimFactsOf } from './narrative-matter';
import { PaperDates } from './paper-dates.service';
import type { NewPaper, PaperKind } from './paper-kind';
import { singleSpaced } from './paper-line';
import { cableFactsOf, nonPaperFactsOf, planMarkOf, talkingPointsFactsOf } from './plan-matter';

/** What a paper is made of: the facts for its template, the mark it will carry, and the plan they come from. */
export interface PaperMatter {
  facts: unknown;
  marking: Marking | null;
  view: PlanView;
}

/** Every text of the facts on one line, so that no fact can begin a line of the paper. */
function onOneLine(fact: unknown): unknown {
  if (typeof fact === 'string') return singleSpaced(fact);
  if (Array.isArray(fact)) return fact.map(onOneLine);
  if (fact === null || typeof fact !== 'object') return fact;
  return Object.fromEntries(Object.entries(fact).map(([name, inner]) => [name, onOneLine(inner)]));
}

/** Gathers the facts of papers from the rooms below. */
@Injectable()
export class PaperFacts {
  constructor(
    private readonly plans: PlanReading,
    private readonly dates: PaperDates,
    private readonly narratives: Narratives,
    private readonly efforts: Efforts,
  ) {}

  /** The matter of a paper. Throws NotFound for a plan out of reach, Conflict when the plan is not ready for it. */
  async gather(actor: Actor, { planId, kind }: NewPaper): Promise<PaperMatter> {
    const view = await this.plans.open(actor, planId);
    const facts = onOneLine(await this.factsOf(actor, kind, view));
    return { facts, marking: await this.markingOf(actor, kind, view), view };
  }

  private async factsOf(actor: Actor, kind: PaperKind, view: PlanView): Promise<unknown> {
    if (kind === 'interim-assessment')
      return interimFactsOf(view, await this.narratives.assemble(actor, view.plan.id));
    if (!view.standing.some(({ priority }) => priority === 'high'))
      throw new Conflict(
        'state',
        'This plan asks for nothing yet: add a high-priority recommendation first.',
      );
    if (kind === 'non-paper') return nonPaperFactsOf(view);
    const dates = await this.dates.of(actor, view);
    return kind === 'cable' ? cableFactsOf(view, dates) : talkingPointsFactsOf(view, dates);
  }

  /** The assessment quotes what was logged, so it is marked as high as anything logged; a non-paper carries no mark. */
  private async markingOf(actor: Actor, kind: PaperKind, view: PlanView): Promise<Marking | null> {
    if (kind === 'non-paper') return null;
    if (kind !== 'interim-assessment') return planMarkOf(view);
    const efforts = await this.efforts.of(actor, view.plan.id);
    const marks = [view.plan.marking, planMarkOf(view), ...efforts.map(({ marking }) => marking)];
    const highest = highestMarking(marks);
    return MARKINGS.find((marking) => marking === highest) ?? view.plan.marking;
  }
}
