import type { Actor } from '@demarche/access';
import { Narratives, ScaleChoiceInput } from '@demarche/narratives';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, submit } from '../../http/forms/forms';
import type { PageModel, PageResult } from '../../http/views/page-result';
import { AssessmentsModel } from './assessments.model';
import { NarrativeModel } from './narrative.model';

/** A country's part of the interim assessment: can I sign this? */
@Controller()
export class NarrativePage {
  constructor(
    private readonly model: NarrativeModel,
    private readonly assessments: AssessmentsModel,
    private readonly narratives: Narratives,
  ) {}

  @Get('assessments')
  @View('narrative/list')
  list(@CurrentActor() actor: Actor, @Query() query: FormBody): Promise<PageModel> {
    return this.assessments.page(actor, query);
  }

  @Get('plans/:planId/narrative')
  @View('narrative/show')
  show(@CurrentActor() actor: Actor, @Param('planId') planId: string): Promise<PageResult> {
    return this.model.page(actor, planId);
  }

  @Post('plans/:planId/narrative/scale')
  @View('narrative/show')
  choose(
    @CurrentActor() actor: Actor,
    @Param('planId') planId: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    const done = body.scaleWord === '' ? 'scale-opened' : 'scale-chosen';
    return submit(
      ScaleChoiceInput,
      { ...body, planId },
      {
        act: (choice) => this.narratives.chooseScale(actor, choice),
        then: () => `/plans/${planId}/narrative?done=${done}`,
        again: () => this.model.again(actor, planId, body),
      },
    );
  }
}
