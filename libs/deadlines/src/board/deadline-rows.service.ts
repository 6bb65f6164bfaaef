import { type Person, Users } from '@demarche/access';
import {
  type CalendarDate,
  type DeadlineStateWord,
  type WorkCalendar,
  workingDaysBetween,
  yearOf,
} from '@demarche/rules';
import { CLOSED_ACCOUNT, type Code } from '@demarche/words';
import { Injectable } from '@nestjs/common';
import { DeadlineCalendar, type LocalDay } from '../calendar/deadline-calendar.service';
import type { Deadline } from '../deadline.entity';
import { type DeadlineGlance, DeadlineRepository } from '../deadline.repository';
import { DeadlineRevisionRepository } from '../deadline-revision.repository';
import { isOpen } from '../deadline-standing';
import { isMilestone } from '../terms/deadline-kind';
import { type DayBefore, dayBefore, stepsOf } from './deadline-steps';
import { DeadlineSubjects, type SubjectNames } from '../subjects/deadline-subjects.service';

/** A deadline as it stands today where it is owed. */
export interface DeadlineRow {
  deadline: Deadline;
  subject: SubjectNames;
  city: string;
  zone: string;
  state: DeadlineStateWord;
  /** Whether the date of the law or the instruction itself has passed. */
  pastStatutory: boolean;
  /** Working days from today to the effective date: 0 on the day, negative after it. */
  workingDaysLeft: number;
  ownerName: string;
  /** Why the owner cannot look after it: the account is closed, or they serve at the post no more. Null where they can. */
  ownerGone: Code<'owner-gone'> | null;
  /** The days that were before the last move; null for one that never moved. */
  moved: DayBefore | null;
  /** The day that its cycle names, where an open deadline stands on another one; null otherwise. */
  cycleOn: CalendarDate | null;
}

/** A deadline as it stands, as far as it was looked at. */
export interface Standing extends Pick<DeadlineRow, 'state' | 'pastStatutory'> {
  deadline: DeadlineGlance;
  localDay: LocalDay;
}

/** Reads whole rows for what is shown only, not for all that was looked through. */
@Injectable()
export class DeadlineRows {
  constructor(
    private readonly deadlines: DeadlineRepository,
    private readonly revisions: DeadlineRevisionRepository,
    private readonly calendar: DeadlineCalendar,
    private readonly subjects: DeadlineSubjects,
    private readonly users: Users,
  ) {}

  /** The rows of some standings, in their order. */
  async of(standings: Standing[]): Promise<DeadlineRow[]> {
    const deadlines = await this.deadlines.byIds(standings.map(({ deadline }) => deadline.id));
    const whole = new Map(deadlines.map((deadline) => [deadline.id, deadline]));
    const owners = await this.users.namedAll(deadlines.map(({ ownerId }) => ownerId));
    const subjectOf = await this.subjects.named(deadlines);
    const moves = await this.movesOf(deadlines);
    const partiesOf = await this.partiesAt(deadlines);
    const cycleDayOf = await this.cycleDays(deadlines);
    const goneOf = await this.goneAmong(deadlines, owners);
    return standings.map(({ deadline: glance, localDay: { city, zone, today }, ...standing }) => {
      const deadline = whole.get(glance.id) as Deadline;
      return {
        ...standing,
        deadline,
        subject: subjectOf(deadline),
        city,
        zone,
        workingDaysLeft: workingDaysBetween(today, deadline.effectiveOn, partiesOf(deadline)),
        ownerName: owners.get(deadline.ownerId)?.name ?? CLOSED_ACCOUNT,
        ownerGone: goneOf(deadline),
        moved: moves.get(deadline.id) ?? null,
        cycleOn: cycleDayOf(deadline),
      };
    });
  }

  /** Why owners cannot look after open deadlines; the people of each post are read once. */
  private async goneAmong(deadlines: Deadline[], owners: Map<string, Person>) {
    const serving = new Map<string, string[]>();
    const posts = new Set(deadlines.flatMap(({ postId }) => postId ?? []));
    for (const postId of posts)
      serving.set(
        postId,
        (await this.users.ofPost(postId)).map(({ id }) => id),
      );
    return (deadline: Deadline): DeadlineRow['ownerGone'] => {
      const { ownerId, postId } = deadline;
      const owner = owners.get(ownerId);
      if (!isOpen(deadline)) return null;
      if (!owner?.isActive) return 'closed';
      const isBound = owner.role === 'post-officer' && postId !== null;
      return isBound && !serving.get(postId)?.includes(ownerId) ? 'elsewhere' : null;
    };
  }

  private async movesOf(deadlines: Deadline[]): Promise<Map<string, DayBefore | null>> {
    const changes = await this.revisions.of(deadlines.map(({ id }) => id));
    const moves = deadlines.map((deadline): [string, DayBefore | null] => {
      const own = changes.filter(({ deadlineId }) => deadlineId === deadline.id);
      return [deadline.id, dayBefore(stepsOf(own, deadline))];
    });
    return new Map(moves);
  }

  /** Whose working days count for each of some deadlines; every calendar is read once. */
  private async partiesAt(deadlines: Deadline[]): Promise<(deadline: Deadline) => WorkCalendar[]> {
    const keyOf = ({ postId, statutoryOn }: Deadline) => `${postId} ${yearOf(statutoryOn)}`;
    const parties = new Map<string, WorkCalendar[]>();
    for (const deadline of deadlines) {
      const { postId, statutoryOn } = deadline;
      if (!parties.has(keyOf(deadline)))
        parties.set(keyOf(deadline), (await this.calendar.placeOf(postId, statutoryOn)).parties);
    }
    return (deadline) => parties.get(keyOf(deadline)) ?? [];
  }

  /** The day that the cycle names for an open deadline which stands on another one; every cycle is read once. */
  private async cycleDays(deadlines: Deadline[]) {
    const days = new Map<string, CalendarDate | null>();
    const keyOf = ({ cycleId, kind }: Deadline) => `${cycleId} ${kind}`;
    for (const deadline of deadlines) {
      const { cycleId, kind } = deadline;
      if (cycleId === null || !isMilestone(kind) || days.has(keyOf(deadline))) continue;
      days.set(keyOf(deadline), (await this.calendar.owedIn(cycleId, kind))?.on ?? null);
    }
    return (deadline: Deadline): CalendarDate | null => {
      const on = days.get(keyOf(deadline)) ?? null;
      return isOpen(deadline) && on !== deadline.statutoryOn ? on : null;
    };
  }
}
