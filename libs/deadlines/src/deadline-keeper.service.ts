import { NotFound } from '@demarche/base';
import type { Unit } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import type { Deadline } from './deadline.entity';
import { type DeadlineChange, DeadlineRepository } from './deadline.repository';
import { ReminderPlanner } from './reminder-planner.service';
import type { ReminderReason } from './reminder-state';

/** Writes deadlines, each time together with the reminders that the change makes owed or no longer owed. */
@Injectable()
export class DeadlineKeeper {
  constructor(
    private readonly deadlines: DeadlineRepository,
    private readonly planner: ReminderPlanner,
  ) {}

  /** A deadline by id. Throws NotFound. */
  async byId(id: string): Promise<Deadline> {
    const deadline = await this.deadlines.byId(id);
    if (!deadline) throw new NotFound('deadline');
    return deadline;
  }

  /** Open deadlines on a recommendation. */
  openOn(recommendationId: string): Promise<Deadline[]> {
    return this.deadlines.openOn(recommendationId);
  }

  /** Open deadlines of a post whose working day has not passed. */
  comingAt(postId: string, today: string): Promise<Deadline[]> {
    return this.deadlines.comingAt(postId, today);
  }

  /** Keeps a new deadline and plans its reminders. */
  async keep(unit: Unit, deadline: Deadline): Promise<Deadline> {
    await this.deadlines.add(deadline);
    await this.planner.plan(unit, deadline);
    return deadline;
  }

  /** Changes a deadline that stays owed: what was planned is cancelled with the reason and planned anew. */
  async replan(unit: Unit, change: DeadlineChange, reason: ReminderReason): Promise<Deadline> {
    const after = await this.deadlines.change(change);
    await this.planner.planAnew(unit, after, reason);
    return after;
  }

  /** Changes a deadline that is owed no longer: what was planned is cancelled with the reason. */
  async close(change: DeadlineChange, reason: ReminderReason): Promise<Deadline> {
    const after = await this.deadlines.change(change);
    await this.planner.cancel(after, reason);
    return after;
  }
}
