import { type Actor, Acts } from '@demarche/access';
import { accept, Clock, Conflict, newId, sha256 } from '@demarche/base';
import { isDuplicate } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { type PaperDraft, PaperDrafting } from './paper-drafting.service';
import { type NewPaper, NewPaperInput } from './paper-kind';
import { PaperRepository } from './paper.repository';

/** Two people may take the same number at the same moment; the later one takes the next. */
const TRIES = 10;

/** A paper before it is kept: the instant at which its facts began to be read, and the draft, which may have failed. */
interface Drafted {
  madeAt: string;
  drafting: Promise<PaperDraft>;
}

const numberTaken = () =>
  new Conflict('state', 'Too many people made this paper at the same moment. Nothing was lost: try again.');

/** Makes papers of plans and keeps them as they were made. */
@Injectable()
export class PaperMaking {
  constructor(
    private readonly drafting: PaperDrafting,
    private readonly papers: PaperRepository,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a paper of a plan and keeps it. Throws Invalid naming the recommendation when a non-paper would say what only
   * a cable may, Conflict when the plan is not ready for this paper, NotFound for a plan out of reach.
   */
  async generate(actor: Actor, given: NewPaper): Promise<{ id: string; number: number }> {
    const wish = accept(NewPaperInput, given);
    // Later than nothing that the draft has read, so that whatever is logged meanwhile counts as newer than the paper.
    const madeAt = this.clock.now();
    const drafting = this.drafting.draft(actor, wish);
    // Read before the unit, which holds up every writer; what went wrong is told inside it, after its permission and repeats.
    await drafting.catch(() => undefined);
    for (let left = TRIES - 1; ; left -= 1) {
      try {
        return await this.keep(actor, wish, { madeAt, drafting });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        if (left === 0) throw numberTaken();
      }
    }
  }

  private keep(
    actor: Actor,
    wish: NewPaper,
    { madeAt, drafting }: Drafted,
  ): Promise<{ id: string; number: number }> {
    const act = { permission: 'generate-paper', action: 'paper.generate' } as const;
    return this.acts.perform(actor, act, async (_unit, note) => {
      const draft = await drafting;
      const number = (await this.papers.highestNumber(wish.planId, wish.kind)) + 1;
      const id = newId();
      const textHash = sha256(draft.text);
      await this.papers.add({ id, ...wish, number, ...draft, textHash, madeAt, madeBy: actor.userId });
      note.about('paper', id, { planId: wish.planId, kind: wish.kind, number, textHash });
      return { id, number };
    });
  }
}
