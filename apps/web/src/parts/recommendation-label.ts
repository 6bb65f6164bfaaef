import type { Pillar, Placed, Priority } from '@demarche/rules';

interface Heading {
  priority: Priority;
  pillar: Pillar | null;
}

const LETTERS: Record<Pillar, string> = { prosecution: 'B', protection: 'C', prevention: 'D' };

/** The letter of a heading of a plan, the same as in every paper: A for the short list, B to D for the three Ps, E for the rest. */
export function headingLetter({ priority, pillar }: Heading): string {
  if (priority === 'high') return 'A';
  return pillar === null ? 'E' : LETTERS[pillar];
}

/** What a recommendation is called on pages and in papers, for example `A1` or `C4`. */
export function askLabel(asked: Placed): string {
  return `${headingLetter(asked)}${asked.number}`;
}
