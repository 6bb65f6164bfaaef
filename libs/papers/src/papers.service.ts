import { type Actor, Acts } from '@demarche/access';
import { accept, Clock, Conflict, newId, sha256 } from '@demarche/base';
import type { FactWord } from '@demarche/formats';
import { isDuplicate } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { PaperDrafting } from './paper-drafting.service';
import { fileOf, type PaperFile } from './paper-files';
import {
  type NewPaper,
  NewPaperInput,
  type PaperFormat,
  PaperFormatInput,
  type PaperKind,
} from './paper-kind';
import { type PaperRow, PaperShelf } from './paper-shelf.service';
import type { PaperView } from './paper-view';
import { PaperRepository } from './paper.repository';

/** Two people may take the same number at the same moment; the later one takes the next. */
const TRIES = 10;

const numberTaken = () =>
  new Conflict('state', 'Too many people made this paper at the same moment. Nothing was lost: try again.');

/** What is written and sent: papers are made, kept as they were made, and handed out in their forms. */
@Injectable()
export class Papers {
  constructor(
    private readonly drafting: PaperDrafting,
    private readonly shelf: PaperShelf,
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
    for (let left = TRIES - 1; ; left -= 1) {
      try {
        return await this.make(actor, wish);
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        if (left === 0) throw numberTaken();
      }
    }
  }

  /** One paper with its blocks, its sheet and how far its release is. */
  open(actor: Actor, id: string): Promise<PaperView> {
    return this.shelf.open(actor, id);
  }

  /** The papers of a plan, newest first. */
  of(actor: Actor, planId: string): Promise<PaperRow[]> {
    return this.shelf.of(actor, planId);
  }

  /** A paper as a file. Throws Invalid for a form that its kind does not have. */
  async as(actor: Actor, id: string, format: PaperFormat): Promise<PaperFile> {
    const wanted = accept(PaperFormatInput, format);
    return fileOf(await this.shelf.open(actor, id), wanted);
  }

  /** The words that the template of a kind may use, for the page that helps its author. */
  wordsYouMayUse(kind: PaperKind): FactWord[] {
    return this.drafting.wordsYouMayUse(kind);
  }

  private make(actor: Actor, wish: NewPaper): Promise<{ id: string; number: number }> {
    const act = { permission: 'generate-paper', action: 'paper.generate' } as const;
    return this.acts.perform(actor, act, async (_unit, note) => {
      const draft = await this.drafting.draft(actor, wish);
      const number = (await this.papers.highestNumber(wish.planId, wish.kind)) + 1;
      const id = newId();
      const textHash = sha256(draft.text);
      const made = { madeAt: this.clock.now(), madeBy: actor.userId };
      await this.papers.add({ id, ...wish, number, ...draft, textHash, ...made });
      note.about('paper', id, { planId: wish.planId, kind: wish.kind, number, textHash });
      return { id, number };
    });
  }
}
