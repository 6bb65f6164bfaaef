import type { Actor } from '@demarche/access';
import { DropInput, Plans, RewordingInput } from '@demarche/plans';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CurrentActor, View } from '../http/decorators';
import { type FormBody, submit } from '../http/forms';
import type { PageModel, PageResult } from '../http/page-result';
import { RecommendationForms } from './recommendations-form.model';
import { RecommendationModel } from './recommendations.model';

/** One recommendation: what happened, its wordings, and how its wording is changed or taken out of the plan. */
@Controller('recommendations/:id')
export class RecommendationPage {
  constructor(
    private readonly model: RecommendationModel,
    private readonly forms: RecommendationForms,
    private readonly plans: Plans,
  ) {}

  @Get()
  @View('recommendations/show')
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.model.page(actor, id);
  }

  @Get('edit')
  @View('recommendations/edit')
  edit(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.forms.rewording(actor, id);
  }

  @Post('edit')
  @View('recommendations/edit')
  reword(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody): Promise<PageResult> {
    return submit(
      RewordingInput,
      { ...body, id },
      {
        act: (wording) => this.plans.reword(actor, wording),
        then: () => `/recommendations/${id}?done=recommendation-reworded`,
        again: () => this.forms.rewording(actor, id, body),
      },
    );
  }

  @Get('drop')
  @View('recommendations/drop')
  leave(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.forms.dropping(actor, id);
  }

  @Post('drop')
  @View('recommendations/drop')
  drop(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody): Promise<PageResult> {
    return submit(
      DropInput,
      { ...body, id },
      {
        act: (drop) => this.plans.drop(actor, drop),
        then: () => `/recommendations/${id}?done=recommendation-dropped`,
        again: () => this.forms.dropping(actor, id, body),
      },
    );
  }
}
