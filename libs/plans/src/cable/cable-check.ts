import type { Cable } from '@demarche/cables';
import type { Country, Cycle, Post } from '@demarche/register';
import type { Marking } from '@demarche/rules';
import type { CablePlace } from './cable-places.service';
import type { CycleYear, PlannedRecommendation } from './cable-reading';
import type { PlacementReason } from '../placement-reason';
import type { Plan } from '../plan.entity';

/**
 * What a person should know before a plan is made from a cable. `stops`: nothing can be made. `choose`: the cable does
 * not say, so the person must. `look`: it can be made, and something deserves a look.
 */
export interface CableProblem {
  code: string;
  field: 'text' | 'countryId' | 'cycleId' | 'placementReason' | 'placementConfirmed' | 'postId';
  weight: 'stops' | 'choose' | 'look';
  message: string;
}

/** The check page's whole content: what was read, what was odd, what would be made, and what is missing or in the way. */
export interface CableCheck {
  /** As read; its oddities stand in `cable.anomalies`. */
  cable: Cable;
  country: Country | null;
  countryBy: CablePlace['by'];
  candidates: Country[];
  addressees: Post[];
  post: Post | null;
  cycle: Cycle | null;
  cycleYear: CycleYear | null;
  placementReason: PlacementReason | null;
  /** Whether the register shows the country on the list of that report; null while country or cycle are open. */
  placementKnown: boolean | null;
  marking: Marking;
  /** The title the plan would get, or null while country or cycle are open. */
  title: string | null;
  recommendations: PlannedRecommendation[];
  /** The plan that stands in the way. */
  existing: Pick<Plan, 'id' | 'title'> | null;
  problems: CableProblem[];
  /** Whether an import can succeed once a person has chosen what is open. */
  canImport: boolean;
}
