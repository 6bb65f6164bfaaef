/** A weekend as it ships: first day it holds (null: always), ISO weekdays off, and where we have it from. */
type WorkWeekLine = readonly [from: string | null, weekend: readonly number[], source: string];

const THURSDAY_FRIDAY = [4, 5];
const FRIDAY_SATURDAY = [5, 6];
const SATURDAY_SUNDAY = [6, 7];

const KNOWN = 'government decision, widely reported';
const TODAY = 'weekend of the host government';
const UNCONFIRMED = 'unconfirmed: to be checked with the post';
const PUBLIC_TABLES = 'unconfirmed: public calendar tables; the post may keep other days';

/** Weekends of countries that do not rest on Saturday and Sunday, or have not always; every other country does. */
export const WORK_WEEKS: Readonly<Record<string, readonly WorkWeekLine[]>> = {
  AFG: [[null, THURSDAY_FRIDAY, PUBLIC_TABLES]],
  ARE: [
    [null, THURSDAY_FRIDAY, UNCONFIRMED],
    ['2006-09-01', FRIDAY_SATURDAY, KNOWN],
    ['2022-01-01', SATURDAY_SUNDAY, `${KNOWN}; Friday afternoons are off as well`],
  ],
  BGD: [
    [null, [5], UNCONFIRMED],
    ['2005-09-09', FRIDAY_SATURDAY, UNCONFIRMED],
  ],
  BHR: [
    [null, THURSDAY_FRIDAY, UNCONFIRMED],
    ['2006-09-01', FRIDAY_SATURDAY, KNOWN],
  ],
  BRN: [[null, [5, 7], UNCONFIRMED]],
  DJI: [[null, FRIDAY_SATURDAY, UNCONFIRMED]],
  DZA: [
    [null, THURSDAY_FRIDAY, KNOWN],
    ['2009-08-14', FRIDAY_SATURDAY, KNOWN],
  ],
  EGY: [[null, FRIDAY_SATURDAY, TODAY]],
  IND: [[null, [7], PUBLIC_TABLES]],
  IRN: [[null, [5], PUBLIC_TABLES]],
  IRQ: [
    [null, THURSDAY_FRIDAY, UNCONFIRMED],
    ['2005-02-26', FRIDAY_SATURDAY, UNCONFIRMED],
  ],
  ISR: [[null, FRIDAY_SATURDAY, TODAY]],
  JOR: [[null, FRIDAY_SATURDAY, TODAY]],
  KWT: [
    [null, THURSDAY_FRIDAY, KNOWN],
    ['2007-09-01', FRIDAY_SATURDAY, KNOWN],
  ],
  LBY: [[null, FRIDAY_SATURDAY, TODAY]],
  MDV: [[null, FRIDAY_SATURDAY, UNCONFIRMED]],
  MRT: [
    [null, FRIDAY_SATURDAY, UNCONFIRMED],
    ['2014-10-01', SATURDAY_SUNDAY, UNCONFIRMED],
  ],
  NPL: [[null, [6], UNCONFIRMED]],
  OMN: [
    [null, THURSDAY_FRIDAY, KNOWN],
    ['2013-05-01', FRIDAY_SATURDAY, KNOWN],
  ],
  QAT: [
    [null, THURSDAY_FRIDAY, UNCONFIRMED],
    ['2003-08-01', FRIDAY_SATURDAY, UNCONFIRMED],
  ],
  SAU: [
    [null, THURSDAY_FRIDAY, KNOWN],
    ['2013-06-29', FRIDAY_SATURDAY, KNOWN],
  ],
  SDN: [
    [null, [5], UNCONFIRMED],
    ['2008-01-01', FRIDAY_SATURDAY, UNCONFIRMED],
  ],
  SOM: [[null, FRIDAY_SATURDAY, UNCONFIRMED]],
  SYR: [[null, FRIDAY_SATURDAY, TODAY]],
  UGA: [[null, [7], PUBLIC_TABLES]],
  YEM: [
    [null, THURSDAY_FRIDAY, KNOWN],
    ['2013-08-15', FRIDAY_SATURDAY, UNCONFIRMED],
  ],
};

/** The weekend of every other country. */
export const USUAL_WORK_WEEK: WorkWeekLine = [null, SATURDAY_SUNDAY, TODAY];

/** The dated weekends of a country, oldest first. */
export function workWeeksOfCountry(countryId: string): readonly WorkWeekLine[] {
  return WORK_WEEKS[countryId] ?? [USUAL_WORK_WEEK];
}
