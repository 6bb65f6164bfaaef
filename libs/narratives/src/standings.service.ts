import { setImmediate as letOthersGo } from 'node:timers/promises';
import type { Actor } from '@demarche/access';
import { Clock, Conflict } from '@demarche/base';
import { PlanReading, type PlanRow } from '@demarche/plans';
import { type PlanLog, PlanLogs, todayAt } from '@demarche/progress';
import { type Cycle, Register } from '@demarche/register';
import { Injectable } from '@nestjs/common';
import { standingOf, type TextSources } from './assembly';
import type { NarrativeStanding } from './narrative';
import { type CoveredSpan, coveredSpan } from './narrative-window';
import { NarrativeRepository } from './narrative.repository';

type ListedPlan = Pick<PlanRow, 'id' | 'countryId' | 'countryName' | 'cycleId' | 'postId'>;

/** A plan of the list whose window has begun, and the days that its narrative covers. */
interface CoveredPlan {
  plan: ListedPlan;
  span: CoveredSpan;
}

type Shared = Omit<TextSources, 'country' | 'cycle' | 'span'>;

/** How far the narratives of many plans are, for one page of a list: the same questions however many plans there are. */
@Injectable()
export class NarrativeStandings {
  constructor(
    private readonly narratives: NarrativeRepository,
    private readonly plans: PlanReading,
    private readonly logs: PlanLogs,
    private readonly register: Register,
    private readonly clock: Clock,
  ) {}

  /**
   * The standings by plan; a plan whose window is unknown or has not begun has none. The narratives are put together one
   * by one with a pause after each, so that a long page holds nobody up.
   */
  async of(actor: Actor, listed: readonly ListedPlan[]): Promise<Map<string, NarrativeStanding>> {
    const covered = await this.covered(listed);
    const shared = await this.sharedBy(actor, covered);
    const cycles = new Map((await this.register.cycles()).map((cycle) => [cycle.id, cycle]));
    const standings = new Map<string, NarrativeStanding>();
    for (const { plan, span } of covered) {
      const country = { id: plan.countryId, name: plan.countryName };
      const cycle = cycles.get(plan.cycleId) as Cycle;
      standings.set(plan.id, standingOf({ country, cycle, span, ...shared(plan.id) }));
      await letOthersGo();
    }
    return standings;
  }

  private async covered(listed: readonly ListedPlan[]): Promise<CoveredPlan[]> {
    // The list of plans has read them for their names, and they are read once a request.
    const posts = new Map((await this.register.posts()).map((post) => [post.id, post]));
    const covered: CoveredPlan[] = [];
    for (const plan of listed) {
      const today = todayAt(this.clock, posts.get(plan.postId ?? '') ?? null);
      const span = spanOrNull(await this.register.milestonesOf(plan.cycleId), today);
      if (span) covered.push({ plan, span });
    }
    return covered;
  }

  private async sharedBy(actor: Actor, covered: readonly CoveredPlan[]): Promise<(planId: string) => Shared> {
    const planIds = covered.map(({ plan }) => plan.id);
    const subjects = await this.plans.highPriorityOf(actor, planIds);
    const logs = await this.logs.of(actor, { planIds, ...widestOf(covered) });
    const chosen = new Map((await this.narratives.ofPlans(planIds)).map((row) => [row.planId, row]));
    return (planId) => {
      const { efforts, figures } = logs.get(planId) as PlanLog;
      const { scaleWord = null, version = 0 } = chosen.get(planId) ?? {};
      const own = { subjects: subjects.get(planId) ?? [], chosen: { scaleWord, version } };
      return { ...own, efforts, statistics: figures };
    };
  }
}

function spanOrNull(...known: Parameters<typeof coveredSpan>): CoveredSpan | null {
  try {
    return coveredSpan(...known);
  } catch (error) {
    if (error instanceof Conflict) return null;
    throw error;
  }
}

/** The days from the first that any of them covers to the last, so that one question reaches the efforts of all. */
function widestOf(covered: readonly CoveredPlan[]): { from: string; until: string } {
  const days = covered.flatMap(({ span }) => [span.window.from, span.asOf]).sort();
  return { from: days[0] ?? '', until: days[days.length - 1] ?? '' };
}
