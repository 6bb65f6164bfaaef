import { type Actor, SYSTEM_ACTOR } from '@demarche/access';
import { Clock, Conflict, newId, NotFound } from '@demarche/base';
import { isDuplicate, type Unit } from '@demarche/store';
import type { Code } from '@demarche/words';
import { Injectable } from '@nestjs/common';
import type { Deadline } from './deadline.entity';
import { DeadlineSet } from './deadline-events';
import { type DeadlineChange, DeadlineRepository } from './deadline.repository';
import type { DeadlineFace, DeadlineRevision } from './deadline-revision.entity';
import { DeadlineRevisionRepository } from './deadline-revision.repository';

/** What is remembered of a change beside its fields, and what the rooms above are told of it. */
export interface Told {
  change: Code<'deadline-change'>;
  reason?: string | null;
  /** The act that caused it. */
  effortId?: string | null;
  /** Whoever made it; the house itself where it only follows another act. */
  by?: Actor;
  /** The happening, from the deadline as it stands afterwards; nothing where nobody above needs to know. */
  happening?(after: Deadline): object;
}

/** Writes deadlines, keeps what they said before, and tells the rooms above inside the same unit. */
@Injectable()
export class DeadlineKeeper {
  constructor(
    private readonly deadlines: DeadlineRepository,
    private readonly revisions: DeadlineRevisionRepository,
    private readonly clock: Clock,
  ) {}

  /** A deadline by id. Throws NotFound. */
  async byId(id: string): Promise<Deadline> {
    const deadline = await this.deadlines.byId(id);
    if (!deadline) throw new NotFound('deadline');
    return deadline;
  }

  /** Keeps a new deadline. Throws Conflict where a rule that sets one a subject has just been followed by somebody else. */
  async keep(unit: Unit, deadline: Deadline): Promise<Deadline> {
    await this.deadlines.add(deadline).catch(againstSecond);
    await unit.happened(new DeadlineSet(deadline));
    return deadline;
  }

  /** Changes a deadline; throws as the store does when the version seen is not the present one. */
  async change(unit: Unit, change: DeadlineChange, told: Told): Promise<Deadline> {
    const after = await this.deadlines.change(change);
    await this.revisions.add(this.revisionOf(change.deadline, told));
    if (told.happening) await unit.happened(told.happening(after));
    return after;
  }

  private revisionOf(before: Deadline, told: Told): DeadlineRevision {
    return {
      id: newId(),
      deadlineId: before.id,
      version: before.version,
      change: told.change,
      before: faceOf(before),
      reason: told.reason ?? null,
      effortId: told.effortId ?? null,
      by: (told.by ?? SYSTEM_ACTOR).userId,
      at: this.clock.now(),
    };
  }
}

function againstSecond(error: unknown): never {
  if (!isDuplicate(error)) throw error;
  throw new Conflict(
    'duplicate',
    'Somebody else has just set this deadline. Nothing was saved; look at the board.',
  );
}

function faceOf(deadline: Deadline): DeadlineFace {
  const { statutoryOn, effectiveOn, reasons, nature, ownerId, metOn, metBy, waivedOn, waiveReason } =
    deadline;
  return { statutoryOn, effectiveOn, reasons, nature, ownerId, metOn, metBy, waivedOn, waiveReason };
}
