import { NotFound } from '@demarche/base';
import { type Milestone, washingtonCalendar, type WorkCalendar } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { CalendarRepository } from './calendar/calendar.repository';
import type { Country } from './places/country.entity';
import type { Cycle } from './cycles/cycle.entity';
import { milestonesOfCycle } from './cycles/cycle-milestones';
import { CycleRepository } from './cycles/cycle.repository';
import type { HostHoliday } from './calendar/host-holiday.entity';
import type { Listing } from './cycles/listing.entity';
import { PlaceRepository } from './places/place.repository';
import { countryFinder, postNamed } from './places/places';
import type { Post } from './places/post.entity';
import { USUAL_WORK_WEEK } from './shipped/work-weeks';
import type { WorkWeekRow } from './calendar/work-week.entity';

const SATURDAY_SUNDAY = { from: USUAL_WORK_WEEK[0], weekend: [...USUAL_WORK_WEEK[1]] };

/** What the trade looks up: countries, posts, calendars, cycles and listings. */
@Injectable()
export class Register {
  constructor(
    private readonly places: PlaceRepository,
    private readonly calendars: CalendarRepository,
    private readonly years: CycleRepository,
  ) {}

  /** A country by its ISO code of three letters; throws NotFound. */
  async country(id: string): Promise<Country> {
    return found('country', await this.places.country(id));
  }

  /** Every country, ranked or not, by name. */
  countries(): Promise<Country[]> {
    return this.places.countries();
  }

  /** The country of a geographic tag; throws NotFound, as tags of real cables are not always the table's. */
  async countryByTag(tag: string): Promise<Country> {
    return found('country', await this.places.countryByTag(tag.trim().toUpperCase()));
  }

  /** The country of a name, an older name or an ISO code of three letters; throws NotFound. */
  async countryByName(text: string): Promise<Country> {
    return found('country', countryFinder(await this.places.countries())(text));
  }

  /** A post by its cable token; throws NotFound. */
  async post(id: string): Promise<Post> {
    return found('post', await this.places.post(id));
  }

  /** Every post, the closed ones included, by city. */
  posts(): Promise<Post[]> {
    return this.places.posts();
  }

  /** The post of a city, cable token or former name, whatever the case, blanks and hyphens; throws NotFound. */
  async postByName(text: string): Promise<Post> {
    return found('post', postNamed(await this.places.posts(), text));
  }

  /** The post that deals with a country, which may stand abroad, or null. */
  async leadPostOf(countryId: string): Promise<Post | null> {
    const lead = await this.places.leadPostOf(countryId);
    return lead && this.places.post(lead.postId);
  }

  /** The ISO codes of the countries that a post deals with. */
  async countriesLedBy(postId: string): Promise<string[]> {
    const leads = await this.places.ledBy(postId);
    return leads.map((lead) => lead.countryId);
  }

  /** A cycle by the year of its report, as text; throws NotFound. */
  async cycle(id: string): Promise<Cycle> {
    return found('cycle', await this.years.cycle(id));
  }

  /** Every cycle, newest first. */
  cycles(): Promise<Cycle[]> {
    return this.years.cycles();
  }

  /** A cycle's milestones, computed and entered, in the order of their kinds; throws NotFound. */
  async milestonesOf(cycleId: string): Promise<Milestone[]> {
    const { reportYear } = await this.cycle(cycleId);
    return milestonesOfCycle(reportYear, await this.years.milestonesOf(cycleId));
  }

  /** Where each report placed a country, oldest first. */
  listingsOf(countryId: string): Promise<Listing[]> {
    return this.years.listingsOf(countryId);
  }

  /** Where the report of a year placed each country. */
  listingsOfYear(reportYear: number): Promise<Listing[]> {
    return this.years.listingsOfYear(reportYear);
  }

  /** A post's dated weekends and host holidays as the rules read them; throws NotFound. */
  async calendarOf(postId: string): Promise<WorkCalendar> {
    await this.post(postId);
    const weeks = await this.calendars.workWeeksOf(postId);
    const holidays = await this.calendars.holidaysOf(postId);
    return {
      where: 'post',
      workWeeks: weeks.length > 0 ? weeks.map(({ from, weekend }) => ({ from, weekend })) : [SATURDAY_SUNDAY],
      holidays: holidays.map(({ on, name }) => ({ date: on, name })),
    };
  }

  /** Everyone whose working days count for a date of a year: Washington first, then the post where there is one. */
  async partiesFor(postId: string | null, year: number): Promise<WorkCalendar[]> {
    const washington = washingtonCalendar(year);
    return postId === null ? [washington] : [washington, await this.calendarOf(postId)];
  }

  /** A post's dated weekends with their sources, oldest first. */
  workWeeksOf(postId: string): Promise<WorkWeekRow[]> {
    return this.calendars.workWeeksOf(postId);
  }

  /** A post's host holidays with their sources, earliest first. */
  holidaysOf(postId: string): Promise<HostHoliday[]> {
    return this.calendars.holidaysOf(postId);
  }
}

function found<T>(subject: string, row: T | null): T {
  if (row === null) throw new NotFound(subject);
  return row;
}
