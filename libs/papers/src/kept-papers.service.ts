import { CLOSED_ACCOUNT } from '@demarche/words';
import { type Actor, OutOfScope, Users } from '@demarche/access';
import { NotFound } from '@demarche/base';
import { type PlacedPlan, PlanReading, type PlanView } from '@demarche/plans';
import { type Release, Review } from '@demarche/review';
import { Injectable } from '@nestjs/common';
import type { PaperChanges } from './kinds/paper-definition';
import { PaperKinds } from './kinds/paper-kinds.service';
import {
  bannerOf,
  type PaperCopy,
  type PaperView,
  type ReleaseStanding,
  standingOf,
  titleOf,
} from './paper-view';
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

/** The newest paper of a plan, and how many the plan has. */
export interface NewestPaper extends PaperHead {
  title: string;
  papers: number;
}

/** A paper as it stands among those of its plan. */
export interface ShelvedPaper extends PaperHead {
  title: string;
  /** The proposals to release it, newest first. */
  releases: Release[];
  standing: ReleaseStanding;
  /** How far its plan has moved on since; null where a later paper of its kind stands. */
  changes: PaperChanges | null;
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
    await this.plans.planFor(actor, planId);
    const heads = await this.papers.headsOf(planId);
    const people = await this.users.namedAll(heads.map(({ madeBy }) => madeBy));
    return heads.map((head) => ({
      ...head,
      title: titleOf(head),
      madeByName: people.get(head.madeBy)?.name ?? CLOSED_ACCOUNT,
    }));
  }

  /** All papers of an opened plan without their texts, newest first; of the newest of each kind, what has become of it. */
  async shelf(actor: Actor, view: PlanView): Promise<ShelvedPaper[]> {
    const heads = await this.papers.headsOf(view.plan.id);
    const ids = heads.map(({ id }) => id);
    const releases = ids.length > 0 ? await this.review.ofEach(actor, 'paper', ids) : [];
    const isFirst = (head: PaperHead) => head === heads.find(({ kind }) => kind === head.kind);
    const whole = await this.papers.wholeOf(heads.filter(isFirst).map(({ id }) => id));
    const shelved: ShelvedPaper[] = [];
    for (const head of heads) {
      const paper = whole.find(({ id }) => id === head.id);
      const changes = paper ? await this.changedSince(actor, paper, view) : null;
      const own = releases.filter(({ subjectId }) => subjectId === head.id);
      shelved.push({
        ...head,
        title: titleOf(head),
        releases: own,
        standing: standingOf(head, own),
        changes,
      });
    }
    return shelved;
  }

  /** The newest paper of each of some plans by plan, and how many there are; callers have narrowed the plans already. */
  async newestOf(actor: Actor, planIds: string[]): Promise<Map<string, NewestPaper>> {
    actor.must('read-plans');
    const heads = await this.papers.newestOf(planIds);
    return new Map(heads.map((head) => [head.planId, { ...head, title: titleOf(head) }]));
  }

  /** Titles and plans of papers by id, whoever asks: for the names of entries of the trail. */
  async named(ids: string[]): Promise<Map<string, { title: string; planId: string }>> {
    const heads = await this.papers.headsNamed(ids);
    return new Map(heads.map((head) => [head.id, { title: titleOf(head), planId: head.planId }]));
  }

  /** One paper with its blocks and how far its release is. Throws NotFound for another post's as for a missing one. */
  async open(actor: Actor, id: string): Promise<PaperView> {
    const copy = await this.copy(actor, id);
    const { paper, blocks } = copy;
    const releases = await this.review.of(actor, { kind: 'paper', id });
    return {
      ...copy,
      sheet: sheetOf(blocks),
      openSlots: openSlotsIn(blocks),
      notes: this.kinds.of(paper.kind).notesBeside(paper.facts),
      madeByName: (await this.users.named(paper.madeBy))?.name ?? CLOSED_ACCOUNT,
      standing: standingOf(paper, releases),
    };
  }

  /** One paper as its files need it. Throws NotFound as `open` does. */
  async copy(actor: Actor, id: string): Promise<PaperCopy> {
    actor.must('read-plans');
    const paper = await this.papers.byId(id);
    if (!paper) throw new NotFound('paper');
    const { plan, country, cycle, post } = await this.planOf(actor, paper);
    const { look, formats, tellsOfItself, settledOn } = this.kinds.of(paper.kind);
    return {
      ...{ paper, plan, country, cycle, post },
      title: titleOf(paper),
      blocks: parsePaperText(paper.text),
      form: { look, formats, tellsOfItself, settledOn },
      banner: bannerOf(paper.marking),
    };
  }

  /** How far its plan has moved on since a paper was made. */
  changesSince(actor: Actor, { paper, blocks }: PaperView, plan: PlanView): Promise<PaperChanges> {
    return this.kinds.of(paper.kind).changesSince(actor, { paper, blocks }, plan);
  }

  private changedSince(actor: Actor, paper: Paper, view: PlanView): Promise<PaperChanges> {
    return this.kinds.of(paper.kind).changesSince(actor, { paper, blocks: parsePaperText(paper.text) }, view);
  }

  /** A plan out of reach must not show by its name that the paper exists. */
  private async planOf(actor: Actor, { planId }: Paper): Promise<PlacedPlan> {
    try {
      return await this.plans.placed(actor, planId);
    } catch (error) {
      if (error instanceof OutOfScope) throw new OutOfScope('paper');
      if (error instanceof NotFound) throw new NotFound('paper');
      throw error;
    }
  }
}
