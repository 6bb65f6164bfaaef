import { choicesOf, wordFor } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { Clock, page, ROWS_A_PAGE, searchedText, WASHINGTON_ZONE } from '@demarche/base';
import { PlanReading } from '@demarche/plans';
import { type Country, type Listing, Register, TIERS } from '@demarche/register';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type FormBody, freshForm } from '../../http/forms';
import type { PageModel } from '../../http/page-result';
import { addressOf, filterOf, pagingOf } from '../../parts/address';

const LONGEST_NAME = 80;
const FIRST_MONTH_OF_REPORT = 6;

/** Which countries the list shows; pages count from 1. */
const CountryFilterInput = z.strictObject({
  name: searchedText(LONGEST_NAME),
  tier: z.enum(TIERS, 'Choose a placement.').optional(),
  page: page(),
});
type CountryFilter = z.infer<typeof CountryFilterInput>;

/** Builds the list of countries with where the latest report placed each. */
@Injectable()
export class CountriesModel {
  constructor(
    private readonly register: Register,
    private readonly plans: PlanReading,
    private readonly clock: Clock,
  ) {}

  /** The countries that a report ranks, narrowed as the address says. */
  async list(actor: Actor, query: FormBody): Promise<PageModel> {
    actor.must('read-plans');
    const filter = filterOf(CountryFilterInput, query);
    const year = this.latestReport();
    const placed = placementsBy(await this.register.listingsOfYear(year));
    const all = (await this.register.countries()).filter((country) => fits(country, filter, placed));
    const pages = Math.max(1, Math.ceil(all.length / ROWS_A_PAGE));
    const { name, tier, page } = filter;
    const first = (page - 1) * ROWS_A_PAGE;
    const shown = all.slice(first, first + ROWS_A_PAGE);
    return {
      title: 'Countries',
      year,
      total: all.length,
      rows: shown.map((country) => rowOf(country, placed)),
      planned: await this.planned(actor, year),
      tiers: choicesOf('tier', TIERS),
      chips: chipsOf(filter),
      paging: pagingOf('/countries', { name, tier }, { page, pages }),
      form: freshForm({ name, tier }),
    };
  }

  /** The plans of the present cycle, so that the way from a country to its plan is short. */
  private async planned(actor: Actor, year: number) {
    const { rows } = await this.plans.list(actor, { cycleId: String(year) });
    return rows.map(({ id, title }) => ({ href: `/plans/${id}`, title }));
  }

  /** The report comes out in June: until then that of the year before is the latest. */
  private latestReport(): number {
    const [year = '', month = ''] = this.clock.today(WASHINGTON_ZONE).split('-');
    return Number(month) >= FIRST_MONTH_OF_REPORT ? Number(year) : Number(year) - 1;
  }
}

type Placements = ReadonlyMap<string, Listing['tier']>;

function placementsBy(listings: Listing[]): Placements {
  return new Map(listings.map(({ countryId, tier }) => [countryId, tier]));
}

function fits(country: Country, { name, tier }: CountryFilter, placed: Placements): boolean {
  if (!country.isRanked) return false;
  if (tier !== undefined && placed.get(country.id) !== tier) return false;
  return name === undefined || plain(country.name).includes(plain(name));
}

/** Letters without accents and case, so that Cote finds Côte. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function rowOf(country: Country, placed: Placements) {
  const tier = placed.get(country.id);
  return {
    href: `/countries/${country.id}`,
    name: country.name,
    bureau: country.bureau,
    placement: tier === undefined ? null : wordFor('tier', tier),
    isOnList: tier === '2WL',
  };
}

function chipsOf({ name, tier }: CountryFilter) {
  return [
    ...(name ? [{ label: `Name: ${name}`, remove: addressOf('/countries', { tier }) }] : []),
    ...(tier ? [{ label: wordFor('tier', tier), remove: addressOf('/countries', { name }) }] : []),
  ];
}
