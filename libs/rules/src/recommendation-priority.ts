/** High-priority recommendations answer the deficiencies that led to the listing; all others are further steps. */
export const PRIORITIES = ['high', 'other'] as const;
/** One of {@link PRIORITIES}. */
export type Priority = (typeof PRIORITIES)[number];

/** The three Ps, in the order in which every plan lists them. */
export const PILLARS = ['prosecution', 'protection', 'prevention'] as const;
/** One of {@link PILLARS}. */
export type Pillar = (typeof PILLARS)[number];

/** What places a recommendation in its plan; `number` counts within its group. */
export interface Placed {
  priority: Priority;
  pillar: Pillar | null;
  number: number;
}

/** One heading of a plan: the high-priority list (no pillar), one pillar, or what has neither. */
interface RecommendationGroup<R extends Placed> {
  priority: Priority;
  pillar: Pillar | null;
  recommendations: R[];
}

const HEADINGS: readonly { priority: Priority; pillar: Pillar | null }[] = [
  { priority: 'high', pillar: null },
  ...PILLARS.map((pillar) => ({ priority: 'other' as const, pillar })),
  { priority: 'other', pillar: null },
];

function belongsUnder(heading: { priority: Priority; pillar: Pillar | null }, placed: Placed): boolean {
  if (heading.priority !== placed.priority) return false;
  return heading.priority === 'high' || heading.pillar === placed.pillar;
}

/**
 * A plan's recommendations under their headings, by number; headings with nothing under them are left out. The
 * high-priority list is one group whatever pillar its items serve. Source: 09STATE88558 paragraphs 3, 4 and 9.
 */
export function groupRecommendations<R extends Placed>(
  recommendations: readonly R[],
): RecommendationGroup<R>[] {
  return HEADINGS.map((heading) => ({
    ...heading,
    recommendations: recommendations
      .filter((recommendation) => belongsUnder(heading, recommendation))
      .sort((a, b) => a.number - b.number),
  })).filter((group) => group.recommendations.length > 0);
}

/** A plan's recommendations in the order of its headings: high-priority first, then by pillar, each by number. */
export function inPlanOrder<R extends Placed>(recommendations: readonly R[]): R[] {
  return groupRecommendations(recommendations).flatMap((group) => group.recommendations);
}
