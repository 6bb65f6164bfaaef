import { type Code } from '@demarche/words';
import { Acts, type Actor, type Permission } from '@demarche/access';
import { accept, Conflict } from '@demarche/base';
import type { Unit } from '@demarche/store';
import type { DeadlineStateWord } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import type { BoardFilter } from './board-filter';
import { DeadlineTerms } from './deadline-terms.service';
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
} from './deadline.input';
import {
  DeadlineBoard,
  type DeadlineRow,
  type DeadlineTally,
  type DeadlineView,
} from './deadline-board.service';
import { DeadlineKeeper } from './deadline-keeper.service';
import type { DeadlineChange } from './deadline.repository';
import { isOpen } from './deadline-standing';
import { MilestoneDeadlines } from './milestone-deadlines.service';

interface Seen {
  id: string;
  version?: number | undefined;
}

/** One kind of change: who may do it, its name in the trail, what it changes, and how it is kept. */
interface Kind {
  permission: Permission;
  action: Code<'audit-action'>;
  changes(deadline: Deadline): Promise<Partial<Deadline>>;
  keep(unit: Unit, change: DeadlineChange): Promise<Deadline>;
}

/** What is owed by when: set, moved, met, waived or given to somebody else, each time together with its reminders. */
@Injectable()
export class Deadlines {
  constructor(
    private readonly keeper: DeadlineKeeper,
    private readonly terms: DeadlineTerms,
    private readonly milestones: MilestoneDeadlines,
    private readonly shown: DeadlineBoard,
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
      keep: (unit, change) => this.keeper.replan(unit, change, 'moved'),
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
      keep: (_unit, change) => this.keeper.close(change, 'met'),
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
      keep: (_unit, change) => this.keeper.close(change, 'waived'),
    });
  }

  /** Gives a deadline to somebody else, who gets the reminders from now on. */
  async reassign(actor: Actor, given: ReassignedDeadline): Promise<Deadline> {
    const { ownerId, ...seen } = accept(ReassignedDeadlineInput, given);
    return this.change(actor, seen, {
      permission: 'set-deadline',
      action: 'deadline.reassign',
      changes: async ({ postId }) => ({ ownerId: (await this.terms.ownerOf(ownerId, postId)).id }),
      keep: (unit, change) => this.keeper.replan(unit, change, 'owner-changed'),
    });
  }

  /** The board, fifty rows a page, by the day on which each can be met. */
  board(actor: Actor, filter: BoardFilter = {}): Promise<DeadlineRow[]> {
    return this.shown.board(actor, filter);
  }

  /** How many deadlines the board holds in each state. */
  tally(actor: Actor, filter: BoardFilter = {}): Promise<DeadlineTally> {
    return this.shown.tally(actor, filter);
  }

  /** The most pressing state of the open deadlines on each recommendation, for pages that show recommendations. */
  pressingOn(actor: Actor): Promise<Map<string, DeadlineStateWord>> {
    return this.shown.pressingOn(actor);
  }

  /** Every deadline of a plan. */
  of(actor: Actor, planId: string): Promise<DeadlineRow[]> {
    return this.shown.of(actor, planId);
  }

  /** One deadline with its reminders. Throws NotFound for a missing one and for another post's. */
  one(actor: Actor, id: string): Promise<DeadlineView> {
    return this.shown.one(actor, id);
  }

  private change(actor: Actor, seen: Seen, kind: Kind): Promise<Deadline> {
    const { permission, action } = kind;
    return this.acts.perform(actor, { permission, action }, async (unit, note) => {
      const deadline = await this.openFor(actor, seen.id);
      const changes = await kind.changes(deadline);
      const after = await kind.keep(unit, { deadline, version: seen.version, changes });
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
