import {
  type CalendarDate,
  deadlineState,
  type DeadlineStateWord,
  type WorkCalendar,
  workingDaysBetween,
} from '@demarche/rules';
import { CLOSED_ACCOUNT, type Code } from '@demarche/words';
import { Injectable } from '@nestjs/common';
import { DeadlineCalendar } from '../calendar/deadline-calendar.service';
import { RowCalendars } from '../calendar/row-calendars.service';
import type { Deadline } from '../deadline.entity';
import type { DeadlineRevision } from '../deadline-revision.entity';
import { DeadlineRevisionRepository } from '../deadline-revision.repository';
import { isOpen } from '../deadline-standing';
import { DeadlineSubjects, type SubjectNames } from '../subjects/deadline-subjects.service';
import type { BoardEntry } from './board.repository';
import { type DayBefore, dayBefore, stepsOf } from './deadline-steps';

/** A deadline as it stands today where it is owed. */
export interface DeadlineRow {
  deadline: Deadline;
  subject: SubjectNames;
  city: string;
  zone: string;
  state: DeadlineStateWord;
  /** Whether the date of the law or the instruction itself has passed. */
  pastStatutory: boolean;
  /** Working days from today to the effective date: 0 on the day and for what is closed, negative after it. */
  workingDaysLeft: number;
  ownerName: string;
  /** Why the owner cannot look after it: the account is closed, or they serve at the post no more. Null where they can. */
  ownerGone: Code<'owner-gone'> | null;
  /** The days that were before the last move; null for one that never moved. */
  moved: DayBefore | null;
  /** The day that its cycle names, where an open deadline stands on another one; null otherwise. */
  cycleOn: CalendarDate | null;
}

/** Says how deadlines stand: what belongs to several of them is asked once, however many they are. */
@Injectable()
export class DeadlineRows {
  constructor(
    private readonly revisions: DeadlineRevisionRepository,
    private readonly calendar: DeadlineCalendar,
    private readonly calendars: RowCalendars,
    private readonly subjects: DeadlineSubjects,
  ) {}

  /** The rows of some entries of the board, in their order. */
  async of(entries: BoardEntry[]): Promise<DeadlineRow[]> {
    const open = entries.filter(({ deadline }) => isOpen(deadline));
    const subjectOf = await this.subjects.titled(entries);
    const movedOf = await this.moves(entries.map(({ deadline }) => deadline));
    const partiesOf = await this.calendars.partiesOf(open.map(({ deadline }) => deadline));
    const cycleDayOf = await this.calendars.cycleDays(open);
    return entries.map((entry) => ({
      ...this.standing(entry, partiesOf),
      subject: subjectOf(entry),
      ownerName: entry.ownerName ?? CLOSED_ACCOUNT,
      ownerGone: ownerGone(entry),
      moved: movedOf(entry.deadline),
      cycleOn: cycleDayOf(entry.deadline),
    }));
  }

  private standing(
    { deadline, city, zone }: BoardEntry,
    partiesOf: (deadline: Deadline) => WorkCalendar[],
  ): Pick<DeadlineRow, 'deadline' | 'city' | 'zone' | 'state' | 'pastStatutory' | 'workingDaysLeft'> {
    const { statutoryOn: statutory, effectiveOn: effective, metOn, waivedOn } = deadline;
    const place = this.calendar.placeNamed(city, zone);
    const today = this.calendar.todayIn(place.zone);
    const left = () => workingDaysBetween(today, effective, partiesOf(deadline));
    return {
      deadline,
      ...place,
      ...deadlineState({ statutory, effective, today, metOn, waivedOn }),
      workingDaysLeft: isOpen(deadline) ? left() : 0,
    };
  }

  private async moves(deadlines: Deadline[]): Promise<(deadline: Deadline) => DayBefore | null> {
    const changed = deadlines.filter(({ version }) => version > 1);
    if (changed.length === 0) return () => null;
    const [only] = changed;
    const isOne = only !== undefined && deadlines.length === 1;
    const all = isOne
      ? await this.revisions.ofOne(only.id)
      : await this.revisions.of(changed.map(({ id }) => id));
    const own = new Map<string, DeadlineRevision[]>(changed.map(({ id }) => [id, []]));
    for (const change of all) own.get(change.deadlineId)?.push(change);
    return (deadline) => dayBefore(stepsOf(own.get(deadline.id) ?? [], deadline));
  }
}

/** Why an owner cannot look after an open deadline; who serves in Washington is not bound to a post. */
function ownerGone(entry: BoardEntry): DeadlineRow['ownerGone'] {
  const { deadline, ownerName, ownerRole, isOwnerActive, isOwnerThere } = entry;
  if (!isOpen(deadline)) return null;
  if (ownerName === null || !isOwnerActive) return 'closed';
  const isBound = ownerRole === 'post-officer' && deadline.postId !== null;
  return isBound && !isOwnerThere ? 'elsewhere' : null;
}
