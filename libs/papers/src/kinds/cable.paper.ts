import type { Actor } from '@demarche/access';
import { Conflict } from '@demarche/base';
import { printedCableNumber } from '@demarche/cables';
import { Placement, type PlanView } from '@demarche/plans';
import { type CalendarDate, type Marking, watchListLaw, weekdayName } from '@demarche/rules';
import { type Code, wordFor } from '@demarche/words';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CableHeaders, type CableHeaderView } from '../cable-header/cable-headers.service';
import { cableOf, SENSITIVE } from '../presenters/cable.presenter';
import type { PaperBlock } from '../text/paper-block';
import { planMarkOf, pointsFacts, pointsFactsOf } from './meeting-points';
import { PaperDefinition, type ReadPaper, wordingChanges } from './paper-definition';
import { type DueDay, PlanDatesReading } from './plan-dates.service';
import {
  standingIn,
  mustAskSomething,
  NotedRecommendationFacts,
  NotedRecommendationGroupFacts,
} from './recommendation-facts';

/** A date that falls due, and the working day on which it can be met. */
const DueFacts = z.object({
  on: z.string().describe('The day that was set, for longDate'),
  weekday: z.string().describe('Its weekday'),
  workingOn: z.string().describe('The last working day on or before it, for longDate'),
  workingWeekday: z.string().describe('The weekday of that one'),
  isShifted: z.boolean().describe('Whether the two days differ'),
});

/** How long a country may stay on the list, by the law of the report's year. */
const ClockFacts = z.object({
  years: z.number().int().describe('How many reports in a row lead to Tier 3'),
  countedAfter: z.string().describe('The day after which reports count, for longDate'),
  earliestReport: z.number().int().nullable().describe('First report it can bind, while that lies ahead'),
  waiverYears: z.number().int().describe('For how many years it may be waived'),
  yearsAfterReturn: z.number().int().nullable().describe('How long a country may return to the list'),
});

const Facts = z.object({
  ...pointsFacts,
  cycleName: z.string().describe('The two years of the cycle, for example 2009–10'),
  to: z.string().describe('The addressee as cables name it, for example AMEMBASSY DUSHANBE'),
  postName: z.string().describe('The post, for example Embassy Dushanbe'),
  precedence: z.string().describe('How fast the cable is handled, for example ROUTINE'),
  captions: z
    .string()
    .describe('The captions with commas between, SENSITIVE among them where a paragraph is SBU'),
  isSensitive: z.boolean().describe('Whether any paragraph is marked SBU'),
  executiveOrder: z.string().describe('Number of the order on classification in force'),
  tags: z.string().describe('The TAGS with commas between'),
  references: z.array(z.object({ letter: z.string(), cable: z.string() })).describe('Earlier cables'),
  postReport: DueFacts.nullable().describe('When the post reports, once that date is set'),
  clock: ClockFacts.nullable().describe('The clock of consecutive years; none before the report of 2009'),
  planMark: z.string().describe('Mark of the paragraph that holds the plan'),
  hasNotes: z.boolean().describe('Whether any recommendation carries a note for the post'),
  highPriority: z.array(NotedRecommendationFacts).describe('The high-priority recommendations'),
  others: z.array(NotedRecommendationGroupFacts).describe('The others under their headings'),
});
type Facts = z.infer<typeof Facts>;

/** The instruction to the post: header, marked paragraphs, points for the meeting, the plan with its notes. */
@Injectable()
export class CablePaper extends PaperDefinition<Facts> {
  static readonly facts = Facts;
  readonly kind = 'cable';
  override readonly look = 'cable';
  override readonly formats = ['docx', 'txt', 'cable'] as const;

  constructor(
    private readonly dates: PlanDatesReading,
    private readonly headers: CableHeaders,
    private readonly placement: Placement,
  ) {
    super();
  }

  async gather(actor: Actor, view: PlanView) {
    mustAskSomething(view);
    const dates = await this.dates.of(actor, view);
    const { high, others } = standingIn(view);
    const facts = {
      ...pointsFactsOf(view, dates),
      placementKnown: await this.placement.isKnown(view),
      ...addressFactsOf(view, dates.today),
      ...headerFactsOf(await this.headers.of(actor, view.plan.id), planMarkOf(view)),
      cycleName: view.cycle.name,
      postReport: dates.postReport && dueFactsOf(dates.postReport),
      clock: clockFactsOf(view.cycle.reportYear),
      planMark: planMarkOf(view),
      hasNotes: view.standing.some(({ note }) => note !== null),
      highPriority: high,
      others,
    };
    return { facts, marking: planMarkOf(view) };
  }

  changesSince(_actor: Actor, { blocks }: ReadPaper, { standing }: PlanView) {
    return Promise.resolve(wordingChanges(standing, blocks));
  }

  /** Throws Invalid with the place of what no cable can carry. */
  override async check(_actor: Actor, _view: PlanView, blocks: readonly PaperBlock[]): Promise<void> {
    await Promise.resolve(cableOf(blocks));
  }
}

const FIRST_LETTER = 'A'.charCodeAt(0);

/** A post as the TO line of a cable names it: `AMEMBASSY DUSHANBE`. */
function addresseeOf({ kind, city }: { kind: Code<'post-kind'>; city: string }): string {
  const place = city.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  return `${wordFor('post-address', kind)} ${place}`;
}

/** E.O. 13526 of 29 December 2009 replaced E.O. 12958 with effect from 27 June 2010 (75 Fed. Reg. 707, sec. 6.3). */
const FIRST_DAY_OF_13526 = '2010-06-27';

/** The order on classified information whose number stands in a cable's E.O. line, by the day the cable is made. */
const executiveOrderOn = (date: CalendarDate) => (date < FIRST_DAY_OF_13526 ? '12958' : '13526');

function addressFactsOf(view: PlanView, today: CalendarDate) {
  const { post, country } = view;
  if (!post)
    throw new Conflict('state', `No post deals with ${country.name}, so there is nobody to send a cable to.`);
  return {
    to: addresseeOf(post),
    postName: post.name,
    isSensitive: planMarkOf(view) !== 'U',
    executiveOrder: executiveOrderOn(today),
  };
}

/** What says so on head and foot of each page stands among the captions too. */
function captionsFor(planMark: Marking, captions: readonly string[]): readonly string[] {
  return planMark === 'U' || captions.includes(SENSITIVE) ? captions : [SENSITIVE, ...captions];
}

function headerFactsOf({ precedence, captions, tags, references }: CableHeaderView, planMark: Marking) {
  return {
    precedence,
    captions: captionsFor(planMark, captions).join(', '),
    tags: tags.join(', '),
    references: references.map((number, index) => ({
      letter: String.fromCharCode(FIRST_LETTER + index),
      cable: printedCableNumber(number),
    })),
  };
}

function dueFactsOf({ on, workingOn }: DueDay): NonNullable<Facts['postReport']> {
  return {
    on,
    weekday: weekdayName(on),
    workingOn,
    workingWeekday: weekdayName(workingOn),
    isShifted: on !== workingOn,
  };
}

function clockFactsOf(reportYear: number): Facts['clock'] {
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
