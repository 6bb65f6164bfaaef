import { Clock, localTimeOf, refusalOfRule, WASHINGTON_ZONE } from '@demarche/base';
import { type Cycle, owedMilestone, Register } from '@demarche/register';
import {
  type CalendarDate,
  type Milestone,
  type MilestoneKind,
  type WorkCalendar,
  workingDate,
  type WorkingDate,
  yearOf,
} from '@demarche/rules';
import { Injectable } from '@nestjs/common';

/** Where a deadline is owed: how to call the place, its zone, and everybody whose working days count. */
interface DeadlinePlace {
  city: string;
  zone: string;
  parties: WorkCalendar[];
}

/** Today at a place: enough to say how a deadline stands there, without anybody's calendar. */
export interface LocalDay {
  city: string;
  zone: string;
  today: CalendarDate;
}

/** Where and when: a place, and the date and time on its wall. */
interface LocalNow {
  today: CalendarDate;
  time: string;
}

/** Reads the calendars that a deadline stands on: the post's, where it has one, and Washington's always. */
@Injectable()
export class DeadlineCalendar {
  constructor(
    private readonly register: Register,
    private readonly clock: Clock,
  ) {}

  /** The place of a deadline around a date. Throws NotFound when there is no such post. */
  async placeOf(postId: string | null, around: CalendarDate): Promise<DeadlinePlace> {
    const parties = await this.register.partiesFor(postId, yearOf(around));
    if (postId === null) return { city: 'Washington', zone: WASHINGTON_ZONE, parties };
    const { city, zone } = await this.register.post(postId);
    return { city, zone, parties };
  }

  /** Looks up today at any post, or of Washington for null: one query for all of them. */
  async localDays(): Promise<(postId: string | null) => LocalDay> {
    const dayIn = (city: string, zone: string): LocalDay => ({ city, zone, today: this.clock.today(zone) });
    const washington = dayIn('Washington', WASHINGTON_ZONE);
    const posts = await this.register.posts();
    const localDays = new Map(posts.map(({ id, city, zone }) => [id, dayIn(city, zone)]));
    return (postId) => (postId === null ? washington : (localDays.get(postId) ?? washington));
  }

  /** The working day on which a date can be met, with the reasons for the shift. Throws Invalid when nobody shares a working day near it. */
  async workingDateOf(statutoryOn: CalendarDate, postId: string | null): Promise<WorkingDate> {
    const { parties } = await this.placeOf(postId, statutoryOn);
    try {
      return workingDate(statutoryOn, parties);
    } catch (error) {
      throw refusalOfRule(error, 'statutoryOn') ?? error;
    }
  }

  /** A cycle by id. Throws NotFound. */
  cycle(cycleId: string): Promise<Cycle> {
    return this.register.cycle(cycleId);
  }

  /** The day on which a milestone of a cycle is owed, and who set it; null where the cycle knows none. */
  async owedIn(cycleId: string, kind: MilestoneKind): Promise<Milestone | null> {
    return owedMilestone(await this.register.milestonesOf(cycleId), kind);
  }

  /** Today's date on the wall of a post, or of Washington. */
  async todayAt(postId: string | null): Promise<CalendarDate> {
    return this.clock.today(postId === null ? WASHINGTON_ZONE : (await this.register.post(postId)).zone);
  }

  /** The date and time on a zone's wall. */
  nowIn(zone: string): LocalNow {
    return { today: this.clock.today(zone), time: localTimeOf(this.clock.now(), zone) };
  }
}
