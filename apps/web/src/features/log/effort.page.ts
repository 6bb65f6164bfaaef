import type { Actor } from '@demarche/access';
import {
  AmendedEffortInput,
  Efforts,
  EffortWithdrawal,
  MovedEffortInput,
  RestoreInput,
  WithdrawalInput,
} from '@demarche/progress';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, oneOf, submit } from '../../http/forms/forms';
import type { PageModel, PageResult } from '../../http/views/page-result';
import { EffortsModel } from './effort.model';
import { ENTRY_LISTS } from './log-fields';
import { EffortWithdrawalModel } from './withdrawal.model';

/** One logged act: whether it counts and why, the place to add what is missing, and the ways to take it back. */
@Controller('efforts')
export class EffortsPage {
  constructor(
    private readonly model: EffortsModel,
    private readonly efforts: Efforts,
    private readonly ways: EffortWithdrawalModel,
    private readonly withdrawal: EffortWithdrawal,
  ) {}

  @Get(':id')
  @View('log/effort')
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.model.page(actor, id);
  }

  @Post(':id')
  @View('log/effort')
  amend(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody): Promise<PageResult> {
    return submit(
      AmendedEffortInput,
      { ...body, id },
      {
        act: (effort) => this.efforts.amend(actor, effort),
        then: () => `/efforts/${id}?done=effort-amended`,
        again: () => this.model.page(actor, id, body),
        lists: ENTRY_LISTS,
      },
    );
  }

  @Get(':id/withdraw')
  @View('log/withdraw')
  leave(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.ways.withdrawing(actor, id);
  }

  @Post(':id/withdraw')
  @View('log/withdraw')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    const given = { ...body, id };
    return submit(WithdrawalInput, given, {
      act: (withdrawal) => this.withdrawal.withdraw(actor, withdrawal),
      then: () => `/efforts/${id}?done=entry-withdrawn`,
      again: () => this.ways.withdrawing(actor, id, body),
    });
  }

  @Post(':id/restore')
  @View('log/effort')
  restore(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    const given = { ...body, id };
    return submit(RestoreInput, given, {
      act: (restoring) => this.withdrawal.restore(actor, restoring),
      then: () => `/efforts/${id}?done=entry-restored`,
      again: () => this.model.page(actor, id),
    });
  }

  @Get(':id/move')
  @View('log/move')
  elsewhere(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() query: FormBody,
  ): Promise<PageModel> {
    return this.ways.moving(actor, id, { plan: oneOf(query.plan) });
  }

  @Post(':id/move')
  @View('log/move')
  move(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody): Promise<PageResult> {
    const given = { ...body, id };
    return submit(MovedEffortInput, given, {
      act: (effort) => this.withdrawal.move(actor, effort),
      then: (moved) => `/efforts/${moved.id}?done=effort-moved`,
      again: () => this.ways.moving(actor, id, { plan: oneOf(body.planId), typed: body }),
      lists: ENTRY_LISTS,
    });
  }
}
