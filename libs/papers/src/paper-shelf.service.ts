import { type Actor, Users } from '@demarche/access';
import { NotFound } from '@demarche/base';
import { PlanReading, type PlanView } from '@demarche/plans';
import { Review } from '@demarche/review';
import { Injectable } from '@nestjs/common';
import { bannerOf, type PaperView, standingOf, titleOf } from './paper-view';
import type { Paper } from './paper.entity';
import { type PaperHead, PaperRepository } from './paper.repository';
import { parsePaperText } from './paper-text';
import { sheetOf } from './sheet.presenter';

/** A paper as a row of its plan's list. */
export interface PaperRow extends PaperHead {
  title: string;
  madeByName: string;
}

const NOBODY = 'closed account';

/** Shows papers to those who may see their plan. */
@Injectable()
export class PaperShelf {
  constructor(
    private readonly papers: PaperRepository,
    private readonly plans: PlanReading,
    private readonly review: Review,
    private readonly users: Users,
  ) {}

  /** The papers of a plan, newest first. Throws NotFound for a plan out of reach. */
  async of(actor: Actor, planId: string): Promise<PaperRow[]> {
    await this.plans.open(actor, planId);
    const heads = await this.papers.headsOf(planId);
    const people = await this.users.namedAll(heads.map(({ madeBy }) => madeBy));
    return heads.map((head) => ({
      ...head,
      title: titleOf(head),
      madeByName: people.get(head.madeBy)?.name ?? NOBODY,
    }));
  }

  /** One paper with its blocks and how far its release is. Throws NotFound for another post's as for a missing one. */
  async open(actor: Actor, id: string): Promise<PaperView> {
    actor.must('read-plans');
    const paper = await this.papers.byId(id);
    if (!paper) throw new NotFound('paper');
    const { plan, country, cycle, post } = await this.planOf(actor, paper);
    const blocks = parsePaperText(paper.text);
    const releases = await this.review.of(actor, { kind: 'paper', id });
    return {
      paper,
      plan,
      country,
      cycle,
      post,
      title: titleOf(paper),
      blocks,
      sheet: sheetOf(blocks),
      banner: bannerOf(paper.marking),
      madeByName: (await this.users.named(paper.madeBy))?.name ?? NOBODY,
      standing: standingOf(paper, releases),
    };
  }

  /** A plan out of reach must not show by its name that the paper exists. */
  private async planOf(actor: Actor, { planId }: Paper): Promise<PlanView> {
    try {
      return await this.plans.open(actor, planId);
    } catch (error) {
      if (error instanceof NotFound) throw new NotFound('paper');
      throw error;
    }
  }
}
