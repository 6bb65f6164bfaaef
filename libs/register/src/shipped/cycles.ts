import type { Tier } from '../cycles/tier';
import type { MilestoneKind, MilestoneNature } from '@demarche/rules';

/** The first report that drew up a Watch List, and the last year a cycle ships for. */
const FIRST_REPORT_YEAR = 2004;
const LAST_REPORT_YEAR = 2027;

/** A cycle as people name it, by its report's year. */
export function cycleOfYear(reportYear: number): { id: string; reportYear: number; name: string } {
  const next = String((reportYear + 1) % 100).padStart(2, '0');
  return { id: String(reportYear), reportYear, name: `${reportYear}–${next}` };
}

/** The cycles that ship. */
export const SHIPPED_CYCLES = Array.from({ length: LAST_REPORT_YEAR - FIRST_REPORT_YEAR + 1 }, (_, index) =>
  cycleOfYear(FIRST_REPORT_YEAR + index),
);

/** A milestone that ships, with where we have it from. */
interface ShippedMilestone {
  cycleId: string;
  kind: MilestoneKind;
  nature: Exclude<MilestoneNature, 'statutory'>;
  on: string;
  source: string;
}

const RELEASES = [
  '2010-06-14',
  '2011-06-27',
  '2012-06-19',
  '2013-06-19',
  '2014-06-20',
  '2015-07-27',
  '2016-06-30',
  '2017-06-27',
  '2018-06-28',
  '2019-06-20',
  '2020-06-25',
  '2021-07-01',
  '2022-07-19',
  '2023-06-15',
  '2024-06-24',
];

const released = (on: string, source: string): ShippedMilestone => ({
  cycleId: on.slice(0, 4),
  kind: 'report',
  nature: 'actual',
  on,
  source,
});

/** What instructions said and what came to pass, as far as we know; a person enters the rest. */
export const SHIPPED_MILESTONES: readonly ShippedMilestone[] = [
  released('2009-06-16', 'release of the ninth report'),
  {
    cycleId: '2009',
    kind: 'post-report',
    nature: 'instructed',
    on: '2009-11-15',
    source: '09STATE88558, paragraph 4',
  },
  {
    cycleId: '2009',
    kind: 'post-answers',
    nature: 'instructed',
    on: '2010-02-15',
    source: '10STATE2094',
  },
  ...RELEASES.map((on) => released(on, 'release of the report, from general knowledge: unconfirmed')),
  released('2025-09-29', 'release of the report'),
];

const TAJIKISTAN: readonly (readonly [year: number, tier: Tier])[] = [
  [2002, '3'],
  [2003, '2'],
  [2004, '2WL'],
  [2005, '2'],
  [2006, '2'],
  [2007, '2'],
  [2008, '2WL'],
  [2009, '2WL'],
];
const FROM_KNOWLEDGE = 'annual report of the year, from general knowledge';

/** Listings of the country that the worked example speaks of; a table brings the others. */
export const SHIPPED_LISTINGS = TAJIKISTAN.map(([reportYear, tier]) => ({
  id: `TJK ${reportYear}`,
  countryId: 'TJK',
  reportYear,
  tier,
  source: FROM_KNOWLEDGE,
}));
