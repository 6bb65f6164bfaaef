import { RegisterModule } from '@demarche/register';
import { Module } from '@nestjs/common';
import { CableChecking } from './cable/cable-checking.service';
import { CableImporting } from './cable/cable-import.service';
import { CablePlaces } from './cable/cable-places.service';
import { Placement } from './placement.service';
import { PlanDrafting } from './plan-drafting.service';
import { PlanListRepository } from './plan-list.repository';
import { PlanReading } from './plan-reading.service';
import { PlanRepository } from './plan.repository';
import { PlansInForce } from './plans-in-force.service';
import { RecommendationRepository } from './recommendation.repository';
import { Recommendations } from './recommendations.service';

const DOORS = [
  PlanReading,
  PlansInForce,
  PlanDrafting,
  Recommendations,
  CableChecking,
  CableImporting,
  Placement,
];

/** Opens the room of plans; it asks the register for countries, posts and cycles. */
@Module({
  imports: [RegisterModule],
  providers: [PlanListRepository, PlanRepository, RecommendationRepository, CablePlaces, ...DOORS],
  exports: DOORS,
})
export class PlansModule {}
