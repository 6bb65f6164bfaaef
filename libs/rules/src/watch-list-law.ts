import type { CalendarDate } from './calendar-date';

/** What the law of a report's year says of countries that stay on the Special Watch List; years are reports in a row. */
interface WatchListLaw {
  /** So many reports in a row on the list, counted from reports made after `countedAfter`, force Tier 3 in the next one. */
  consecutiveYears: number;
  countedAfter: CalendarDate;
  /** The first report in which that could happen to any country. */
  earliestReport: number;
  /** For how many further years the requirement may be waived, given a written plan with resources behind it. */
  waiverYears: number;
  /** For how many years a country that was ranked Tier 3 by this clock may return to the list; null where the law set no bound. */
  yearsAfterReturn: number | null;
  source: string;
}

/** What may place a country of Tier 2 on the list, by the law of a report's year. */
interface ListingGrounds {
  /** Whether commitments for the next year could be the reason, as they could until Pub. L. 115-427. */
  countsCommitments: boolean;
  /** Whether a very significant number of victims counts only where concrete actions are out of proportion to it. */
  weighsConcreteActions: boolean;
  source: string;
}

interface DatedLaw {
  since: number;
  law: WatchListLaw;
}

/** The clock of Pub. L. 110-457 of 23 December 2008 runs from the report of 2009. */
const FIRST_REPORT_OF_CLOCK = 2009;
/** Pub. L. 115-427 of 9 January 2019 first binds the report of 2019. */
const FIRST_REPORT_UNDER_2019_LAW = 2019;
/** The Special Watch List of Pub. L. 108-193 (19 December 2003) was first drawn up for the report of 2004. */
const FIRST_WATCH_LIST = 2004;

const CLOCK = { consecutiveYears: 2, countedAfter: '2008-12-23', earliestReport: 2011 };

const LAWS: readonly DatedLaw[] = [
  {
    since: FIRST_REPORT_UNDER_2019_LAW,
    law: {
      ...CLOCK,
      waiverYears: 1,
      yearsAfterReturn: 1,
      source: '22 U.S.C. 7107(b), special watch list, as amended by Pub. L. 115-427 (2019)',
    },
  },
  {
    since: FIRST_REPORT_OF_CLOCK,
    law: {
      ...CLOCK,
      waiverYears: 2,
      yearsAfterReturn: null,
      source: '22 U.S.C. 7107(b), special watch list, as amended by Pub. L. 110-457 (2008)',
    },
  },
];

/** The clock of consecutive years as it stands for a report; null before the report of 2009, when no clock ran. */
export function watchListLaw(reportYear: number): WatchListLaw | null {
  return LAWS.find(({ since }) => since <= reportYear)?.law ?? null;
}

/** The grounds on which a country of Tier 2 may be listed in a report; null before the report of 2004, when no list existed. */
export function listingGrounds(reportYear: number): ListingGrounds | null {
  if (reportYear < FIRST_WATCH_LIST) return null;
  const isUnder2019Law = reportYear >= FIRST_REPORT_UNDER_2019_LAW;
  return {
    countsCommitments: !isUnder2019Law,
    weighsConcreteActions: isUnder2019Law,
    source: isUnder2019Law
      ? '22 U.S.C. 7107(b), special watch list, as amended by Pub. L. 115-427 (2019)'
      : '22 U.S.C. 7107(b), special watch list, since Pub. L. 108-193 (2003)',
  };
}
