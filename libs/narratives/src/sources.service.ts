import type { Actor } from '@demarche/access';
import { Clock } from '@demarche/base';
import { PlanReading, type PlanView } from '@demarche/plans';
import { Efforts, Statistics, todayAt } from '@demarche/progress';
import { Register } from '@demarche/register';
import { Injectable } from '@nestjs/common';
import type { NarrativeSources } from './assembly';
import { coveredSpan } from './narrative-window';
import type { PassageSubject } from './passages';

/** Fetches what a narrative is made of from the rooms that own it. */
@Injectable()
export class Sources {
  constructor(
    private readonly plans: PlanReading,
    private readonly efforts: Efforts,
    private readonly statistics: Statistics,
    private readonly register: Register,
    private readonly clock: Clock,
  ) {}

  /** The sources of a plan's narrative as an actor may see them; throws NotFound for a plan out of reach. */
  async of(actor: Actor, planId: string): Promise<Omit<NarrativeSources, 'chosen'>> {
    const view = await this.plans.open(actor, planId);
    const milestones = await this.register.milestonesIn(view.cycle);
    return {
      planId,
      country: view.country,
      cycle: view.cycle,
      span: coveredSpan(milestones, todayAt(this.clock, view.post)),
      subjects: subjectsOf(view),
      efforts: await this.efforts.of(actor, planId),
      statistics: await this.statistics.of(actor, planId),
    };
  }
}

function subjectsOf({ standing }: PlanView): PassageSubject[] {
  return standing.filter((recommendation) => recommendation.priority === 'high');
}
