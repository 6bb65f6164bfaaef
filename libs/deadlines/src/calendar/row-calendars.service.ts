import { Clock } from '@demarche/base';
import { CycleWindows, owedMilestone, Register } from '@demarche/register';
import { addDays, type CalendarDate, washingtonCalendar, type WorkCalendar, yearOf } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import type { Deadline } from '../deadline.entity';
import { isMilestone } from '../terms/deadline-kind';

/** A deadline and the year of the report that its cycle belongs to; null without a cycle. */
interface InCycle {
  deadline: Deadline;
  reportYear: number | null;
}

/** The calendars and cycles that many deadlines stand on, each asked once. */
@Injectable()
export class RowCalendars {
  constructor(
    private readonly register: Register,
    private readonly cycles: CycleWindows,
    private readonly clock: Clock,
  ) {}

  /** Whose working days count for each of some deadlines between today and its working day. */
  async partiesOf(deadlines: readonly Deadline[]): Promise<(deadline: Deadline) => WorkCalendar[]> {
    const postIds = [...new Set(deadlines.flatMap(({ postId }) => postId ?? []))].sort();
    const posts =
      postIds.length === 0
        ? new Map<string, WorkCalendar>()
        : await this.register.calendarsOf(postIds, this.spanOf(deadlines));
    const washington = new Map<number, WorkCalendar>();
    return ({ postId, statutoryOn }) => {
      const year = yearOf(statutoryOn);
      const own = washington.get(year) ?? washingtonCalendar(year);
      washington.set(year, own);
      const post = postId === null ? undefined : posts.get(postId);
      return post ? [own, post] : [own];
    };
  }

  /** The day that the cycle names for an open deadline which stands on another one. */
  async cycleDays(open: readonly InCycle[]): Promise<(deadline: Deadline) => CalendarDate | null> {
    const days = new Map<string, CalendarDate | null>();
    const owed = open.filter(({ deadline, reportYear }) => reportYear !== null && isMilestone(deadline.kind));
    const years = new Map(owed.map(({ deadline, reportYear }) => [deadline.cycleId, reportYear]));
    const cycles = [...years].map(([id, reportYear]) => ({
      id: id as string,
      reportYear: reportYear as number,
    }));
    const milestones = await this.cycles.milestonesAmong(cycles);
    for (const { deadline } of owed) {
      const { id, cycleId, kind, statutoryOn } = deadline;
      const known = milestones.get(cycleId ?? '') ?? [];
      const on = isMilestone(kind) ? (owedMilestone(known, kind)?.on ?? null) : null;
      days.set(id, on === statutoryOn ? null : on);
    }
    return ({ id }) => days.get(id) ?? null;
  }

  // Everybody's today is within a day of today in UTC.
  private spanOf(deadlines: readonly Deadline[]): { from: CalendarDate; until: CalendarDate } {
    const today = this.clock.today('UTC');
    const days = [
      addDays(today, -1),
      ...deadlines.map(({ effectiveOn }) => effectiveOn),
      addDays(today, 1),
    ].sort();
    return { from: days[0] as CalendarDate, until: days.at(-1) as CalendarDate };
  }
}
