import type { CalendarDate } from '@demarche/rules';
import { spanInWords } from './span-words';
import type { Opening } from './narrative';
import type { ScaleWord } from './scale';

/** What the opening sentence is made of. */
interface OpeningFacts {
  countryName: string;
  reportYear: number;
  from: CalendarDate;
  asOf: CalendarDate;
  scaleWord: ScaleWord | null;
}

/** What stands in the opening until a person has chosen the measure. */
const OPEN_SLOT = '[word of measure to be chosen]';

/** The opening sentence; its measure is a person's choice and never worked out from the entries. */
export function openingOf({ countryName, reportYear, from, asOf, scaleWord }: OpeningFacts): Opening {
  const measure = scaleWord ?? OPEN_SLOT;
  const text =
    `The Government of ${countryName} made ${measure} progress ${spanInWords(from, asOf)} ` +
    `on the points raised with it after the ${reportYear} report.`;
  return { text, scaleWord, isOpen: scaleWord === null };
}
