import { type Code, codesOf } from '@demarche/words';

/** The placements of the annual report: three tiers, the Watch List, and countries described without a tier. */
export const TIERS = codesOf('tier');

/** One of {@link TIERS}. */
export type Tier = Code<'tier'>;
