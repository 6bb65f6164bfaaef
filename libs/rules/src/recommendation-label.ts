import { PILLARS, type Pillar, type Placed, type Priority } from './recommendation-priority';

/** What puts a recommendation under its heading. */
interface PlanHeading {
  priority: Priority;
  pillar: Pillar | null;
}

const HIGH_LETTER = 'A';
const FURTHER: readonly (Pillar | null)[] = [...PILLARS, null];

/**
 * The letter of a heading of a plan: A for the high-priority list, then one letter after another for the pillars and the
 * remaining areas that the plan has, so that no reader looks for a part that never was. `all` are the plan's
 * recommendations with the dropped ones, whose headings keep their letters. Source: house rule; 09STATE88558 paragraph 9
 * letters its parts A and B.
 */
export function headingLetter({ priority, pillar }: PlanHeading, all: readonly PlanHeading[]): string {
  if (priority === 'high') return HIGH_LETTER;
  const used = FURTHER.filter(
    (one) => one === pillar || all.some((placed) => placed.priority !== 'high' && placed.pillar === one),
  );
  return String.fromCharCode(HIGH_LETTER.charCodeAt(0) + 1 + used.indexOf(pillar));
}

/** What a recommendation is called on every page and in every paper of its plan, for example `A1` or `C4`. */
export function recommendationLabel(placed: Placed, all: readonly PlanHeading[]): string {
  return `${headingLetter(placed, all)}${placed.number}`;
}

/** All recommendations of a plan, each with its label. */
export function withLabels<R extends Placed>(all: readonly R[]): (R & { label: string })[] {
  return all.map((placed) => ({ ...placed, label: recommendationLabel(placed, all) }));
}
