import type { Actor } from '@demarche/access';
import { Conflict, Invalid } from '@demarche/base';
import { type RefuseRelease, type Release, Review } from '@demarche/review';
import { Injectable } from '@nestjs/common';
import { KeptPapers } from './kept-papers.service';
import { type PaperView, releaseSubject } from './paper-view';

/** The release of papers by two people; a paper in which something is still open never gets so far. */
@Injectable()
export class PaperReleases {
  constructor(
    private readonly papers: KeptPapers,
    private readonly review: Review,
  ) {}

  /** Proposes exactly this text. Throws Invalid with every open slot and its place, Conflict when it is proposed already. */
  async propose(actor: Actor, paperId: string): Promise<{ id: string }> {
    const view = await this.papers.open(actor, paperId);
    actor.must('propose-release');
    mustBeComplete(view);
    return this.review.propose(actor, releaseSubject(view));
  }

  /** Confirms the proposal of exactly this text. Throws Conflict when there is none, Invalid for open slots and for the proposer. */
  async confirm(actor: Actor, paperId: string): Promise<{ id: string }> {
    const view = await this.papers.open(actor, paperId);
    const { id } = proposalOf(view);
    actor.must('confirm-release');
    mustBeComplete(view);
    await this.review.confirm(actor, id, { text: view.paper.text });
    return { id };
  }

  /** Refuses the proposal of this text, or withdraws one's own, with a reason. */
  async refuse(actor: Actor, paperId: string, refusal: RefuseRelease): Promise<{ id: string }> {
    const { id } = proposalOf(await this.papers.open(actor, paperId));
    await this.review.refuse(actor, id, refusal);
    return { id };
  }
}

function mustBeComplete({ openSlots }: PaperView): void {
  const reasons = openSlots.map(({ slot, place, block }) => ({
    field: `slot-${block}`,
    code: 'open-slot',
    message: `Still open in ${place}: “${slot}”. Settle it, make a new version, and propose that one.`,
  }));
  if (reasons.length > 0) throw new Invalid(reasons);
}

function proposalOf({ standing }: PaperView): Release {
  if (standing.release) return standing.release;
  throw new Conflict('state', 'This paper has not been proposed for release.');
}
