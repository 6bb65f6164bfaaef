import type { Actor } from '@demarche/access';
import { CableHeaderInput, CableHeaders } from '@demarche/papers';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, submit } from '../../http/forms/forms';
import type { PageModel, PageResult } from '../../http/views/page-result';
import { CableHeaderModel } from './cable-header.model';

/** Precedence, captions, tags and references of a plan's cables, asked of the desk officer. */
@Controller('plans/:planId/cable-header')
export class CableHeaderPage {
  constructor(
    private readonly model: CableHeaderModel,
    private readonly headers: CableHeaders,
  ) {}

  @Get()
  @View('papers/cable-header')
  show(@CurrentActor() actor: Actor, @Param('planId') planId: string): Promise<PageModel> {
    return this.model.page(actor, planId);
  }

  @Post()
  @View('papers/cable-header')
  choose(
    @CurrentActor() actor: Actor,
    @Param('planId') planId: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    return submit(
      CableHeaderInput,
      { ...body, planId },
      {
        act: (choice) => this.headers.choose(actor, choice),
        then: () => `/plans/${planId}/cable-header?done=cable-header-set`,
        again: () => this.model.page(actor, planId, body),
      },
    );
  }
}
