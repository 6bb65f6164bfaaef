import { plural, wordFor } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { Clock, localDateOf } from '@demarche/base';
import { DeadlineBoard } from '@demarche/deadlines';
import { type PlanHead, type LabelledRecommendation, PlanReading } from '@demarche/plans';
import { Progress, type RecommendationSummary, todayAt } from '@demarche/progress';
import { Register } from '@demarche/register';
import {
  daysBetween,
  type DeadlineStateWord,
  recommendationState,
  type RecommendationStateWord,
} from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import type { Mark } from './mark';

/** How one high-priority recommendation stands today at its post. */
export interface Standing {
  id: string;
  href: string;
  label: string;
  text: string;
  portion: string;
  lastOn: string | null;
  /** Calendar days since the last entry, in words; empty without one. */
  since: string;
  credit: string;
  state: RecommendationStateWord;
  isSilent: boolean;
  mark: Mark;
}

const MARKS: Record<RecommendationStateWord, Pick<Mark, 'shape' | 'tone'>> = {
  done: { shape: '✔', tone: 'good' },
  overdue: { shape: '▲', tone: 'bad' },
  'due-soon': { shape: '◇', tone: 'wait' },
  'not-started': { shape: '○', tone: 'wait' },
  'no-news': { shape: '△', tone: 'wait' },
  'under-way': { shape: '●', tone: 'calm' },
};

/** A recommendation's state as people see it. */
export function standingMark(state: RecommendationStateWord): Mark {
  return { ...MARKS[state], word: wordFor('recommendation-state', state) };
}

/** What is read once for many plans. */
interface Sources {
  recommendations: Map<string, LabelledRecommendation[]>;
  summaries: Map<string, RecommendationSummary>;
  pressing: Map<string, DeadlineStateWord>;
  zones: Map<string, string>;
}

/** Says how the high-priority recommendations of several plans stand: one query a room, whatever their number. */
@Injectable()
export class Standings {
  constructor(
    private readonly plans: PlanReading,
    private readonly progress: Progress,
    private readonly deadlines: DeadlineBoard,
    private readonly register: Register,
    private readonly clock: Clock,
  ) {}

  /** The standings by plan id, in each plan's order. */
  async of(actor: Actor, heads: readonly PlanHead[]): Promise<Map<string, Standing[]>> {
    const planIds = heads.map(({ id }) => id);
    const sources: Sources = {
      recommendations: await this.plans.highPriorityOf(actor, planIds),
      summaries: await this.progress.summariesOf(actor, planIds, { isHighOnly: true }),
      pressing: await this.deadlines.pressingOn(actor),
      zones: new Map((await this.register.posts()).map(({ id, zone }) => [id, zone])),
    };
    return new Map(heads.map((head) => [head.id, this.ofPlan(head, sources)]));
  }

  private ofPlan(head: PlanHead, { recommendations, summaries, pressing, zones }: Sources): Standing[] {
    const zone = zones.get(head.postId ?? '');
    const today = todayAt(this.clock, zone === undefined ? null : { zone });
    const askedOn = localDateOf(head.createdAt, zone ?? 'UTC');
    return (recommendations.get(head.id) ?? []).map((one) => {
      const summary = summaries.get(one.id);
      const facts = { owed: pressing.get(one.id) ?? null, askedOn, today };
      const told = { isCompleted: summary?.isCompleted ?? false, lastNewsOn: summary?.lastOn ?? null };
      const { state, isSilent } = recommendationState({ ...facts, ...told });
      return { ...namedOf(one), ...newsOf(summary, today), state, isSilent, mark: standingMark(state) };
    });
  }
}

function namedOf(one: LabelledRecommendation) {
  return {
    id: one.id,
    href: `/recommendations/${one.id}`,
    label: one.label,
    text: one.text,
    portion: one.marking,
  };
}

function newsOf(summary: RecommendationSummary | undefined, today: string) {
  if (!summary || summary.lastOn === null) return { lastOn: null, since: '', credit: 'no entry' };
  const { entries, credited, lastOn } = summary;
  const since = plural(daysBetween(lastOn, today), { one: 'day ago', many: 'days ago' });
  return { lastOn, since, credit: `${credited} of ${plural(entries, { one: 'entry', many: 'entries' })}` };
}
