import { type Actor, SYSTEM_ACTOR, Users } from '@demarche/access';
import { CLOSED_ACCOUNT } from '@demarche/words';
import { Injectable } from '@nestjs/common';
import type { Deadline } from '../deadline.entity';
import type { DeadlineFace, DeadlineRevision } from '../deadline-revision.entity';
import { DeadlineRevisionRepository } from '../deadline-revision.repository';
import { isMove, stepsOf } from './deadline-steps';

/** One change of a deadline as people may see it. */
export interface DeadlineChangeShown extends Pick<DeadlineRevision, 'change' | 'reason' | 'at' | 'effortId'> {
  byName: string;
  /** The days before and after; the same where the change was no move. */
  before: DayShown;
  after: DayShown;
}

type DayShown = Pick<DeadlineFace, 'statutoryOn' | 'effectiveOn'> & { ownerName: string };

/** Tells what became of a deadline since it was set. */
@Injectable()
export class DeadlineHistory {
  constructor(
    private readonly revisions: DeadlineRevisionRepository,
    private readonly users: Users,
  ) {}

  /** The changes of a deadline, the latest first. Throws NotFound for one out of reach. */
  async of(actor: Actor, deadline: Deadline): Promise<DeadlineChangeShown[]> {
    actor.must('read-plans');
    actor.mustSee('deadline', deadline.postId);
    if (deadline.version === 1) return [];
    const steps = stepsOf(await this.revisions.ofOne(deadline.id), deadline);
    const ids = steps.flatMap(({ revision, before, after }) => [revision.by, before.ownerId, after.ownerId]);
    const people = await this.users.namedAll(ids);
    const nameOf = (userId: string) =>
      userId === SYSTEM_ACTOR.userId ? SYSTEM_ACTOR.name : (people.get(userId)?.name ?? CLOSED_ACCOUNT);
    const dayOf = ({ statutoryOn, effectiveOn, ownerId }: DeadlineFace): DayShown => ({
      statutoryOn,
      effectiveOn,
      ownerName: nameOf(ownerId),
    });
    return steps
      .filter((step) => step.revision.change !== 'calendar-changed' || isMove(step))
      .map(({ revision: { change, reason, at, effortId, by }, before, after }) => ({
        change,
        reason,
        at,
        effortId,
        byName: nameOf(by),
        before: dayOf(before),
        after: dayOf(after),
      }))
      .reverse();
  }
}
