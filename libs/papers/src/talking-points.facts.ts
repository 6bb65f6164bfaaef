import { z } from 'zod';
import { AskFacts, CountryFacts, GroundsFacts, PlacementFacts } from './ask.facts';

/** The words that the points for a meeting may use, alone or inside the cable. */
export const pointsFacts = {
  country: CountryFacts,
  reportYear: z.number().int().describe('Year of the report that placed the country'),
  nextReportYear: z.number().int().describe('Year of the report that looks at the whole of this cycle'),
  interimOn: z.string().describe('Day on which the interim assessment is due, for longDate'),
  placement: PlacementFacts,
  grounds: GroundsFacts,
  highCount: z.number().int().describe('How many high-priority recommendations there are'),
  otherCount: z.number().int().describe('How many others there are; 0 counts as no'),
};

/** The words of `talking-points.hbs`. */
export const TalkingPointsFacts = z.object({
  ...pointsFacts,
  highPriority: z.array(AskFacts).describe('The high-priority recommendations'),
});

/** The facts of one talking-points paper. */
export type TalkingPointsFacts = z.infer<typeof TalkingPointsFacts>;
