/** Where one report placed a country; a listing satisfies it by shape. */
interface Placing {
  reportYear: number;
  tier: string;
}

/** For how long a country has been on the Watch List when the report of a year came out. */
interface YearsOnList {
  /** Reports in a row up to that of the year, earliest first. */
  inARow: number[];
  /** Every report of the year or before that placed it there. */
  inAll: number;
}

const WATCH_LIST = '2WL';

/** Counts the reports in a row that placed a country on the Watch List, back from the report of a year. */
export function yearsOnList(placings: readonly Placing[], reportYear: number): YearsOnList {
  const years = new Set(
    placings
      .filter((placing) => placing.tier === WATCH_LIST && placing.reportYear <= reportYear)
      .map((placing) => placing.reportYear),
  );
  const inARow: number[] = [];
  for (let year = reportYear; years.has(year); year -= 1) inARow.unshift(year);
  return { inARow, inAll: years.size };
}

/** The same in words; an empty row means that the register does not place the country on the list that year. */
export function yearsOnListWords({ inARow, inAll }: YearsOnList, reportYear: number): string {
  if (inARow.length === 0) return `The register has no Watch List placement for ${reportYear}.`;
  const row = inARow.length === 1 ? 'First report in a row' : `${inARow.length} reports in a row`;
  const before = inAll > inARow.length ? `, ${inAll} in all` : '';
  return `${row} (${inARow.join(', ')})${before}`;
}
