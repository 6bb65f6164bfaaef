import { choicesOf, wordFor } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { Clock, page, searchedText, WASHINGTON_ZONE } from '@demarche/base';
import { PlanReading } from '@demarche/plans';
import { type Country, type Listing, Register, TIERS } from '@demarche/register';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type FormBody, freshForm } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';
import { listingOf } from '../../http/api/listing';
import { addressOf, filterOf, pagingOf } from '../../parts/address';
import { type Column, inOrder, sortField, sortHeads } from '../../parts/sort-heads';

const LONGEST_NAME = 80;
const FIRST_MONTH_OF_REPORT = 6;

const PATH = '/countries';
const USUAL = 'country';

/** What the list of countries may be sorted by; placements stand as the law ranks them. */
const COLUMNS = [
  { key: 'country', label: 'Country', of: ({ name }) => name },
  { key: 'bureau', label: 'Bureau', of: ({ bureau }) => bureau },
  {
    key: 'placement',
    label: 'Placement',
    of: ({ tier }) => (tier === undefined ? null : TIERS.indexOf(tier)),
  },
] as const satisfies Column<CountryRow>[];

/** Which countries the list shows, and in which order; pages count from 1. */
const CountryFilterInput = z.strictObject({
  name: searchedText(LONGEST_NAME),
  tier: z.enum(TIERS, 'Choose a placement.').optional(),
  sort: sortField(COLUMNS),
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
    const found = all.map((country) => rowOf(country, placed));
    const { name, tier, sort, page } = filter;
    const { rows, total, pages } = listingOf(inOrder(found, COLUMNS, sort), { page });
    const address = { name, tier, sort };
    return {
      title: 'Countries',
      ...{ year, total, rows },
      sort: sort ?? null,
      heads: sortHeads(headsOf(year), { path: PATH, address, sort: sort ?? USUAL }),
      planned: await this.planned(actor, year),
      tiers: choicesOf('tier', TIERS),
      chips: chipsOf(filter),
      paging: pagingOf(PATH, address, { page, pages }),
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

interface CountryRow {
  name: string;
  bureau: string | null;
  tier: Listing['tier'] | undefined;
}

const headsOf = (year: number) =>
  COLUMNS.map((column) => (column.key === 'placement' ? { ...column, label: `Report of ${year}` } : column));

function rowOf(country: Country, placed: Placements) {
  const tier = placed.get(country.id);
  return {
    tier,
    href: `/countries/${country.id}`,
    name: country.name,
    bureau: country.bureau,
    placement: tier === undefined ? null : wordFor('tier', tier),
    isOnList: tier === '2WL',
  };
}

function chipsOf({ name, tier, sort }: CountryFilter) {
  return [
    ...(name ? [{ label: `Name: ${name}`, remove: addressOf(PATH, { tier, sort }) }] : []),
    ...(tier ? [{ label: wordFor('tier', tier), remove: addressOf(PATH, { name, sort }) }] : []),
  ];
}
