/** Told inside the unit in which a plan is made; its recommendations are told one by one after it. */
export class PlanCreated {
  constructor(readonly planId: string) {}
}

/** Told when a plan gains a recommendation. */
export class RecommendationAdded {
  constructor(readonly recommendationId: string) {}
}

/** Told when a recommendation's wording or note has changed. */
export class RecommendationReworded {
  constructor(readonly recommendationId: string) {}
}

/** Told when a recommendation is no longer asked for; its row stays. Its opposite is {@link RecommendationRestored}. */
export class RecommendationDropped {
  constructor(readonly recommendationId: string) {}
}

/** Told when a dropped recommendation is asked for again, under the number it had. */
export class RecommendationRestored {
  constructor(readonly recommendationId: string) {}
}
