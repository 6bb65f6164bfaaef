import { addDays, dateOf } from './calendar-date';
import type { CalendarDate } from './calendar-date';

/** The dates a cycle is made of; `post-report` and `post-answers` are instructed by cable and never computed. */
export const MILESTONE_KINDS = [
  'report',
  'determinations',
  'statutory-plan',
  'post-report',
  'post-answers',
  'interim-assessment',
  'interim-window',
] as const;
/** One of {@link MILESTONE_KINDS}. */
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

/** Where a milestone comes from: computed from law, told by an instruction, or entered as it happened. */
export const MILESTONE_NATURES = ['statutory', 'instructed', 'actual'] as const;
/** One of {@link MILESTONE_NATURES}. */
export type MilestoneNature = (typeof MILESTONE_NATURES)[number];

/** One date or span of a cycle; `until` is absent for a single day and null for a span whose end nobody has entered yet. */
export interface Milestone {
  kind: MilestoneKind;
  nature: MilestoneNature;
  on: CalendarDate;
  until?: CalendarDate | null;
  source: string;
}

/** A cycle by the year of its annual report, and the day that report came out once it has. */
export interface CycleFacts {
  reportYear: number;
  reportReleasedOn?: CalendarDate | null;
}

interface DatedRule {
  since: number;
  through: number;
  milestone: (year: number, released: CalendarDate) => Milestone;
}

const ALWAYS = Number.POSITIVE_INFINITY;

/** The first report under the Trafficking Victims Protection Act of 2000 was that of 2001. */
const FIRST_REPORT = 2001;
/** The Special Watch List of Pub. L. 108-193 (19 December 2003) was first drawn up for the report of 2004. */
const FIRST_WATCH_LIST = 2004;
/** The laws of 8 and 9 January 2019, Pub. L. 115-425 and 115-427, first bind the report of 2019. */
const FIRST_REPORT_UNDER_2019_LAWS = 2019;

/** 22 U.S.C. 7107(c) asks for determinations on the reports submitted since 1 January 2003. */
const FIRST_DETERMINATIONS = 2003;
/** 22 U.S.C. 7107(c): not less than 45 and not more than 90 days after the report is submitted. */
const DETERMINATIONS_FROM_DAYS = 45;
const DETERMINATIONS_UNTIL_DAYS = 90;
/** 22 U.S.C. 7107(b)(4)(A): within 180 days of the report's release, for countries raised from Tier 3. */
const STATUTORY_PLAN_DAYS = 180;

function statutoryReport(year: number): Milestone {
  const isUnder2019Laws = year >= FIRST_REPORT_UNDER_2019_LAWS;
  return {
    kind: 'report',
    nature: 'statutory',
    on: isUnder2019Laws ? dateOf({ year, month: 6, day: 30 }) : dateOf({ year, month: 6, day: 1 }),
    source: isUnder2019Laws
      ? '22 U.S.C. 7107(b)(1) since 2019: not later than 30 June'
      : '22 U.S.C. 7107(b)(1) before 2019: not later than 1 June',
  };
}

const RULES: readonly DatedRule[] = [
  {
    since: FIRST_DETERMINATIONS,
    through: ALWAYS,
    milestone: (_year, released) => ({
      kind: 'determinations',
      nature: 'statutory',
      on: addDays(released, DETERMINATIONS_FROM_DAYS),
      until: addDays(released, DETERMINATIONS_UNTIL_DAYS),
      source: '22 U.S.C. 7107(c): 45 to 90 days after the report',
    }),
  },
  {
    since: FIRST_REPORT_UNDER_2019_LAWS,
    through: ALWAYS,
    milestone: (_year, released) => ({
      kind: 'statutory-plan',
      nature: 'statutory',
      on: addDays(released, STATUTORY_PLAN_DAYS),
      source: '22 U.S.C. 7107(b)(4)(A): within 180 days of the report',
    }),
  },
  {
    since: FIRST_WATCH_LIST,
    through: ALWAYS,
    milestone: (year) => ({
      kind: 'interim-assessment',
      nature: 'statutory',
      on: dateOf({ year: year + 1, month: 2, day: 1 }),
      source:
        '22 U.S.C. 7107(b), special watch list, since Pub. L. 108-193 (2003): not later than 1 February',
    }),
  },
  {
    // No text of law set the span in these years: this is how the assessments of the time describe their own coverage.
    since: 2006,
    through: 2010,
    milestone: (year) => ({
      kind: 'interim-window',
      nature: 'instructed',
      on: dateOf({ year, month: 5, day: 1 }),
      until: dateOf({ year, month: 11, day: 30 }),
      source: 'our reading of the assessments of these years: beginning of May to November',
    }),
  },
  {
    since: FIRST_REPORT_UNDER_2019_LAWS,
    through: ALWAYS,
    milestone: (year) => ({
      kind: 'interim-window',
      nature: 'statutory',
      on: dateOf({ year, month: 4, day: 1 }),
      until: null,
      source:
        '22 U.S.C. 7107(b), special watch list, since 2019: from 1 April of the previous year; the cut-off is entered',
    }),
  },
];

function actualReport(reportReleasedOn: CalendarDate | null | undefined): Milestone[] {
  if (!reportReleasedOn) return [];
  return [{ kind: 'report', nature: 'actual', on: reportReleasedOn, source: 'release of the annual report' }];
}

/**
 * The milestones of a cycle that can be computed, in the order of {@link MILESTONE_KINDS}, each with its source. Spans
 * that run from the report are counted from its actual release, else from its statutory date. A year in which no rule for
 * a kind is known has no milestone of that kind (the interim window of 2011–2018, for one).
 */
export function cycleMilestones({ reportYear, reportReleasedOn }: CycleFacts): Milestone[] {
  if (reportYear < FIRST_REPORT) return [];
  const report = statutoryReport(reportYear);
  const released = reportReleasedOn ?? report.on;
  const inForce = RULES.filter((rule) => rule.since <= reportYear && reportYear <= rule.through);
  const others = inForce.map((rule) => rule.milestone(reportYear, released));
  return [report, ...actualReport(reportReleasedOn), ...others];
}
