/** The placements of the annual report: three tiers, the Watch List, and countries described without a tier. */
export const TIERS = ['1', '2', '2WL', '3', 'SPECIAL'] as const;

/** One of {@link TIERS}. */
export type Tier = (typeof TIERS)[number];
