import { normaliseCableNumber } from '@demarche/cables';
import { Conflict } from '@demarche/base';
import type { PlanView } from '@demarche/plans';
import {
  highestMarking,
  listingGrounds,
  type Marking,
  MARKINGS,
  watchListLaw,
  weekdayName,
} from '@demarche/rules';
import { labelled, type LabelledAsk } from './ask-labels';
import type { CableFacts } from './cable.facts';
import { addresseeOf, governmentOf } from './country-words';
import { executiveOrderOn } from './executive-order';
import type { NonPaperFacts } from './non-paper.facts';
import type { DueDay, PlanDates } from './paper-dates.service';
import type { TalkingPointsFacts } from './talking-points.facts';

type PointsFacts = Omit<TalkingPointsFacts, 'highPriority'>;

/** The subjects of every cable on trafficking; the country's own tag comes last. */
const TAGS = ['KTIP', 'KCRM', 'KWMN', 'PHUM', 'PREL', 'SMIG'];

const bare = ({ label, text }: LabelledAsk) => ({ label, text });

/** The country as papers name it. */
export function countryFactsOf({ country }: Pick<PlanView, 'country'>) {
  const { name, adjective } = country;
  return { name, adjective, government: governmentOf(name) };
}

/** The mark of the paragraph that holds a plan's recommendations: the highest of theirs. */
export function planMarkOf({ plan, standing }: Pick<PlanView, 'plan' | 'standing'>): Marking {
  const highest = highestMarking(standing.map(({ marking }) => marking));
  return MARKINGS.find((marking) => marking === highest) ?? plan.marking;
}

function groundsOf(reportYear: number) {
  const grounds = listingGrounds(reportYear);
  if (!grounds)
    throw new Conflict(
      'state',
      `There was no Watch List in the report of ${reportYear}: no paper can explain it.`,
    );
  const { countsCommitments, weighsConcreteActions } = grounds;
  return { countsCommitments, weighsConcreteActions };
}

function pointsFactsOf(view: PlanView, { interimOn }: PlanDates): PointsFacts {
  const { reportYear } = view.cycle;
  const highCount = view.standing.filter(({ priority }) => priority === 'high').length;
  return {
    country: countryFactsOf(view),
    reportYear,
    nextReportYear: reportYear + 1,
    interimOn,
    placement: view.plan.placementReason,
    grounds: groundsOf(reportYear),
    highCount,
    otherCount: view.standing.length - highCount,
  };
}

/** The facts of the talking points. */
export function talkingPointsFactsOf(view: PlanView, dates: PlanDates): TalkingPointsFacts {
  return { ...pointsFactsOf(view, dates), highPriority: labelled(view.standing).high.map(bare) };
}

/** The facts of the non-paper: the country and what is asked of it, without the notes for the post. */
export function nonPaperFactsOf(view: PlanView): NonPaperFacts {
  const { high, others } = labelled(view.standing);
  return {
    country: countryFactsOf(view),
    first: high.map(bare),
    others: others.map(({ letter, title, asks }) => ({ letter, title, asks: asks.map(bare) })),
  };
}

function dueFactsOf(due: DueDay): NonNullable<CableFacts['postReport']> {
  const { on, workingOn } = due;
  return {
    on,
    weekday: weekdayName(on),
    workingOn,
    workingWeekday: weekdayName(workingOn),
    isShifted: on !== workingOn,
  };
}

function clockFactsOf(reportYear: number): CableFacts['clock'] {
  const law = watchListLaw(reportYear);
  if (!law) return null;
  const { consecutiveYears: years, countedAfter, waiverYears, yearsAfterReturn, earliestReport } = law;
  const isAhead = earliestReport > reportYear;
  return {
    years,
    countedAfter,
    waiverYears,
    yearsAfterReturn,
    earliestReport: isAhead ? earliestReport : null,
  };
}

/** `09STATE88558` as a REF line has it: `09 STATE 88558`. */
function spelt(number: string): string {
  return normaliseCableNumber(number)?.replace(/^(\d\d)([A-Z]+)(\d+)$/, '$1 $2 $3') ?? number;
}

function referencesOf({ plan, source }: PlanView): CableFacts['references'] {
  const numbers = [...new Set([plan.instructedBy, source?.cableNumber ?? null])];
  return numbers
    .filter((number) => number !== null)
    .map((number, index) => ({ letter: String.fromCharCode(65 + index), cable: spelt(number) }));
}

/** The facts of the cable. Throws Conflict for a plan that has no post to send it to. */
export function cableFactsOf(view: PlanView, dates: PlanDates): CableFacts {
  const { post, cycle, country, standing } = view;
  if (!post)
    throw new Conflict('state', `No post deals with ${country.name}, so there is nobody to send a cable to.`);
  const { high, others } = labelled(standing);
  return {
    ...pointsFactsOf(view, dates),
    cycleName: cycle.name,
    to: addresseeOf(post),
    postName: post.name,
    isSensitive: planMarkOf(view) !== 'U',
    executiveOrder: executiveOrderOn(dates.today),
    tags: [...TAGS, country.geographicTag].join(', '),
    references: referencesOf(view),
    postReport: dates.postReport && dueFactsOf(dates.postReport),
    clock: clockFactsOf(cycle.reportYear),
    planMark: planMarkOf(view),
    hasNotes: standing.some(({ note }) => note !== null),
    highPriority: high,
    others,
  };
}
