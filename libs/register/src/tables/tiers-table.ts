import { newId, readNumber } from '@demarche/base';
import { tierNamed } from '@demarche/rules';
import type { Listing } from '../cycles/listing.entity';
import type { CountryFacts } from '../places/places';
import { countryReader, unknownCountry } from './posts-table';
import { cell, type LineReader, refuse, type TableRow } from './table';

const FIRST_REPORT_YEAR = 2001;
const LAST_REPORT_YEAR = 2100;
const TIERS_TOLD = '1, 2, 2WL (Tier 2 Watch List), 3, SPECIAL';
const UNNAMED_SOURCE = 'table without a source';

/** What a line about a tier is read against. */
interface KnownListings {
  countries: readonly CountryFacts[];
  listings: readonly Listing[];
}

/**
 * Reads lines about a country's tier in one report. A known listing that the line contradicts is changed to what the
 * line says. Refused: unknown countries, years without a report, tiers that do not exist, a country and year twice.
 */
export function tiersReader({ countries, listings }: KnownListings): LineReader<Listing> {
  const known = new Map(listings.map((listing) => [keyOf(listing), listing]));
  const taken = new Map<string, number>();
  const countryOf = countryReader(countries);
  return (row) => {
    const country = countryOf(row);
    if (!country) return unknownCountry(row);
    const reportYear = yearOf(row);
    if (reportYear === null)
      return refuse(row, 'year-wrong', `There was no report in the year “${cell(row, 'year')}”.`);
    const tier = tierNamed(cell(row, 'tier'));
    if (!tier)
      return refuse(row, 'tier-unknown', `“${cell(row, 'tier')}” is none of the tiers: ${TIERS_TOLD}.`);
    const key = keyOf({ countryId: country.id, reportYear });
    const earlier = taken.get(key);
    if (earlier !== undefined) return refuse(row, 'twice', `${key} already stands on line ${earlier}.`);
    taken.set(key, row.line);
    const source = cell(row, 'source') || UNNAMED_SOURCE;
    return lineOf(row, known.get(key) ?? null, { countryId: country.id, reportYear, tier, source });
  };
}

const keyOf = ({ countryId, reportYear }: Pick<Listing, 'countryId' | 'reportYear'>) =>
  `${countryId} ${reportYear}`;

function yearOf(row: TableRow): number | null {
  // Spreadsheets write a year as a number (2010.0); people write whose year it is (2010 TIP Report).
  const told = cell(row, 'year')
    .replace(/[.,]0+$/, '')
    .replace(/\s*(?:TIP\s*)?reports?$/i, '');
  const read = readNumber(told);
  const year = read && 'value' in read ? read.value : 0;
  return year >= FIRST_REPORT_YEAR && year <= LAST_REPORT_YEAR ? year : null;
}

function lineOf(row: TableRow, known: Listing | null, told: Omit<Listing, 'id'>) {
  const { line } = row;
  const subject = keyOf(told);
  if (known?.tier === told.tier) return { line, act: 'same', subject, write: null } as const;
  const write = { id: known?.id ?? newId(), ...told };
  return { line, act: known ? 'change' : 'add', subject, write } as const;
}
