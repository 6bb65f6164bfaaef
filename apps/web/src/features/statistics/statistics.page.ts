import type { Actor } from '@demarche/access';
import { AmendedStatisticInput, NewStatisticInput, Statistics } from '@demarche/progress';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, submit } from '../../http/forms';
import type { Download, PageModel, PageResult } from '../../http/page-result';
import { StatisticsModel } from './statistics.model';

/** Law-enforcement figures: whether each may be used, and what to ask back when it may not. */
@Controller()
export class StatisticsPage {
  constructor(
    private readonly model: StatisticsModel,
    private readonly statistics: Statistics,
  ) {}

  @Get('plans/:planId/statistics')
  @View('statistics/list')
  list(@CurrentActor() actor: Actor, @Param('planId') planId: string): Promise<PageModel> {
    return this.model.list(actor, planId);
  }

  @Get('plans/:planId/statistics.csv')
  @View('statistics/list')
  csv(@CurrentActor() actor: Actor, @Param('planId') planId: string): Promise<Download> {
    return this.model.csv(actor, planId);
  }

  @Get('plans/:planId/statistics/new')
  @View('statistics/new')
  ask(@CurrentActor() actor: Actor, @Param('planId') planId: string): Promise<PageModel> {
    return this.model.asked(actor, planId);
  }

  @Post('plans/:planId/statistics')
  @View('statistics/new')
  log(
    @CurrentActor() actor: Actor,
    @Param('planId') planId: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    return submit(
      NewStatisticInput,
      { ...body, planId },
      {
        act: (figure) => this.statistics.record(actor, figure),
        then: ({ id }) => `/statistics/${id}?done=statistic-logged`,
        again: () => this.model.asked(actor, planId),
      },
    );
  }

  @Get('statistics/:id')
  @View('statistics/show')
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.model.page(actor, id);
  }

  @Post('statistics/:id')
  @View('statistics/show')
  amend(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody): Promise<PageResult> {
    return submit(
      AmendedStatisticInput,
      { ...body, id },
      {
        act: (figure) => this.statistics.amend(actor, figure),
        then: () => `/statistics/${id}?done=statistic-amended`,
        again: () => this.model.page(actor, id, body),
      },
    );
  }
}
