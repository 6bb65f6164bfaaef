import { Acts, type Actor } from '@demarche/access';
import { accept, Clock, Conflict, newId } from '@demarche/base';
import { PlanReading } from '@demarche/plans';
import { isDuplicate } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { assembleNarrative } from './assembly';
import type { AssembledNarrative } from './narrative';
import { NarrativeRepository } from './narrative.repository';
import { type ScaleChoice, ScaleChoiceInput } from './scale';
import { Sources } from './sources.service';

/** The narratives of the interim assessment: assembled whenever they are read, apart from the one word a person chooses. */
@Injectable()
export class Narratives {
  constructor(
    private readonly narratives: NarrativeRepository,
    private readonly sources: Sources,
    private readonly plans: PlanReading,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /**
   * A plan's narrative as it reads now. Throws NotFound for a plan out of reach, Conflict when the cycle's interim
   * window is unknown or has not begun.
   */
  async assemble(actor: Actor, planId: string): Promise<AssembledNarrative> {
    actor.must('read-plans');
    const sources = await this.sources.of(actor, planId);
    const row = await this.narratives.ofPlan(planId);
    const chosen = { scaleWord: row?.scaleWord ?? null, version: row?.version ?? 0 };
    return assembleNarrative({ ...sources, chosen });
  }

  /**
   * Keeps the word of measure that a person chose for the opening, or opens the slot again, and returns the new
   * version. Throws Conflict when somebody else chose since, or when no version is told.
   */
  async chooseScale(actor: Actor, given: ScaleChoice): Promise<number> {
    const choice = accept(ScaleChoiceInput, given);
    const act = { permission: 'edit-narrative', action: 'narrative.choose-scale' } as const;
    try {
      return await this.acts.perform(actor, act, async (_unit, note) => {
        await this.plans.open(actor, choice.planId);
        const version = await this.keep(actor, choice);
        note.about('plan', choice.planId, { scaleWord: choice.scaleWord, version });
        return version;
      });
    } catch (error) {
      if (isDuplicate(error)) throw stale();
      throw error;
    }
  }

  private async keep(actor: Actor, { planId, version, scaleWord }: ScaleChoice): Promise<number> {
    const choice = { scaleWord, chosenBy: actor.userId, chosenAt: this.clock.now() };
    const row = await this.narratives.ofPlan(planId);
    if (row) return this.narratives.choose({ id: row.id, version }, choice);
    if (version === undefined)
      throw new Conflict(
        'missing-version',
        'The choice does not say which version it was made on. Nothing was saved.',
      );
    if (version !== 0) throw stale();
    await this.narratives.add({ id: newId(), planId, version: 1, ...choice });
    return 1;
  }
}

function stale(): Conflict {
  return new Conflict(
    'stale',
    'Somebody else has chosen a word since you opened this. Nothing was overwritten.',
  );
}
