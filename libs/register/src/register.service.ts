import { NotFound } from '@demarche/base';
import { type Milestone, washingtonCalendar, type WorkCalendar } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { CalendarRepository, type DaySpan } from './calendar/calendar.repository';
import type { Country } from './places/country.entity';
import type { Cycle } from './cycles/cycle.entity';
import { milestonesOfCycle } from './cycles/cycle-milestones';
import { CycleRepository } from './cycles/cycle.repository';
import type { HostHoliday } from './calendar/host-holiday.entity';
import type { Listing } from './cycles/listing.entity';
import {
  type PlaceInCycle,
  type PlaceInCycleAsked,
  PlaceInCycleRepository,
} from './place-in-cycle.repository';
import { PlaceRepository } from './places/place.repository';
import { type PlaceFinder, placeFinder } from './places/place-finder';
import { postFinder } from './places/places';
import type { Post } from './places/post.entity';
import { workCalendar, workCalendarsByPost } from './calendar/work-calendar';
import type { WorkWeekRow } from './calendar/work-week.entity';

/** What the trade looks up: countries, posts, calendars, cycles and listings. */
@Injectable()
export class Register {
  constructor(
    private readonly places: PlaceRepository,
    private readonly calendars: CalendarRepository,
    private readonly years: CycleRepository,
    private readonly placesInCycles: PlaceInCycleRepository,
  ) {}

  /** A country by its ISO code of three letters; throws NotFound. */
  async country(id: string): Promise<Country> {
    return found('country', await this.places.country(id));
  }

  /** Every country, ranked or not, by name. */
  countries(): Promise<Country[]> {
    return this.places.countries();
  }

  /** Finds many places by what is written of them, after two questions to the database. */
  async finder(): Promise<PlaceFinder> {
    return placeFinder(await this.places.countries(), await this.places.posts());
  }

  /** A post by its cable token; throws NotFound. */
  async post(id: string): Promise<Post> {
    return found('post', await this.places.post(id));
  }

  /** Every post, the closed ones included, by city. */
  posts(): Promise<Post[]> {
    return this.places.posts();
  }

  /** The zones of all posts, each once. */
  zones(): Promise<string[]> {
    return this.places.zones();
  }

  /** The posts of some cable tokens by token, in one question; tokens that are no post's are left out. */
  async postsAmong(ids: readonly string[]): Promise<Map<string, Post>> {
    return new Map((await this.places.postsAmong(ids)).map((post) => [post.id, post]));
  }

  /** One page of the posts by city, the closed ones included, and how many there are; pages count from 1. */
  async postsOnPage(asked: { page: number; rows: number }): Promise<{ posts: Post[]; total: number }> {
    const [posts, total] = await this.places.postsOnPage(asked);
    return { posts, total };
  }

  /** The post of a city, cable token or former name, whatever the case, blanks and hyphens; throws NotFound. */
  async postByName(text: string): Promise<Post> {
    return found('post', postFinder(await this.places.posts())(text));
  }

  /** The post that deals with a country, which may stand abroad, or null. */
  leadPostOf(countryId: string): Promise<Post | null> {
    return this.places.leadPostOf(countryId);
  }

  /** The posts that deal with countries, by the country's ISO code; a country without one is left out. */
  async leadPosts(): Promise<Map<string, Post>> {
    const leads = await this.places.leadPosts();
    const posts = await this.postsAmong(leads.map(({ postId }) => postId));
    return new Map(
      leads.flatMap(({ countryId, postId }) => {
        const post = posts.get(postId);
        return post ? [[countryId, post] as const] : [];
      }),
    );
  }

  /** A post with the ISO codes of the countries that it deals with, in one question; throws NotFound. */
  async postWithCountries(id: string): Promise<{ post: Post; countryIds: string[] }> {
    return found('post', await this.places.postWithCountries(id));
  }

  /** The countries that a post deals with, by name. */
  countriesLedBy(postId: string): Promise<Country[]> {
    return this.places.ledBy(postId);
  }

  /** A cycle by the year of its report, as text; throws NotFound. */
  async cycle(id: string): Promise<Cycle> {
    return found('cycle', await this.years.cycle(id));
  }

  /** What stands around a plan, in one reading: country, post, cycle and placement; throws NotFound for an unknown country or cycle. */
  async placeInCycle(asked: PlaceInCycleAsked): Promise<PlaceInCycle> {
    return found('country', await this.placesInCycles.find(asked));
  }

  /** Every cycle, newest first. */
  cycles(): Promise<Cycle[]> {
    return this.years.cycles();
  }

  /** A cycle's milestones, computed and entered, in the order of their kinds; throws NotFound. */
  async milestonesOf(cycleId: string): Promise<Milestone[]> {
    return this.milestonesIn(await this.cycle(cycleId));
  }

  /** The same of a cycle that is at hand. */
  async milestonesIn({ id, reportYear }: Cycle): Promise<Milestone[]> {
    return milestonesOfCycle(reportYear, await this.years.milestonesOf(id));
  }

  /** Where each report placed a country, oldest first. */
  listingsOf(countryId: string): Promise<Listing[]> {
    return this.years.listingsOf(countryId);
  }

  /** Where the report of a year placed each country. */
  listingsOfYear(reportYear: number): Promise<Listing[]> {
    return this.years.listingsOfYear(reportYear);
  }

  /** Where the reports of some years placed countries, both ends included, oldest first. */
  listingsBetween(from: number, until: number): Promise<Listing[]> {
    return this.years.listingsBetween(from, until);
  }

  /** A post's dated weekends and host holidays as the rules read them; throws NotFound. */
  async calendarOf(postId: string): Promise<WorkCalendar> {
    await this.post(postId);
    const weeks = await this.calendars.workWeeksOf(postId);
    return workCalendar(weeks, await this.calendars.holidaysOf(postId));
  }

  /**
   * The calendars of many posts by token, in two questions: whole work weeks, and the host holidays of a span of days. Null
   * means every post that has either; whoever is not in the map works Monday to Friday and has no holiday then.
   */
  async calendarsOf(postIds: readonly string[] | null, span: DaySpan): Promise<Map<string, WorkCalendar>> {
    const weeks = await this.calendars.workWeeksAmong(postIds);
    return workCalendarsByPost(weeks, await this.calendars.holidaysAmong(postIds, span));
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
