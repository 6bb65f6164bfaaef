import { RegisterModule } from '@demarche/register';
import { Module } from '@nestjs/common';
import { CableChecking } from './cable-checking.service';
import { CableImporting } from './cable-import.service';
import { CablePlaces } from './cable-places.service';
import { PlanDrafting } from './plan-drafting.service';
import { PlanReading } from './plan-reading.service';
import { PlanRepository } from './plan.repository';
import { Plans } from './plans.service';
import { RecommendationRepository } from './recommendation.repository';
import { Recommendations } from './recommendations.service';

/** Opens the room of plans; it asks the register for countries, posts and cycles. */
@Module({
  imports: [RegisterModule],
  providers: [
    PlanRepository,
    RecommendationRepository,
    PlanReading,
    PlanDrafting,
    Recommendations,
    CablePlaces,
    CableChecking,
    CableImporting,
    Plans,
  ],
  exports: [Plans],
})
export class PlansModule {}
