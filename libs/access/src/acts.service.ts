import { type Code } from '@demarche/words';
import { Clock } from '@demarche/base';
import { isDuplicate, type Unit, UnitOfWork } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { type Actor, Unconfirmed } from './actor';
import { type Asked, digestOf, OtherContent } from './asked';
import { AuditRepository } from './trail/audit.repository';
import type { Permission } from './permissions';
import type { Submission } from './trail/trail.entity';
import { type SubmissionKey, SubmissionRepository } from './submission.repository';

/** What an act is: the permission it needs, its name in the trail (`plan.create`), and what else the trail should say. */
interface Act {
  permission: Permission;
  action: Code<'audit-action'>;
  detail?: Record<string, unknown>;
}

/** Lets the work name what it was about, once it knows: ids and codes, never texts that people wrote. */
export class AuditNote {
  subjectKind: string | null = null;
  subjectId: string | null = null;
  detail: Record<string, unknown> = {};

  /** Names the subject of the entry, and optionally adds detail. */
  about(kind: string, id: string, detail: Record<string, unknown> = {}): void {
    this.subjectKind = kind;
    this.subjectId = id;
    this.detail = { ...this.detail, ...detail };
  }
}

/** The work of an act: runs inside the unit, names its subject on the note, returns plain JSON. */
type ActWork<T> = (unit: Unit, note: AuditNote) => Promise<T>;

/** One of several acts that are performed together: its name in the trail, its subject, and ids and codes beside. */
interface EnteredAct {
  action: Code<'audit-action'>;
  subjectKind: string;
  subjectId: string;
  detail: Record<string, unknown>;
}

/** The work of several acts: runs inside the unit and enters each of them. */
type TogetherWork<T> = (unit: Unit, enter: (act: EnteredAct) => void) => Promise<T>;

/** The one way to change anything: permission, double-submit guard, unit of work and audit entry together. */
@Injectable()
export class Acts {
  constructor(
    private readonly units: UnitOfWork,
    private readonly trail: AuditRepository,
    private readonly submissions: SubmissionRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Performs an act for an actor. Throws Forbidden without the permission, Unconfirmed for a request of unproved
   * origin, and whatever the work throws; then nothing is kept. A second copy of the same form gets the first one's
   * result, as plain JSON; the same key with other content throws OtherContent.
   */
  async perform<T>(actor: Actor, act: Act, work: ActWork<T>): Promise<T> {
    actor.must(act.permission);
    if (!actor.isConfirmed) throw new Unconfirmed();
    if (actor.submission === null || this.units.current) return this.entered(actor, act, work);
    const key = { userId: actor.userId, key: actor.submission, action: act.action };
    return this.guarded({ ...key, asked: actor.asked }, () => this.entered(actor, act, work));
  }

  /**
   * Performs several acts of one permission together, for the house itself, which sends no forms: each that the work
   * enters gets its own entry, in that order. Throws Forbidden without the permission, and whatever the work throws.
   */
  async performTogether<T>(actor: Actor, permission: Permission, work: TogetherWork<T>): Promise<T> {
    actor.must(permission);
    if (actor.submission !== null) throw new Error('A form is performed as one act.');
    return this.units.run(async (unit) => {
      const entries: EnteredAct[] = [];
      const result = await work(unit, (act) => entries.push(act));
      const [at, actorId, actorName] = [this.clock.now(), actor.userId, actor.name];
      await this.trail.append(...entries.map((entry) => ({ ...entry, at, actorId, actorName })));
      return result;
    });
  }

  private async guarded<T>(sent: Sent, perform: () => Promise<T>): Promise<T> {
    const { asked, ...key } = sent;
    try {
      return await this.units.run(async () => {
        const claim = await this.submissions.claim({ ...key, asked, digest: asked && digestOf(asked) });
        if (claim === null) return await this.resultBefore(key, asked);
        const result = await perform();
        await this.submissions.conclude(claim, result);
        return result;
      });
    } catch (error) {
      const earlier = isDuplicate(error) ? await this.submissions.earlier(key) : null;
      if (earlier?.result) return firstResult(earlier, asked) as T;
      throw error;
    }
  }

  private async resultBefore<T>(key: SubmissionKey, asked: Asked | null): Promise<T> {
    const earlier = await this.submissions.earlier(key);
    if (!earlier?.result) throw new Error(`The form ${key.action} was claimed before and left no result.`);
    return firstResult(earlier, asked) as T;
  }

  private entered<T>(actor: Actor, act: Act, work: ActWork<T>): Promise<T> {
    return this.units.run(async (unit) => {
      const note = new AuditNote();
      const result = await work(unit, note);
      await this.trail.append({
        at: this.clock.now(),
        actorId: actor.userId,
        actorName: actor.name,
        action: act.action,
        subjectKind: note.subjectKind,
        subjectId: note.subjectId,
        detail: { ...act.detail, ...note.detail },
      });
      return result;
    });
  }
}

interface Sent extends SubmissionKey {
  asked: Asked | null;
}

/** What the first copy got. Throws OtherContent when this one asks for something else. */
function firstResult(earlier: Submission, asked: Asked | null): unknown {
  const result = earlier.result?.value;
  if (asked === null || earlier.digest === null || earlier.digest === digestOf(asked)) return result;
  throw new OtherContent(earlier.asked, asked, result);
}
