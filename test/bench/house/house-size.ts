import type { CalendarDate } from '@demarche/rules';

/** How large a generated house is, and on which day it stands. */
export interface HouseSize {
  countries: number;
  years: number;
  /** The part of the acts, reminders and entries of the trail that a full house has: 1 is 263 acts a plan. */
  share: number;
  /** The same seed, size and day give the same rows. */
  seed: number;
  /** The house's today; the last year is the one whose cycle runs then. */
  today: CalendarDate;
}

/** What every plan of a full house holds; 190 countries and 20 years make 64,600, 999,400, 205,200 and 1,026,000 of them. */
export const A_PLAN = { recommendations: 17, acts: 263, deadlines: 54, remindersEach: 5, figures: 6 };

/** How many of something a share leaves, at least one. */
export const shared = (count: number, { share }: Pick<HouseSize, 'share'>): number =>
  Math.max(1, Math.round(count * share));
