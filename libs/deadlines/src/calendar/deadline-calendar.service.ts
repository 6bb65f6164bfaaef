import { Clock, localTimeOf, refusalOfRule, WASHINGTON_ZONE } from '@demarche/base';
import { type Cycle, owedMilestone, Register } from '@demarche/register';
import {
  type CalendarDate,
  deadlineState,
  type DeadlineStateWord,
  type Milestone,
  type MilestoneKind,
  type WorkCalendar,
  workingDate,
  type WorkingDate,
  yearOf,
} from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { type ZoneDays, zoneDays } from './zone-days';

/** Where a deadline is owed: how to call the place, its zone, and everybody whose working days count. */
interface DeadlinePlace {
  city: string;
  zone: string;
  parties: WorkCalendar[];
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

  /** Today in every zone in which something may be owed; only Washington's where the others do not matter. */
  async zoneDays({ everywhere }: { everywhere: boolean }): Promise<ZoneDays> {
    const zones = everywhere ? await this.register.zones() : [];
    return zoneDays(zones, { washington: WASHINGTON_ZONE, todayIn: (zone) => this.clock.today(zone) });
  }

  /** Today on the wall of a zone, or of Washington for null. */
  todayIn(zone: string | null): CalendarDate {
    return this.clock.today(zone ?? WASHINGTON_ZONE);
  }

  /** A post's city and zone, or Washington's where there is none. */
  placeNamed(city: string | null, zone: string | null): Pick<DeadlinePlace, 'city' | 'zone'> {
    if (city === null || zone === null) return { city: 'Washington', zone: WASHINGTON_ZONE };
    return { city, zone };
  }

  /** How an open deadline stands today that is owed in a zone, or in Washington for null. */
  openStateIn(zone: string | null, effectiveOn: CalendarDate): DeadlineStateWord {
    return deadlineState({ statutory: effectiveOn, effective: effectiveOn, today: this.todayIn(zone) }).state;
  }

  /** The day that decides who serves where: Washington's. */
  postingDay(): CalendarDate {
    return this.clock.today(WASHINGTON_ZONE);
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
