import { type Actor, Acts, type AuditNote } from '@demarche/access';
import { Clock, Conflict, Invalid, newId, NotFound, ROWS_A_PAGE, sha256 } from '@demarche/base';
import { isDuplicate, type Unit } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { Release } from './release.entity';
import { ReleaseNews } from './release-news.service';
import { ReleaseRepository, type Subject } from './release.repository';
import type { RefuseRelease } from './review.input';

/** A text proposed for release: the subject, the text itself, its post, and how lists and notices name it. */
export interface Proposal extends Subject {
  text: string;
  postId: string | null;
  title?: string;
  link?: string | null;
}

/** The name of a text: its SHA-256 as lowercase hex. A single changed character makes it another text. */
export function textHashOf(text: string): string {
  return sha256(text);
}

const NOT_ENDED = {
  confirmedBy: null,
  confirmedAt: null,
  refusedBy: null,
  refusedAt: null,
  refuseReason: null,
  lapsedAt: null,
};

const alreadyProposed = () =>
  new Conflict('duplicate', 'This text has been proposed for release and waits for a second person.');

const alreadyEnded = () =>
  new Conflict('state', 'This proposal has ended: it was confirmed, refused, or replaced by a newer one.');

const textMoved = () =>
  new Conflict('stale', 'The text has changed since it was proposed. Propose the new text for release.');

const needsSecondPerson = () =>
  Invalid.because(
    'release',
    'same-person',
    'A release needs a second person: you proposed this one yourself.',
  );

const aboutSubject = (release: Release) => ({
  subject: release.subjectKind,
  subjectId: release.subjectId,
  textHash: release.textHash,
});

/** The plain two-person release: one person proposes a text, another confirms that very text or refuses it. */
@Injectable()
export class Review {
  constructor(
    private readonly releases: ReleaseRepository,
    private readonly news: ReleaseNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /**
   * Proposes a text for release and tells those who may confirm it. An open proposal of an older text lapses. Throws
   * Conflict when this very text is proposed already or released.
   */
  async propose(actor: Actor, proposal: Proposal): Promise<{ id: string }> {
    actor.mustSee(proposal.kind, proposal.postId);
    const act = { permission: 'propose-release', action: 'release.propose' } as const;
    try {
      return await this.acts.perform(actor, act, async (unit, note) => {
        const release = this.draft(actor, proposal);
        await this.clearTheWay(release);
        await this.releases.add(release);
        note.about('release', release.id, aboutSubject(release));
        await this.news.proposed(unit, release);
        return { id: release.id };
      });
    } catch (error) {
      if (isDuplicate(error)) throw alreadyProposed();
      throw error;
    }
  }

  /**
   * Confirms a proposal; `text` is the subject's present text. Throws Invalid for the proposer, Conflict `stale` when
   * the text is no longer the one proposed, Conflict `state` when the proposal has ended.
   */
  async confirm(actor: Actor, releaseId: string, present: { text: string }): Promise<void> {
    const act = { permission: 'confirm-release', action: 'release.confirm' } as const;
    await this.acts.perform(actor, act, async (unit, note) => {
      const release = await this.openFor(actor, releaseId, note);
      if (release.proposedBy === actor.userId) throw needsSecondPerson();
      if (release.textHash !== textHashOf(present.text)) throw textMoved();
      await this.end(release, { confirmedBy: actor.userId, confirmedAt: this.clock.now() });
      await this.news.confirmed(unit, release);
      return null;
    });
  }

  /** Refuses a proposal with a reason, which the proposer is told of. The text stays where it is. */
  async refuse(actor: Actor, releaseId: string, refusal: RefuseRelease): Promise<void> {
    const act = { permission: 'confirm-release', action: 'release.refuse' } as const;
    await this.acts.perform(actor, act, async (unit: Unit, note) => {
      const release = await this.openFor(actor, releaseId, note);
      const ending = { refusedBy: actor.userId, refusedAt: this.clock.now(), refuseReason: refusal.reason };
      await this.end(release, ending);
      await this.news.refused(unit, release);
      return null;
    });
  }

  /** The confirmed release of exactly this text, or null: a text that changed since is not released. */
  releaseOf(kind: string, id: string, textHash: string): Promise<Release | null> {
    return this.releases.confirmed({ kind, id }, textHash);
  }

  /** Every release of a subject that the actor may see, newest first, with how each ended. */
  async of(actor: Actor, subject: Subject): Promise<Release[]> {
    const all = await this.releases.ofSubject(subject);
    return all.filter((release) => actor.sees(release.postId));
  }

  /** Every release of several subjects of one kind that the actor may see, newest first: one query. */
  async ofEach(actor: Actor, kind: string, ids: string[]): Promise<Release[]> {
    const all = await this.releases.ofSubjects(kind, ids);
    return all.filter((release) => actor.sees(release.postId));
  }

  /** What waits for this person to confirm or refuse; nothing for those who may not. */
  async awaiting(actor: Actor): Promise<Release[]> {
    if (!actor.can('confirm-release')) return [];
    return this.releases.openFor(actor.userId, actor.limitedTo);
  }

  /** One page of the same with how many there are, fifty a page; pages count from 1. */
  async awaitingPage(actor: Actor, page: number): Promise<{ rows: Release[]; total: number }> {
    if (!actor.can('confirm-release')) return { rows: [], total: 0 };
    const slice = { skip: (page - 1) * ROWS_A_PAGE, take: ROWS_A_PAGE };
    return this.releases.pageFor({ userId: actor.userId, postIds: actor.limitedTo }, slice);
  }

  /** What this person proposed and nobody has confirmed or refused yet. */
  proposedBy(actor: Actor): Promise<Release[]> {
    return this.releases.openBy(actor.userId);
  }

  private draft(actor: Actor, proposal: Proposal): Release {
    return Object.assign(new Release(), {
      id: newId(),
      subjectKind: proposal.kind,
      subjectId: proposal.id,
      textHash: textHashOf(proposal.text),
      postId: proposal.postId,
      title: proposal.title ?? proposal.kind,
      link: proposal.link ?? null,
      openSubject: `${proposal.kind}:${proposal.id}`,
      proposedBy: actor.userId,
      proposedAt: this.clock.now(),
      ...NOT_ENDED,
    });
  }

  private async clearTheWay(release: Release): Promise<void> {
    const subject = { kind: release.subjectKind, id: release.subjectId };
    if (await this.releases.confirmed(subject, release.textHash))
      throw new Conflict('state', 'This text has been released already.');
    const open = (await this.releases.ofSubject(subject)).find((earlier) => earlier.openSubject !== null);
    if (open?.textHash === release.textHash) throw alreadyProposed();
    if (open) await this.releases.end(open.id, { lapsedAt: release.proposedAt });
  }

  private async openFor(actor: Actor, releaseId: string, note: AuditNote): Promise<Release> {
    const release = await this.releases.byId(releaseId);
    if (!release) throw new NotFound('release');
    actor.mustSee('release', release.postId);
    if (release.openSubject === null) throw alreadyEnded();
    note.about('release', release.id, aboutSubject(release));
    return release;
  }

  private async end(release: Release, ending: Partial<Release>): Promise<void> {
    if (!(await this.releases.end(release.id, ending))) throw alreadyEnded();
  }
}
