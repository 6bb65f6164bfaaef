import type { Actor } from '@demarche/access';
import { NewPlanInput, NewRecommendationInput, Plans } from '@demarche/plans';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, View } from '../http/decorators';
import { type FormBody, submit } from '../http/forms';
import type { PageModel, PageResult } from '../http/page-result';
import { CableImportModel } from './cable-import.model';
import { PlanOverview } from './plans-overview.model';
import { PlansModel } from './plans.model';
import { RecommendationForms } from './recommendations-form.model';

/** The plans: their list, a new one, one of them, and what is added to it. */
@Controller('plans')
export class PlansPage {
  constructor(
    private readonly model: PlansModel,
    private readonly overview: PlanOverview,
    private readonly forms: RecommendationForms,
    private readonly cables: CableImportModel,
    private readonly plans: Plans,
  ) {}

  @Get()
  @View('plans/list')
  list(@CurrentActor() actor: Actor, @Query() query: FormBody): Promise<PageModel> {
    return this.model.list(actor, query);
  }

  @Get('new')
  @View('plans/new')
  blank(@CurrentActor() actor: Actor, @Query() query: FormBody): Promise<PageModel> {
    return this.model.blank(actor, query);
  }

  @Post()
  @View('plans/new')
  create(@CurrentActor() actor: Actor, @Body() body: FormBody): Promise<PageResult> {
    return submit(NewPlanInput, body, {
      act: (plan) => this.plans.create(actor, plan),
      then: ({ id }) => `/plans/${id}?done=plan-made`,
      again: () => this.model.blank(actor),
    });
  }

  @Get(':id')
  @View('plans/show')
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.overview.page(actor, id);
  }

  @Get(':id/cable')
  @View('plans/cable')
  source(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.cables.source(actor, id);
  }

  @Get(':id/recommendations/new')
  @View('recommendations/new')
  another(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.forms.blank(actor, id);
  }

  @Post(':id/recommendations')
  @View('recommendations/new')
  add(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody): Promise<PageResult> {
    return submit(
      NewRecommendationInput,
      { ...body, planId: id },
      {
        act: (asked) => this.plans.addRecommendation(actor, asked),
        then: () => `/plans/${id}?done=recommendation-added`,
        again: () => this.forms.blank(actor, id),
      },
    );
  }
}
