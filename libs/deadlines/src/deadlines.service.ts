import { Acts, type Actor, type Permission } from '@demarche/access';
import { accept, Conflict } from '@demarche/base';
import type { Code } from '@demarche/words';
import { givenVersion } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import {
  DeadlineMet,
  DeadlineMoved,
  DeadlineReassigned,
  DeadlineReopened,
  DeadlineWaived,
} from './deadline-events';
import { DeadlineKeeper, type Told } from './deadline-keeper.service';
import { endOf, OPEN_AGAIN } from './deadline-standing';
import type { Deadline } from './deadline.entity';
import { DeadlineNotices } from './following/deadline-notices.service';
import { DeadlineTerms } from './terms/deadline-terms.service';
import {
  MetDeadlineInput,
  type MetDeadline,
  type MovedDeadline,
  MovedDeadlineInput,
  type NewDeadline,
  NewDeadlineInput,
  type ReassignedDeadline,
  ReassignedDeadlineInput,
  type ReopenedDeadline,
  ReopenedDeadlineInput,
  type WaivedDeadline,
  WaivedDeadlineInput,
} from './terms/deadline.input';
import { subjectNote } from './subjects/subject-room';
import { MilestoneDeadlines } from './terms/milestone-deadlines.service';

interface Seen {
  id: string;
  version?: number | undefined;
}

/** One kind of change: who may do it, its name in the trail, what must be so before, what it changes and tells. */
interface Kind extends Told {
  permission: Permission;
  action: Code<'audit-action'>;
  /** Reopening is for what is closed; every other change is for what is open. */
  isForClosed?: boolean;
  changes(deadline: Deadline): Promise<Partial<Deadline>>;
}

const SET = { permission: 'set-deadline' } as const;

/** What is owed by when: set, moved, met, waived, reopened or given to somebody else; reminders follow each time. */
@Injectable()
export class Deadlines {
  constructor(
    private readonly keeper: DeadlineKeeper,
    private readonly terms: DeadlineTerms,
    private readonly milestones: MilestoneDeadlines,
    private readonly notices: DeadlineNotices,
    private readonly acts: Acts,
  ) {}

  /** Sets a deadline and plans its reminders. Throws Invalid, NotFound, Forbidden. */
  async set(actor: Actor, given: NewDeadline): Promise<Deadline> {
    const read = accept(NewDeadlineInput, given);
    return this.acts.perform(actor, { ...SET, action: 'deadline.set' }, async (unit, note) => {
      const { planId, ...drawn } = read;
      const deadline = await this.terms.draw(actor, { kind: 'plan', id: planId }, drawn);
      note.about('deadline', deadline.id, { ...subjectNote(deadline), kind: deadline.kind });
      return this.keeper.keep(unit, deadline);
    });
  }

  /**
   * Sets what the cycle of a plan makes owed and no deadline covers yet: the post's report, the interim assessment and
   * the post's answers. A milestone that had passed before is left out: nobody was ever told to meet it.
   */
  async setFromMilestones(actor: Actor, planId: string): Promise<Deadline[]> {
    const act = { ...SET, action: 'deadline.set-from-milestones' } as const;
    return this.acts.perform(actor, act, async (unit, note) => {
      note.about('plan', planId);
      const kept: Deadline[] = [];
      const subject = { kind: 'plan', id: planId } as const;
      for (const { rule, ...owed } of await this.milestones.owedBy(actor, subject))
        kept.push(await this.keeper.keep(unit, { ...(await this.terms.draw(actor, subject, owed)), rule }));
      return kept;
    });
  }

  /**
   * Gives a deadline another date, or reads the calendars anew for the same one; the day that was is kept with the
   * reason, the reminders are planned again, and the owner is told.
   */
  async move(actor: Actor, given: MovedDeadline): Promise<Deadline> {
    const { id, version, reason, ...date } = accept(MovedDeadlineInput, given);
    return this.change(
      actor,
      { id, version },
      {
        ...SET,
        action: 'deadline.move',
        change: 'moved',
        reason,
        changes: (deadline) => this.terms.moved(deadline, date),
        happening: (after) => new DeadlineMoved(after, 'moved'),
      },
    );
  }

  /** Says that a deadline was met, perhaps by a logged act; no more reminders follow. */
  async meet(actor: Actor, given: MetDeadline): Promise<Deadline> {
    const { on, sure, effortId, ...seen } = accept(MetDeadlineInput, given);
    return this.change(actor, seen, {
      permission: 'meet-deadline',
      action: 'deadline.meet',
      change: 'met',
      effortId,
      changes: async (deadline) => {
        await this.terms.againstStrangeDay(deadline, { on, sure });
        if (effortId !== null) await this.terms.againstForeignEffort(actor, effortId, deadline);
        return { metOn: on, metBy: effortId };
      },
      happening: (after) => new DeadlineMet(after),
    });
  }

  /** Says that a deadline need not be met any more, and why; no more reminders follow. */
  async waive(actor: Actor, given: WaivedDeadline): Promise<Deadline> {
    const { reason, ...seen } = accept(WaivedDeadlineInput, given);
    return this.change(actor, seen, {
      ...SET,
      action: 'deadline.waive',
      change: 'waived',
      reason,
      changes: async ({ postId }) => ({ waivedOn: await this.terms.todayAt(postId), waiveReason: reason }),
      happening: (after) => new DeadlineWaived(after, 'waived'),
    });
  }

  /** Opens a deadline again that was met or waived too early; its reminders are planned anew. Throws Conflict when it is open. */
  async reopen(actor: Actor, given: ReopenedDeadline): Promise<Deadline> {
    const { reason, ...seen } = accept(ReopenedDeadlineInput, given);
    return this.change(actor, seen, {
      ...SET,
      action: 'deadline.reopen',
      change: 'reopened',
      reason,
      isForClosed: true,
      changes: async () => OPEN_AGAIN,
      happening: (after) => new DeadlineReopened(after),
    });
  }

  /** Gives a deadline to somebody else, who is told and gets the reminders from now on. */
  async reassign(actor: Actor, given: ReassignedDeadline): Promise<Deadline> {
    const { ownerId, ...seen } = accept(ReassignedDeadlineInput, given);
    return this.change(actor, seen, {
      ...SET,
      action: 'deadline.reassign',
      change: 'reassigned',
      changes: async ({ postId }) => ({ ownerId: (await this.terms.ownerOf(ownerId, postId)).id }),
      happening: (after) => new DeadlineReassigned(after),
    });
  }

  private change(actor: Actor, seen: Seen, kind: Kind): Promise<Deadline> {
    const { permission, action, changes, isForClosed = false, ...told } = kind;
    return this.acts.perform(actor, { permission, action }, async (unit, note) => {
      const deadline = await this.keeper.byId(seen.id);
      actor.mustSee('deadline', deadline.postId);
      const version = givenVersion(seen.version);
      mustStand(deadline, { isForClosed });
      const change = { deadline, version, changes: await changes(deadline) };
      const after = await this.keeper.change(unit, change, { ...told, by: actor });
      await this.notices.afterChange(unit, { before: deadline, after, by: actor });
      note.about('deadline', after.id, { ...subjectNote(after), version: after.version });
      return after;
    });
  }
}

function mustStand(deadline: Deadline, { isForClosed }: { isForClosed: boolean }): void {
  const end = endOf(deadline);
  if (isForClosed && end === null)
    throw new Conflict('state', 'This deadline is open already. Nothing was changed.');
  if (!isForClosed && end !== null)
    throw new Conflict('state', `This deadline is ${end} already. Nothing was changed.`);
}
