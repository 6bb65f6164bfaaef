import { groupRecommendations, type Pillar, type Placed, type Priority } from '@demarche/rules';

/** A recommendation as papers need it. */
export interface Asked extends Placed {
  text: string;
  note: string | null;
}

/** One thing asked for, under its label. */
export interface LabelledAsk {
  label: string;
  text: string;
  note: string | null;
}

/** What stands under one heading of a plan. */
export interface LabelledGroup {
  letter: string;
  title: string;
  asks: LabelledAsk[];
}

interface Heading {
  letter: string;
  title: string;
}

// The letters are fixed, so that a label means the same in every paper of a plan and in its translations.
const HIGH: Heading = { letter: 'A', title: 'High priority' };
const REST: Heading = { letter: 'E', title: 'Other areas' };
const PILLAR_HEADINGS: Record<Pillar, Heading> = {
  prosecution: { letter: 'B', title: 'Prosecution' },
  protection: { letter: 'C', title: 'Protection' },
  prevention: { letter: 'D', title: 'Prevention' },
};

function headingOf(priority: Priority, pillar: Pillar | null): Heading {
  if (priority === 'high') return HIGH;
  return pillar === null ? REST : PILLAR_HEADINGS[pillar];
}

/** The label of a recommendation, such as `A1` or `C4`: the letter of its heading and its number in the plan. */
export function labelOf({ priority, pillar, number }: Placed): string {
  return `${headingOf(priority, pillar).letter}${number}`;
}

/** A plan's recommendations in two parts: the high-priority ones, and the others under their headings. */
export function labelled(asked: readonly Asked[]): { high: LabelledAsk[]; others: LabelledGroup[] } {
  const groups = groupRecommendations(asked).map(({ priority, pillar, recommendations }) => ({
    ...headingOf(priority, pillar),
    asks: recommendations.map((one) => ({ label: labelOf(one), text: one.text, note: one.note })),
  }));
  const isHigh = ({ letter }: Heading) => letter === HIGH.letter;
  return {
    high: groups.find(isHigh)?.asks ?? [],
    others: groups.filter((group) => !isHigh(group)),
  };
}
