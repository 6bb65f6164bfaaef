import { CLOSED_ACCOUNT } from '@demarche/words';
import { type Actor, Users } from '@demarche/access';
import type { MilestoneMove } from '@demarche/register';
import type { CalendarDate } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import type { Deadline } from '../deadline.entity';
import { DeadlineRepository } from '../deadline.repository';
import { DeadlineSubjects, type SubjectNames } from '../subjects/deadline-subjects.service';
import { DeadlineTerms } from './deadline-terms.service';

/** The open deadlines that a moved milestone concerns: those that move with it, and those that people have moved. */
export interface MovedDeadlines {
  following: { deadline: Deadline; changes: Partial<Deadline> }[];
  differing: Deadline[];
}

/** One deadline that a milestone would move, or would not because people have moved it; for a preview. */
export interface ForeseenMove {
  deadlineId: string;
  subject: SubjectNames;
  ownerName: string;
  title: string;
  from: CalendarDate;
  /** The working day on which it could be met then. */
  to: CalendarDate;
  follows: boolean;
}

/** Finds what a moved milestone takes along. */
@Injectable()
export class MilestoneMoves {
  constructor(
    private readonly deadlines: DeadlineRepository,
    private readonly terms: DeadlineTerms,
    private readonly subjects: DeadlineSubjects,
    private readonly users: Users,
  ) {}

  /** The open deadlines of a milestone's kind and cycle. Throws Invalid when no working day is near the new date. */
  async of({ cycleId, kind, before, after }: MilestoneMove): Promise<MovedDeadlines> {
    const moved: MovedDeadlines = { following: [], differing: [] };
    for (const deadline of await this.deadlines.openIn(cycleId, kind)) {
      const { statutoryOn, postId } = deadline;
      if (statutoryOn === before?.on) {
        const dates = await this.terms.datesOf(after.on, postId);
        const nature = after.nature === 'statutory' ? 'statutory' : 'instructed';
        moved.following.push({ deadline, changes: { ...dates, nature } });
      } else if (statutoryOn !== after.on) moved.differing.push(deadline);
    }
    return moved;
  }

  /** What some moves would do, for whoever is about to make them. Throws Forbidden without `manage-register`. */
  async preview(actor: Actor, moves: readonly MilestoneMove[]): Promise<ForeseenMove[]> {
    actor.must('manage-register');
    const foreseen: ForeseenMove[] = [];
    for (const move of moves) {
      const { following, differing } = await this.of(move);
      const to = new Map(following.map(({ deadline, changes }) => [deadline.id, changes.effectiveOn]));
      const all = [...following.map(({ deadline }) => deadline), ...differing];
      const subjectOf = await this.subjects.named(all);
      const owners = await this.users.namedAll(all.map(({ ownerId }) => ownerId));
      for (const deadline of all)
        foreseen.push({
          deadlineId: deadline.id,
          subject: subjectOf(deadline),
          ownerName: owners.get(deadline.ownerId)?.name ?? CLOSED_ACCOUNT,
          title: deadline.title,
          from: deadline.effectiveOn,
          to: to.get(deadline.id) ?? move.after.on,
          follows: to.has(deadline.id),
        });
    }
    return foreseen;
  }
}
