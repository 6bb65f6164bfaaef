import { type Actor, type Person, Users } from '@demarche/access';
import { PlanReading } from '@demarche/plans';
import { owedMilestone, Register } from '@demarche/register';
import { wordFor } from '@demarche/words';
import { Injectable } from '@nestjs/common';
import { DeadlineCalendar } from '../calendar/deadline-calendar.service';
import type { DeadlineRead } from './deadline.input';
import { OWED_MILESTONES } from './deadline-kind';
import { DeadlineRepository } from '../deadline.repository';

/** Turns the dates of a cycle into what a plan owes: by whom, to be met where. */
@Injectable()
export class MilestoneDeadlines {
  constructor(
    private readonly deadlines: DeadlineRepository,
    private readonly calendar: DeadlineCalendar,
    private readonly register: Register,
    private readonly plans: PlanReading,
    private readonly users: Users,
  ) {}

  /** The deadlines that a plan's cycle makes owed and that it does not have yet, leaving out what has passed. */
  async owedBy(actor: Actor, planId: string): Promise<DeadlineRead[]> {
    const view = await this.plans.open(actor, planId);
    const milestones = await this.register.milestonesOf(view.plan.cycleId);
    const present = await this.deadlines.kindsOf(planId);
    const owed: DeadlineRead[] = [];
    for (const { kind, isOwedByPost } of OWED_MILESTONES) {
      const postId = isOwedByPost ? view.plan.postId : null;
      const on = owedMilestone(milestones, kind)?.on ?? null;
      if (present.includes(kind) || on === null || (await this.isPast(on, postId))) continue;
      const ownerId = await this.ownerFor(actor, postId);
      owed.push({
        planId,
        kind,
        statutoryOn: on,
        postId,
        ownerId,
        recommendationId: null,
        title: wordFor('deadline-kind', kind),
        sure: true,
        quoteTitleInMail: true,
      });
    }
    return owed;
  }

  private async isPast(on: string, postId: string | null): Promise<boolean> {
    const { effective } = await this.calendar.workingDateOf(on, postId);
    return effective < (await this.calendar.todayAt(postId));
  }

  /** The post's own officer where it has one; else whoever sets the deadlines, until it is given to somebody else. */
  private async ownerFor(actor: Actor, postId: string | null): Promise<string> {
    const people: Person[] = postId === null ? [] : await this.users.ofPost(postId);
    return people.find((person) => person.role === 'post-officer')?.id ?? actor.userId;
  }
}
