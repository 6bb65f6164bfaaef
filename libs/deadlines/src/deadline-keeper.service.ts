import { NotFound } from '@demarche/base';
import type { Unit } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import type { Deadline } from './deadline.entity';
import { DeadlineSet } from './deadline-events';
import { type DeadlineChange, DeadlineRepository } from './deadline.repository';

/** Says what a change means to the rooms above, from the deadline as it stands after it. */
export type Telling = (after: Deadline) => object;

/** Writes deadlines, and tells the rooms above inside the same unit. */
@Injectable()
export class DeadlineKeeper {
  constructor(private readonly deadlines: DeadlineRepository) {}

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

  /** Keeps a new deadline. */
  async keep(unit: Unit, deadline: Deadline): Promise<Deadline> {
    await this.deadlines.add(deadline);
    await unit.happened(new DeadlineSet(deadline));
    return deadline;
  }

  /** Changes a deadline; throws as the store does when the version seen is not the present one. */
  async change(unit: Unit, change: DeadlineChange, telling: Telling): Promise<Deadline> {
    const after = await this.deadlines.change(change);
    await unit.happened(telling(after));
    return after;
  }
}
