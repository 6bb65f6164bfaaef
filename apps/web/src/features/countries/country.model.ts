import { wordFor } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { Clock } from '@demarche/base';
import { DeadlineBoard } from '@demarche/deadlines';
import { PlanReading } from '@demarche/plans';
import { type Country, type Listing, type Post, Register } from '@demarche/register';
import { Injectable } from '@nestjs/common';
import type { PageModel } from '../../http/views/page-result';
import { workWeekLines } from './work-week-words';
import { deadlineLine } from '../../parts/plan-dates';
import { yearsOnList, yearsOnListWords } from '../../parts/years-on-list';

const DATES_SHOWN = 6;

/** Builds the page of a country: where it stands, who deals with it, what is asked of it, what falls due. */
@Injectable()
export class CountryModel {
  constructor(
    private readonly register: Register,
    private readonly plans: PlanReading,
    private readonly deadlines: DeadlineBoard,
    private readonly clock: Clock,
  ) {}

  /** The whole page; plans and dates as far as the person may see them. Throws NotFound for an unknown code. */
  async page(actor: Actor, id: string): Promise<PageModel> {
    actor.must('read-plans');
    const country = await this.register.country(id.toUpperCase());
    const listings = [...(await this.register.listingsOf(country.id))].reverse();
    const { rows } = await this.plans.list(actor, { countryId: country.id });
    return {
      title: country.name,
      context: contextOf(country),
      trail: [
        { label: 'Countries', href: '/countries' },
        { label: country.name, href: null },
      ],
      act: actor.can('draft-plan')
        ? { href: `/plans/new?country=${country.id}`, label: 'Start a plan' }
        : null,
      ...standingOf(listings),
      post: await this.post(await this.register.leadPostOf(country.id)),
      plans: rows.map(({ id: planId, title, cycleName, high, other }) => ({
        href: `/plans/${planId}`,
        title,
        cycleName,
        high,
        other,
      })),
      dates: await this.dates(actor, country.id),
    };
  }

  private async post(post: Post | null) {
    if (!post) return null;
    const { workWeeks } = await this.register.calendarOf(post.id);
    const today = this.clock.today(post.zone);
    const holidays = (await this.register.holidaysOf(post.id)).filter(({ on }) => on >= today);
    return {
      name: post.name,
      city: post.city,
      zone: post.zone,
      now: this.clock.now(),
      weeks: workWeekLines(workWeeks, today),
      holidays: holidays.slice(0, DATES_SHOWN).map(({ on, name }) => ({ on, name })),
    };
  }

  private async dates(actor: Actor, countryId: string) {
    const open = await this.deadlines.board(actor, { countryId, state: 'open' });
    return open.slice(0, DATES_SHOWN).map(deadlineLine);
  }
}

function contextOf({ bureau, geographicTag, id }: Country): string {
  return [bureau, `tag ${geographicTag}`, `code ${id}`].filter((part) => part !== null).join(', ');
}

/** Newest listing first. */
function standingOf(listings: Listing[]) {
  const latest = listings[0];
  const years = latest ? yearsOnList(listings, latest.reportYear) : null;
  return {
    latest: latest ? { year: latest.reportYear, placement: wordFor('tier', latest.tier) } : null,
    years: latest && years && years.inARow.length > 0 ? yearsOnListWords(years, latest.reportYear) : null,
    listings: listings.map(({ reportYear, tier, source }) => ({
      year: reportYear,
      placement: wordFor('tier', tier),
      isOnList: tier === '2WL',
      source,
    })),
  };
}
