import { daysBetween } from '@demarche/rules';
import { wordFor } from '../words/words';
import type { Mark } from './efforts-verdict';

/** How a recommendation stands, in the order in which the states are tried. */
export type RecommendationStanding = 'dropped' | 'done' | 'not-started' | 'no-news' | 'under-way';

/** What decides it: whether it was dropped or completed, and when something was last heard. */
export interface StandingFacts {
  droppedOn: string | null;
  isDone: boolean;
  lastOn: string | null;
  /** The calendar date at the post. */
  today: string;
}

/** After so many calendar days without an entry a recommendation is silent. */
export const SILENT_AFTER_DAYS = 30;

const LOOKS: Record<RecommendationStanding, Pick<Mark, 'shape' | 'tone'>> = {
  dropped: { shape: '✕', tone: 'calm' },
  done: { shape: '✔', tone: 'good' },
  'not-started': { shape: '○', tone: 'wait' },
  'no-news': { shape: '▲', tone: 'bad' },
  'under-way': { shape: '●', tone: 'calm' },
};

/** The standing of a recommendation on one day. */
export function standingOf({ droppedOn, isDone, lastOn, today }: StandingFacts): RecommendationStanding {
  if (droppedOn !== null) return 'dropped';
  if (isDone) return 'done';
  if (lastOn === null) return 'not-started';
  return daysBetween(lastOn, today) > SILENT_AFTER_DAYS ? 'no-news' : 'under-way';
}

/** The standing as people see it. */
export function standingMark(facts: StandingFacts): Mark {
  const standing = standingOf(facts);
  return { ...LOOKS[standing], word: wordFor('standing', standing) };
}
