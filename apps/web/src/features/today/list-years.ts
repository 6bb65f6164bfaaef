import { plural } from '@demarche/words';
import { type Listing, Register } from '@demarche/register';
import { Injectable } from '@nestjs/common';
import { yearsOnList } from '../../parts/years-on-list';

/** No run on the list can be longer under any law since 2009: two reports, then up to two years of waiver. */
const YEARS_BACK = 5;

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth'];

/** Says for how many reports in a row countries have been on the Watch List: the clock behind every plan. */
@Injectable()
export class ListYears {
  constructor(private readonly register: Register) {}

  /** Reports in a row up to a report's year, by country; a country that is not on the list is left out. */
  async upTo(reportYear: number): Promise<Map<string, number>> {
    const first = reportYear - YEARS_BACK + 1;
    const byCountry = new Map<string, Listing[]>();
    for (const listing of await this.register.listingsBetween(first, reportYear)) {
      const own = byCountry.get(listing.countryId);
      if (own) own.push(listing);
      else byCountry.set(listing.countryId, [listing]);
    }
    const rows = [...byCountry].map(
      ([countryId, own]) => [countryId, yearsOnList(own, reportYear).inARow.length] as const,
    );
    return new Map(rows.filter(([, inARow]) => inARow > 0));
  }
}

/** `second report in a row on the Watch List`; empty for a country that is not on it. */
export function rowInWords(inARow: number | undefined): string {
  if (!inARow) return '';
  return `${ORDINALS[inARow] ?? `${inARow}th`} report in a row on the Watch List`;
}

/** How many countries stand where the law bites next: in their second report in a row, and beyond it. */
export function biteInWords(rows: readonly (number | undefined)[]): string {
  const second = rows.filter((row) => row === 2).length;
  const beyond = rows.filter((row) => (row ?? 0) > 2).length;
  const countries = { one: 'country', many: 'countries' };
  const parts = [`In the second report in a row on the Watch List: ${plural(second, countries)}`];
  if (beyond > 0) parts.push(`in the third or a later one: ${plural(beyond, countries)}`);
  return `${parts.join('; ')}.`;
}
