import type { PlanView } from '@demarche/plans';
import { z } from 'zod';

/** The country as papers name it. */
export const CountryFacts = z.object({
  name: z.string().describe('Name of the country'),
  adjective: z.string().describe('Its adjective, for example Tajik'),
  government: z.string().describe('Its government, for example Government of Tajikistan'),
});

// Names that English does not use without an article.
const WITH_ARTICLE =
  /^(?:Bahamas|Central African Republic|Comoros|Congo|Czech Republic|Democratic Republic|Dominican Republic|Gambia|Maldives|Marshall Islands|Netherlands|Philippines|Republic of|Seychelles|Solomon Islands|United )/;

/** A country's government as papers name it: `Government of Tajikistan`, `Government of the Philippines`. */
function governmentOf(countryName: string): string {
  const article = WITH_ARTICLE.test(countryName) ? 'the ' : '';
  return `Government of ${article}${countryName.replace(/^The /, 'the ')}`;
}

/** The country of a plan as papers name it. */
export function countryFactsOf({ country }: Pick<PlanView, 'country'>): z.infer<typeof CountryFacts> {
  const { name, adjective } = country;
  return { name, adjective, government: governmentOf(name) };
}
