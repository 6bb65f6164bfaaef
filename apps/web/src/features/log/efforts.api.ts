import type { Actor } from '@demarche/access';
import {
  type AmendedEffort,
  AmendedEffortInput,
  Efforts,
  EffortWithdrawal,
  isStanding,
  type MovedEffort,
  MovedEffortInput,
  type NewEffort,
  NewEffortInput,
  RestoreInput,
  type Restoring,
  type Withdrawal,
  WithdrawalInput,
} from '@demarche/progress';
import { Controller, Get, Param, Post, Put } from '@nestjs/common';
import { CurrentActor } from '../../http/decorators';
import { Input } from '../../http/api/input.decorator';
import { listingOf } from '../../http/api/listing';
import { type EntriesAsked, EntriesInput } from '../../parts/entries-asked';
import { Operation } from '../../http/api/operation';
import { EffortReceiptAnswer, EffortViewAnswer, EffortsOfAnswer, EffortsWordingsAnswer } from './log.answer';

/** What governments did, with the verdict of the credit rule. */
@Controller('api/v1')
export class EffortsApi {
  constructor(
    private readonly efforts: Efforts,
    private readonly withdrawal: EffortWithdrawal,
  ) {}

  @Get('plans/:planId/efforts')
  @Operation({
    summary: 'List the acts logged against a plan',
    answer: 'Efforts that stand, the latest day first; with `withdrawn=true` those that were withdrawn.',
    schema: EffortsOfAnswer,
  })
  async of(
    @CurrentActor() actor: Actor,
    @Param('planId') planId: string,
    @Input(EntriesInput) { withdrawn, ...asked }: EntriesAsked,
  ) {
    const efforts = await this.efforts.everOf(actor, planId);
    return listingOf(
      efforts.filter((effort) => isStanding(effort) !== withdrawn),
      asked,
    );
  }

  @Post('plans/:planId/efforts')
  @Operation({
    summary: 'Log an act',
    answer: 'Its id, its version, whether it earns credit, why, and what is missing.',
    status: 201,
    schema: EffortReceiptAnswer,
  })
  record(@CurrentActor() actor: Actor, @Input(NewEffortInput) effort: NewEffort) {
    return this.efforts.record(actor, effort);
  }

  @Get('efforts/:id')
  @Operation({
    summary: 'Read an act',
    answer: 'The effort with its verdict and its version.',
    schema: EffortViewAnswer,
  })
  one(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.efforts.one(actor, id);
  }

  @Get('efforts/:id/wordings')
  @Operation({
    summary: 'Read what an act said before',
    answer: 'Earlier wordings, the oldest first.',
    schema: EffortsWordingsAnswer,
  })
  async wordings(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return { rows: await this.efforts.wordingsOf(actor, id) };
  }

  @Put('efforts/:id')
  @Operation({
    summary: 'Change an act',
    answer: 'Its new version and verdict. What is left out is emptied.',
    schema: EffortReceiptAnswer,
  })
  amend(@CurrentActor() actor: Actor, @Input(AmendedEffortInput) effort: AmendedEffort) {
    return this.efforts.amend(actor, effort);
  }

  @Post('efforts/:id/withdraw')
  @Operation({
    summary: 'Withdraw an act',
    answer: 'Its new version. It is kept with the reason, counts nowhere and completes nothing.',
    schema: EffortReceiptAnswer,
  })
  withdraw(@CurrentActor() actor: Actor, @Input(WithdrawalInput) withdrawal: Withdrawal) {
    return this.withdrawal.withdraw(actor, withdrawal);
  }

  @Post('efforts/:id/restore')
  @Operation({
    summary: 'Restore a withdrawn act',
    answer: 'Its new version and verdict. It counts again.',
    schema: EffortReceiptAnswer,
  })
  restore(@CurrentActor() actor: Actor, @Input(RestoreInput) restoring: Restoring) {
    return this.withdrawal.restore(actor, restoring);
  }

  @Post('efforts/:id/move')
  @Operation({
    summary: 'Move an act to another plan',
    answer: 'The id, version and verdict of the act as logged anew there. The old one is withdrawn.',
    status: 201,
    schema: EffortReceiptAnswer,
  })
  move(@CurrentActor() actor: Actor, @Input(MovedEffortInput) effort: MovedEffort) {
    return this.withdrawal.move(actor, effort);
  }
}
