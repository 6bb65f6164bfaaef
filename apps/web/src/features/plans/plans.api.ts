import type { Actor } from '@demarche/access';
import {
  type NewPlan,
  NewPlanInput,
  type NewRecommendation,
  NewRecommendationInput,
  Placement,
  type PlacementConfirmation,
  PlacementConfirmationInput,
  type PlanFilter,
  PlanFilterInput,
  PlanReading,
  PlanDrafting,
  Recommendations,
} from '@demarche/plans';
import { Progress } from '@demarche/progress';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { CurrentActor } from '../../http/decorators';
import { Input } from '../../http/api/input.decorator';
import { Operation } from '../../http/api/operation';
import {
  PlanPageAnswer,
  PlanSourceAnswer,
  PlanViewAnswer,
  PlansAddAnswer,
  PlansCreateAnswer,
  PlansSummaryAnswer,
} from './plans.answer';

/** Plans: what is asked of a government in a cycle. */
@Controller('api/v1/plans')
export class PlansApi {
  constructor(
    private readonly plans: PlanReading,
    private readonly drafting: PlanDrafting,
    private readonly recommendations: Recommendations,
    private readonly progress: Progress,
    private readonly placement: Placement,
  ) {}

  @Get()
  @Operation({
    summary: 'List plans',
    answer: 'The plans you may see, newest cycle first unless `sort` says otherwise, 50 a page.',
    schema: PlanPageAnswer,
  })
  list(@CurrentActor() actor: Actor, @Input(PlanFilterInput) filter: PlanFilter) {
    return this.plans.list(actor, filter);
  }

  @Post()
  @Operation({
    summary: 'Make a plan from blank',
    answer: 'The id of the new plan.',
    status: 201,
    schema: PlansCreateAnswer,
  })
  create(@CurrentActor() actor: Actor, @Input(NewPlanInput) plan: NewPlan) {
    return this.drafting.create(actor, plan);
  }

  @Get(':planId')
  @Operation({
    summary: 'Read a plan',
    answer: 'The plan with its country, post, cycle and every recommendation, dropped ones included.',
    schema: PlanViewAnswer,
  })
  async open(@CurrentActor() actor: Actor, @Param('planId') planId: string) {
    const view = await this.plans.open(actor, planId);
    const { plan, country, post, cycle, recommendations, standing, source } = view;
    const placementKnown = await this.placement.isKnown(view);
    return { plan, placementKnown, country, post, cycle, recommendations, standing, source };
  }

  @Post(':id/placement')
  @Operation({
    summary: 'Confirm that a country was placed on the list',
    answer:
      'The id of the plan. Asked where the register does not show it; false takes the confirmation back.',
    schema: PlansCreateAnswer,
  })
  confirmPlacement(
    @CurrentActor() actor: Actor,
    @Input(PlacementConfirmationInput) confirmation: PlacementConfirmation,
  ) {
    return this.placement.confirm(actor, confirmation);
  }

  @Get(':planId/source')
  @Operation({
    summary: 'Read the cable a plan was made from',
    answer: 'The cable’s number and its text as it was read; 404 for a plan from blank.',
    schema: PlanSourceAnswer,
  })
  source(@CurrentActor() actor: Actor, @Param('planId') planId: string) {
    return this.plans.source(actor, planId);
  }

  @Get(':planId/progress')
  @Operation({
    summary: 'See how far each recommendation is',
    answer: 'For each recommendation its entries, how many earn credit, and the latest day.',
    schema: PlansSummaryAnswer,
  })
  async summary(@CurrentActor() actor: Actor, @Param('planId') planId: string) {
    return { rows: await this.progress.summaryOf(actor, planId) };
  }

  @Post(':planId/recommendations')
  @Operation({
    summary: 'Add a recommendation',
    answer: 'Its id, its version and its number.',
    status: 201,
    schema: PlansAddAnswer,
  })
  add(@CurrentActor() actor: Actor, @Input(NewRecommendationInput) recommendation: NewRecommendation) {
    return this.recommendations.add(actor, recommendation);
  }
}
