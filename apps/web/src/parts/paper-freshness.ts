import type { Actor } from '@demarche/access';
import type { PaperView } from '@demarche/papers';
import type { PlanView } from '@demarche/plans';
import { Efforts, Statistics } from '@demarche/progress';
import { Injectable } from '@nestjs/common';
import { plural } from '@demarche/words';

/** Tells whether the plan has moved on since a paper was made of it. */
@Injectable()
export class PaperFreshness {
  constructor(
    private readonly efforts: Efforts,
    private readonly statistics: Statistics,
  ) {}

  /** What changed, in one sentence, or null when the paper still says what the plan says. */
  async changesSince(actor: Actor, view: PaperView, plan: PlanView): Promise<string | null> {
    if (view.paper.kind === 'interim-assessment') return this.newEntries(actor, view);
    const asked = plan.standing.filter(
      ({ priority }) => priority === 'high' || view.paper.kind !== 'talking-points',
    );
    return wordingChanges(
      asked.map(({ text }) => text),
      view.blocks.flatMap((block) => (block.kind === 'ask' ? [block.text] : [])),
    );
  }

  private async newEntries(actor: Actor, { paper, plan }: PaperView): Promise<string | null> {
    const efforts = await this.efforts.of(actor, plan.id);
    const statistics = await this.statistics.of(actor, plan.id);
    const later = [...efforts, ...statistics].filter(({ recordedAt }) => recordedAt > paper.madeAt).length;
    if (later === 0) return null;
    return `${plural(later, { one: 'entry was', many: 'entries were' })} logged after this was made.`;
  }
}

/** The difference between what a plan asks for now and what a paper says, in one sentence; null when there is none. */
export function wordingChanges(asked: readonly string[], said: readonly string[]): string | null {
  const fresh = asked.filter((text) => !said.includes(text)).length;
  const gone = said.filter((text) => !asked.includes(text)).length;
  if (fresh === 0 && gone === 0) return null;
  if (gone === 0) return `${plural(fresh, RECOMMENDATIONS)} of the plan ${areOr(fresh)} missing here.`;
  if (fresh === 0) return `${plural(gone, RECOMMENDATIONS)} here ${areOr(gone)} no longer asked for.`;
  return `${plural(Math.max(fresh, gone), RECOMMENDATIONS)} ${areOr(Math.max(fresh, gone))} worded differently in the plan now.`;
}

const RECOMMENDATIONS = { one: 'recommendation', many: 'recommendations' };
const areOr = (count: number) => (count === 1 ? 'is' : 'are');
