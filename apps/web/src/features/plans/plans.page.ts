import type { Actor } from '@demarche/access';
import { NewPaperInput, PaperMaking } from '@demarche/papers';
import { NewPlanInput, Placement, PlacementConfirmationInput, PlanDrafting } from '@demarche/plans';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, submit } from '../../http/forms/forms';
import type { PageModel, PageResult } from '../../http/views/page-result';
import { PlanOverview } from './plan-overview.model';
import { PlansModel } from './plans.model';

/** The plans: their list, a new one, one of them, and the papers made from it. */
@Controller('plans')
export class PlansPage {
  constructor(
    private readonly model: PlansModel,
    private readonly overview: PlanOverview,
    private readonly drafting: PlanDrafting,
    private readonly placement: Placement,
    private readonly making: PaperMaking,
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
      act: (plan) => this.drafting.create(actor, plan),
      then: ({ id }) => `/plans/${id}?done=plan-made`,
      again: () => this.model.blank(actor),
    });
  }

  @Get(':id')
  @View('plans/show')
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.overview.page(actor, id);
  }

  @Post(':id/placement')
  @View('plans/show')
  confirm(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    const given = { ...body, id };
    return submit(PlacementConfirmationInput, given, {
      act: (confirmation) => this.placement.confirm(actor, confirmation),
      then: () => `/plans/${id}?done=placement-set`,
      again: () => this.overview.page(actor, id),
    });
  }

  @Post(':planId/papers')
  @View('plans/show')
  make(
    @CurrentActor() actor: Actor,
    @Param('planId') planId: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    return submit(
      NewPaperInput,
      { ...body, planId },
      {
        act: (wish) => this.making.generate(actor, wish),
        then: ({ id }) => `/papers/${id}?done=paper-made`,
        again: () => this.overview.page(actor, planId),
      },
    );
  }
}
