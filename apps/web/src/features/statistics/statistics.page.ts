import type { Actor } from '@demarche/access';
import {
  AmendedStatisticInput,
  NewStatisticInput,
  RestoreInput,
  Statistics,
  StatisticWithdrawal,
  WithdrawalInput,
} from '@demarche/progress';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, submit } from '../../http/forms/forms';
import { CountedAs } from '../../http/guards/limits.guard';
import type { Download, PageModel, PageResult } from '../../http/views/page-result';
import { StatisticListModel } from './statistic-list.model';
import { StatisticsModel } from './statistics.model';

/** Law-enforcement figures: whether each may be used, and what to ask back when it may not. */
@Controller()
export class StatisticsPage {
  constructor(
    private readonly model: StatisticsModel,
    private readonly figures: StatisticListModel,
    private readonly statistics: Statistics,
    private readonly withdrawal: StatisticWithdrawal,
  ) {}

  @Get('plans/:planId/statistics')
  @View('statistics/list')
  list(
    @CurrentActor() actor: Actor,
    @Param('planId') planId: string,
    @Query() query: FormBody,
  ): Promise<PageModel> {
    return this.figures.list(actor, planId, query);
  }

  @Get('plans/:planId/statistics.csv')
  @CountedAs('export')
  @View('statistics/list')
  csv(
    @CurrentActor() actor: Actor,
    @Param('planId') planId: string,
    @Query() query: FormBody,
  ): Promise<Download> {
    return this.figures.csv(actor, planId, query);
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

  @Get('statistics/:id/withdraw')
  @View('statistics/withdraw')
  leave(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.model.withdrawing(actor, id);
  }

  @Post('statistics/:id/withdraw')
  @View('statistics/withdraw')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    const given = { ...body, id };
    return submit(WithdrawalInput, given, {
      act: (withdrawal) => this.withdrawal.withdraw(actor, withdrawal),
      then: () => `/statistics/${id}?done=entry-withdrawn`,
      again: () => this.model.withdrawing(actor, id, body),
    });
  }

  @Post('statistics/:id/restore')
  @View('statistics/show')
  restore(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    const given = { ...body, id };
    return submit(RestoreInput, given, {
      act: (restoring) => this.withdrawal.restore(actor, restoring),
      then: () => `/statistics/${id}?done=entry-restored`,
      again: () => this.model.page(actor, id),
    });
  }
}
