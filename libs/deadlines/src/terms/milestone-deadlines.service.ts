import { type Actor, type Person, Users } from '@demarche/access';
import { owedMilestone, Register } from '@demarche/register';
import { wordFor } from '@demarche/words';
import { Injectable } from '@nestjs/common';
import { DeadlineCalendar } from '../calendar/deadline-calendar.service';
import type { MilestoneKind } from '@demarche/rules';
import { DeadlineSubjects } from '../subjects/deadline-subjects.service';
import type { Subject } from '../subjects/subject-room';
import type { DeadlineDrawn } from './deadline-terms.service';
import { OWED_MILESTONES } from './deadline-kind';
import { DeadlineRepository } from '../deadline.repository';

/** What the rule of a milestone makes owed. */
interface OwedByRule extends DeadlineDrawn {
  rule: MilestoneKind;
}

/** Turns the dates of a cycle into what a subject owes: by whom, to be met where. */
@Injectable()
export class MilestoneDeadlines {
  constructor(
    private readonly deadlines: DeadlineRepository,
    private readonly calendar: DeadlineCalendar,
    private readonly register: Register,
    private readonly subjects: DeadlineSubjects,
    private readonly users: Users,
  ) {}

  /** The deadlines that a subject's cycle makes owed and that it does not have yet, leaving out what has passed. */
  async owedBy(actor: Actor, subject: Subject): Promise<OwedByRule[]> {
    const { cycle, postId: ownPost } = await this.subjects.open(actor, subject);
    if (cycle === null) return [];
    const milestones = await this.register.milestonesOf(cycle.id);
    const present = await this.deadlines.kindsOf(subject);
    const owed: OwedByRule[] = [];
    for (const { kind, isOwedByPost } of OWED_MILESTONES) {
      const postId = isOwedByPost ? ownPost : null;
      const on = present.includes(kind) ? undefined : owedMilestone(milestones, kind)?.on;
      if (on === undefined || (await this.isPast(on, postId))) continue;
      const ownerId = await this.ownerFor(actor, postId);
      owed.push({
        rule: kind,
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
