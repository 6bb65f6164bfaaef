import type { Pillar } from '@demarche/rules';
import { wordFor } from './words';

/** How a person is called whose account is gone from the list of people. */
export const CLOSED_ACCOUNT = 'closed account';

/** So many characters of a long text stand where it is only named. */
const BRIEF = 90;

/** A long text where it is only named: cut with an ellipsis. */
export function brief(text: string): string {
  return text.length > BRIEF ? `${text.slice(0, BRIEF).trimEnd()}…` : text;
}

/** The heading over the recommendations of a pillar; those of none stand under the last one. */
export function headingOfPillar(pillar: Pillar | null): string {
  return pillar === null ? 'Other areas' : wordFor('pillar', pillar);
}
