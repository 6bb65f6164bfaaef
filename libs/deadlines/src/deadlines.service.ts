import { type Code } from '@demarche/words';
import { Acts, type Actor, type Permission } from '@demarche/access';
import { accept, Conflict } from '@demarche/base';
import { Injectable } from '@nestjs/common';
import type { Deadline } from './deadline.entity';
import {
  MetDeadlineInput,
  type MetDeadline,
  type MovedDeadline,
  MovedDeadlineInput,
  type NewDeadline,
  NewDeadlineInput,
  type ReassignedDeadline,
  ReassignedDeadlineInput,
  type WaivedDeadline,
  WaivedDeadlineInput,
} from './terms/deadline.input';
import { DeadlineMet, DeadlineMoved, DeadlineReassigned, DeadlineWaived } from './deadline-events';
import { DeadlineKeeper, type Telling } from './deadline-keeper.service';
import { isOpen } from './deadline-standing';
import { DeadlineTerms } from './terms/deadline-terms.service';
import { MilestoneDeadlines } from './terms/milestone-deadlines.service';

interface Seen {
  id: string;
  version?: number | undefined;
}

/** One kind of change: who may do it, its name in the trail, what it changes, and what the rooms above are told. */
interface Kind {
  permission: Permission;
  action: Code<'audit-action'>;
  changes(deadline: Deadline): Promise<Partial<Deadline>>;
  telling: Telling;
}

/** What is owed by when: set, moved, met, waived or given to somebody else; reminders follow each time. */
@Injectable()
export class Deadlines {
  constructor(
    private readonly keeper: DeadlineKeeper,
    private readonly terms: DeadlineTerms,
    private readonly milestones: MilestoneDeadlines,
    private readonly acts: Acts,
  ) {}

  /** Sets a deadline and plans its reminders. Throws Invalid, NotFound, Forbidden. */
  async set(actor: Actor, given: NewDeadline): Promise<Deadline> {
    const read = accept(NewDeadlineInput, given);
    const act = { permission: 'set-deadline', action: 'deadline.set' } as const;
    return this.acts.perform(actor, act, async (unit, note) => {
      const deadline = await this.terms.draw(actor, read);
      note.about('deadline', deadline.id, { planId: deadline.planId, kind: deadline.kind });
      return this.keeper.keep(unit, deadline);
    });
  }

  /**
   * Sets what the cycle of a plan makes owed and no deadline covers yet: the post's report, the interim assessment and
   * the post's answers. A milestone that had passed before is left out: nobody was ever told to meet it.
   */
  async setFromMilestones(actor: Actor, planId: string): Promise<Deadline[]> {
    const act = { permission: 'set-deadline', action: 'deadline.set-from-milestones' } as const;
    return this.acts.perform(actor, act, async (unit, note) => {
      note.about('plan', planId);
      const kept: Deadline[] = [];
      for (const owed of await this.milestones.owedBy(actor, planId))
        kept.push(await this.keeper.keep(unit, await this.terms.draw(actor, owed)));
      return kept;
    });
  }

  /** Gives a deadline another date, or reads the calendars anew for the same one; its reminders are planned again. */
  async move(actor: Actor, given: MovedDeadline): Promise<Deadline> {
    const { statutoryOn, ...seen } = accept(MovedDeadlineInput, given);
    return this.change(actor, seen, {
      permission: 'set-deadline',
      action: 'deadline.move',
      changes: ({ postId }) => this.terms.datesOf(statutoryOn, postId),
      telling: (after) => new DeadlineMoved(after, 'moved'),
    });
  }

  /** Says that a deadline was met, perhaps by a logged act; no more reminders follow. */
  async meet(actor: Actor, given: MetDeadline): Promise<Deadline> {
    const { on, effortId, ...seen } = accept(MetDeadlineInput, given);
    return this.change(actor, seen, {
      permission: 'meet-deadline',
      action: 'deadline.meet',
      changes: async (deadline) => {
        await this.terms.againstFuture(on, deadline);
        if (effortId !== null) await this.terms.againstForeignEffort(actor, effortId, deadline);
        return { metOn: on, metBy: effortId };
      },
      telling: (after) => new DeadlineMet(after),
    });
  }

  /** Says that a deadline need not be met any more, and why; no more reminders follow. */
  async waive(actor: Actor, given: WaivedDeadline): Promise<Deadline> {
    const { reason, ...seen } = accept(WaivedDeadlineInput, given);
    return this.change(actor, seen, {
      permission: 'set-deadline',
      action: 'deadline.waive',
      changes: async (deadline) => ({
        waivedOn: await this.terms.todayAt(deadline.postId),
        waiveReason: reason,
      }),
      telling: (after) => new DeadlineWaived(after, 'waived'),
    });
  }

  /** Gives a deadline to somebody else, who gets the reminders from now on. */
  async reassign(actor: Actor, given: ReassignedDeadline): Promise<Deadline> {
    const { ownerId, ...seen } = accept(ReassignedDeadlineInput, given);
    return this.change(actor, seen, {
      permission: 'set-deadline',
      action: 'deadline.reassign',
      changes: async ({ postId }) => ({ ownerId: (await this.terms.ownerOf(ownerId, postId)).id }),
      telling: (after) => new DeadlineReassigned(after),
    });
  }

  private change(actor: Actor, seen: Seen, kind: Kind): Promise<Deadline> {
    const { permission, action } = kind;
    return this.acts.perform(actor, { permission, action }, async (unit, note) => {
      const deadline = await this.openFor(actor, seen.id);
      const changes = await kind.changes(deadline);
      const change = { deadline, version: seen.version, changes };
      const after = await this.keeper.change(unit, change, kind.telling);
      note.about('deadline', after.id, { planId: after.planId, version: after.version });
      return after;
    });
  }

  private async openFor(actor: Actor, id: string): Promise<Deadline> {
    const deadline = await this.keeper.byId(id);
    actor.mustSee('deadline', deadline.postId);
    if (isOpen(deadline)) return deadline;
    const end = deadline.metOn === null ? 'waived' : 'met';
    throw new Conflict('state', `This deadline is ${end} already. Nothing was changed.`);
  }
}
