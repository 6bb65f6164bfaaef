import { Conflict } from '@demarche/base';
import type { PlanView } from '@demarche/plans';
import { highestMarking, listingGrounds, type Marking, MARKINGS } from '@demarche/rules';
import { z } from 'zod';
import { CountryFacts, countryFactsOf } from './country-words';
import type { PlanDates } from './plan-dates.service';

/** Why the country was placed on the list; a template asks for each with `eq`. */
const PlacementFacts = z
  .enum(['no-increasing-efforts', 'significant-victims', 'commitments'])
  .describe('Why the country is on the list');

/** What could place a country on the list by the law of the report's year. */
const GroundsFacts = z.object({
  countsCommitments: z.boolean().describe('Whether promises for the coming year could be the reason'),
  weighsConcreteActions: z.boolean().describe('Whether many victims count only against too little action'),
});

/** The words that the points for a meeting may use, alone or inside the cable. */
export const pointsFacts = {
  country: CountryFacts,
  reportYear: z.number().int().describe('Year of the report that placed the country'),
  nextReportYear: z.number().int().describe('Year of the report that looks at the whole of this cycle'),
  interimOn: z.string().describe('Day on which the interim assessment is due, for longDate'),
  interimByLaw: z.boolean().describe('Whether the law sets that day'),
  placementKnown: z
    .boolean()
    .describe('Whether the register or a person says that the country is on the list'),
  placement: PlacementFacts,
  grounds: GroundsFacts,
  highCount: z.number().int().describe('How many high-priority recommendations there are'),
  otherCount: z.number().int().describe('How many others there are; 0 counts as no'),
};

/** The facts of the points for a meeting. */
type PointsFacts = z.infer<z.ZodObject<typeof pointsFacts>>;

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

/** What the points for a meeting say of a plan. Throws Conflict for a report of the years before the list. */
export function pointsFactsOf(view: PlanView, dates: PlanDates): Omit<PointsFacts, 'placementKnown'> {
  const { reportYear } = view.cycle;
  const highCount = view.standing.filter(({ priority }) => priority === 'high').length;
  return {
    country: countryFactsOf(view),
    reportYear,
    nextReportYear: reportYear + 1,
    interimOn: dates.interimOn,
    interimByLaw: dates.isInterimByLaw,
    placement: view.plan.placementReason,
    grounds: groundsOf(reportYear),
    highCount,
    otherCount: view.standing.length - highCount,
  };
}
