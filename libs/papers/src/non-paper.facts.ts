import { z } from 'zod';
import { AskFacts, AskGroupFacts, CountryFacts } from './ask.facts';

/**
 * The words of `non-paper.hbs`: the country and what is asked, and nothing that a host government must not see. What is
 * not here cannot leak through the template.
 */
export const NonPaperFacts = z.strictObject({
  country: z.strictObject(CountryFacts.shape),
  first: z.array(z.strictObject(AskFacts.shape)).describe('The steps to take first'),
  others: z.array(AskGroupFacts).describe('The further steps under their headings'),
});

/** The facts of one non-paper. */
export type NonPaperFacts = z.infer<typeof NonPaperFacts>;
