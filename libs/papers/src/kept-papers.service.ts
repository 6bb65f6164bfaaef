import { CLOSED_ACCOUNT } from '@demarche/words';
import { type Actor, OutOfScope, Users } from '@demarche/access';
import { NotFound } from '@demarche/base';
import { PlanReading, type PlanView } from '@demarche/plans';
import { Review } from '@demarche/review';
import { Injectable } from '@nestjs/common';
import type { PaperChanges } from './kinds/paper-definition';
import { PaperKinds } from './kinds/paper-kinds.service';
import { bannerOf, type PaperView, standingOf, titleOf } from './paper-view';
import type { Paper } from './paper.entity';
import { type PaperHead, PaperRepository } from './paper.repository';
import { sheetOf } from './presenters/sheet.presenter';
import { openSlotsIn } from './text/open-slots';
import { parsePaperText } from './text/paper-text';

/** A paper as a row of its plan's list. */
export interface PaperRow extends PaperHead {
  title: string;
  madeByName: string;
}

/** Hands papers out, as they were made, to those who may see their plan. */
@Injectable()
export class KeptPapers {
  constructor(
    private readonly papers: PaperRepository,
    private readonly plans: PlanReading,
    private readonly review: Review,
    private readonly users: Users,
    private readonly kinds: PaperKinds,
  ) {}

  /** The papers of a plan, newest first. Throws NotFound for a plan out of reach. */
  async of(actor: Actor, planId: string): Promise<PaperRow[]> {
    await this.plans.open(actor, planId);
    const heads = await this.papers.headsOf(planId);
    const people = await this.users.namedAll(heads.map(({ madeBy }) => madeBy));
    return heads.map((head) => ({
      ...head,
      title: titleOf(head),
      madeByName: people.get(head.madeBy)?.name ?? CLOSED_ACCOUNT,
    }));
  }

  /** Titles and plans of papers by id, whoever asks: for the names of entries of the trail. */
  async named(ids: string[]): Promise<Map<string, { title: string; planId: string }>> {
    const heads = await this.papers.headsNamed(ids);
    return new Map(heads.map((head) => [head.id, { title: titleOf(head), planId: head.planId }]));
  }

  /** One paper with its blocks and how far its release is. Throws NotFound for another post's as for a missing one. */
  async open(actor: Actor, id: string): Promise<PaperView> {
    actor.must('read-plans');
    const paper = await this.papers.byId(id);
    if (!paper) throw new NotFound('paper');
    const { plan, country, cycle, post } = await this.planOf(actor, paper);
    const blocks = parsePaperText(paper.text);
    const releases = await this.review.of(actor, { kind: 'paper', id });
    const definition = this.kinds.of(paper.kind);
    const { look, formats, tellsOfItself, settledOn } = definition;
    return {
      ...{ paper, plan, country, cycle, post, blocks },
      title: titleOf(paper),
      sheet: sheetOf(blocks),
      openSlots: openSlotsIn(blocks),
      notes: definition.notesBeside(paper.facts),
      form: { look, formats, tellsOfItself, settledOn },
      banner: bannerOf(paper.marking),
      madeByName: (await this.users.named(paper.madeBy))?.name ?? CLOSED_ACCOUNT,
      standing: standingOf(paper, releases),
    };
  }

  /** How far its plan has moved on since a paper was made. */
  changesSince(actor: Actor, { paper, blocks }: PaperView, plan: PlanView): Promise<PaperChanges> {
    return this.kinds.of(paper.kind).changesSince(actor, { paper, blocks }, plan);
  }

  /** A plan out of reach must not show by its name that the paper exists. */
  private async planOf(actor: Actor, { planId }: Paper): Promise<PlanView> {
    try {
      return await this.plans.open(actor, planId);
    } catch (error) {
      if (error instanceof OutOfScope) throw new OutOfScope('paper');
      if (error instanceof NotFound) throw new NotFound('paper');
      throw error;
    }
  }
}
