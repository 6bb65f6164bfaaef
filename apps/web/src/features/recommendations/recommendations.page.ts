import type { Actor } from '@demarche/access';
import {
  DropInput,
  NewRecommendationInput,
  Recommendations,
  RestoreRecommendationInput,
  RewordingInput,
} from '@demarche/plans';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, submit } from '../../http/forms/forms';
import type { PageModel, PageResult } from '../../http/views/page-result';
import { RecommendationForms } from './recommendation-forms.model';
import { RecommendationModel } from './recommendation.model';

/** Recommendations: a new one of a plan, and one of them: what happened, its wordings, and how its wording is changed or taken out of the plan. */
@Controller()
export class RecommendationPage {
  constructor(
    private readonly model: RecommendationModel,
    private readonly forms: RecommendationForms,
    private readonly recommendations: Recommendations,
  ) {}

  @Get('plans/:id/recommendations/new')
  @View('recommendations/new')
  another(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.forms.blank(actor, id);
  }

  @Post('plans/:id/recommendations')
  @View('recommendations/new')
  add(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody): Promise<PageResult> {
    return submit(
      NewRecommendationInput,
      { ...body, planId: id },
      {
        act: (asked) => this.recommendations.add(actor, asked),
        then: () => `/plans/${id}?done=recommendation-added`,
        again: () => this.forms.blank(actor, id),
      },
    );
  }

  @Get('recommendations/:id')
  @View('recommendations/show')
  show(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() query: FormBody): Promise<PageModel> {
    return this.model.page(actor, id, query);
  }

  @Get('recommendations/:id/edit')
  @View('recommendations/edit')
  edit(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.forms.rewording(actor, id);
  }

  @Post('recommendations/:id/edit')
  @View('recommendations/edit')
  reword(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody): Promise<PageResult> {
    return submit(
      RewordingInput,
      { ...body, id },
      {
        act: (wording) => this.recommendations.reword(actor, wording),
        then: () => `/recommendations/${id}?done=recommendation-reworded`,
        again: () => this.forms.rewording(actor, id, body),
      },
    );
  }

  @Get('recommendations/:id/drop')
  @View('recommendations/drop')
  leave(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.forms.dropping(actor, id);
  }

  @Post('recommendations/:id/drop')
  @View('recommendations/drop')
  drop(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody): Promise<PageResult> {
    return submit(
      DropInput,
      { ...body, id },
      {
        act: (drop) => this.recommendations.drop(actor, drop),
        then: () => `/recommendations/${id}?done=recommendation-dropped`,
        again: () => this.forms.dropping(actor, id, body),
      },
    );
  }

  @Get('recommendations/:id/restore')
  @View('recommendations/restore')
  back(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.forms.restoring(actor, id);
  }

  @Post('recommendations/:id/restore')
  @View('recommendations/restore')
  restore(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    const given = { ...body, id };
    return submit(RestoreRecommendationInput, given, {
      act: (restoring) => this.recommendations.restore(actor, restoring),
      then: () => `/recommendations/${id}?done=recommendation-restored`,
      again: () => this.forms.restoring(actor, id, body),
    });
  }
}
