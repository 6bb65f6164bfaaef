import type { Actor } from '@demarche/access';
import { Efforts, NewEffortInput } from '@demarche/progress';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, oneOf, submit } from '../../http/forms/forms';
import type { PageModel, PageResult } from '../../http/views/page-result';
import { ENTRY_LISTS } from './log-fields';
import { LogModel } from './log.model';

/** Logging an act: four fields, then the verdict on the entry's own page. */
@Controller('log')
export class LogPage {
  constructor(
    private readonly model: LogModel,
    private readonly efforts: Efforts,
  ) {}

  @Get()
  @View('log/new')
  show(@CurrentActor() actor: Actor, @Query() query: FormBody): Promise<PageModel> {
    return this.model.page(actor, { plan: oneOf(query.plan), recommendation: oneOf(query.recommendation) });
  }

  @Post()
  @View('log/new')
  async log(@CurrentActor() actor: Actor, @Body() body: FormBody): Promise<PageResult> {
    const told = await this.model.withPlan(actor, body);
    return submit(NewEffortInput, told, {
      act: (effort) => this.efforts.record(actor, effort),
      then: ({ id }) => `/efforts/${id}?done=effort-logged`,
      again: () => this.model.page(actor, { plan: oneOf(told.planId) }, told),
      lists: ENTRY_LISTS,
    });
  }
}
