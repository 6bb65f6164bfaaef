import type { CalendarDate } from '@demarche/rules';

/** E.O. 13526 of 29 December 2009 replaced E.O. 12958 with effect from 27 June 2010 (75 Fed. Reg. 707, sec. 6.3). */
const FIRST_DAY_OF_13526 = '2010-06-27';

/** The order on classified information whose number stands in a cable's E.O. line, by the day the cable is made. */
export function executiveOrderOn(date: CalendarDate): string {
  return date < FIRST_DAY_OF_13526 ? '12958' : '13526';
}
