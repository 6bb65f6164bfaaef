/** Told inside the unit in which an effort is logged, or amended so that it completes a further recommendation. */
export class EffortRecorded {
  constructor(
    readonly effortId: string,
    readonly recommendationIds: string[],
    readonly completedRecommendationIds: string[],
  ) {}
}
