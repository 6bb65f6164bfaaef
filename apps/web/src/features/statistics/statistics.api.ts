import type { Actor } from '@demarche/access';
import {
  type AmendedStatistic,
  AmendedStatisticInput,
  isStanding,
  type NewStatistic,
  NewStatisticInput,
  RestoreInput,
  type Restoring,
  Statistics,
  StatisticWithdrawal,
  type Withdrawal,
  WithdrawalInput,
} from '@demarche/progress';
import { Controller, Get, Param, Post, Put } from '@nestjs/common';
import { CurrentActor } from '../../http/decorators';
import { Input } from '../../http/api/input.decorator';
import { listingOf } from '../../http/api/listing';
import { type EntriesAsked, EntriesInput } from '../../parts/entries-asked';
import { Operation } from '../../http/api/operation';
import {
  StatisticReceiptAnswer,
  StatisticViewAnswer,
  StatisticsOfAnswer,
  StatisticsWordingsAnswer,
} from './statistics.answer';

/** Law-enforcement figures, with the verdict of the acceptance rule. */
@Controller('api/v1')
export class StatisticsApi {
  constructor(
    private readonly statistics: Statistics,
    private readonly withdrawal: StatisticWithdrawal,
  ) {}

  @Get('plans/:planId/statistics')
  @Operation({
    summary: 'List the figures of a plan',
    answer: 'Figures that stand, the latest period first; with `withdrawn=true` those that were withdrawn.',
    schema: StatisticsOfAnswer,
  })
  async of(
    @CurrentActor() actor: Actor,
    @Param('planId') planId: string,
    @Input(EntriesInput) { withdrawn, ...asked }: EntriesAsked,
  ) {
    const figures = await this.statistics.everOf(actor, planId);
    return listingOf(
      figures.filter((figure) => isStanding(figure) !== withdrawn),
      asked,
    );
  }

  @Post('plans/:planId/statistics')
  @Operation({
    summary: 'Log a figure',
    answer: 'Its id, its version, and whether it may be used and why. A refused figure is kept too.',
    status: 201,
    schema: StatisticReceiptAnswer,
  })
  record(@CurrentActor() actor: Actor, @Input(NewStatisticInput) statistic: NewStatistic) {
    return this.statistics.record(actor, statistic);
  }

  @Get('statistics/:id')
  @Operation({
    summary: 'Read a figure',
    answer: 'The figure with its verdict and its version.',
    schema: StatisticViewAnswer,
  })
  one(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.statistics.one(actor, id);
  }

  @Put('statistics/:id')
  @Operation({
    summary: 'Change a figure',
    answer: 'Its new version and verdict. What is left out is emptied.',
    schema: StatisticReceiptAnswer,
  })
  amend(@CurrentActor() actor: Actor, @Input(AmendedStatisticInput) statistic: AmendedStatistic) {
    return this.statistics.amend(actor, statistic);
  }

  @Get('statistics/:id/wordings')
  @Operation({
    summary: 'Read what a figure said before',
    answer: 'Earlier states, the oldest first.',
    schema: StatisticsWordingsAnswer,
  })
  async wordings(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return { rows: await this.statistics.wordingsOf(actor, id) };
  }

  @Post('statistics/:id/withdraw')
  @Operation({
    summary: 'Withdraw a figure',
    answer: 'Its new version. It is kept with the reason and used nowhere.',
    schema: StatisticReceiptAnswer,
  })
  withdraw(@CurrentActor() actor: Actor, @Input(WithdrawalInput) withdrawal: Withdrawal) {
    return this.withdrawal.withdraw(actor, withdrawal);
  }

  @Post('statistics/:id/restore')
  @Operation({
    summary: 'Restore a withdrawn figure',
    answer: 'Its new version and verdict.',
    schema: StatisticReceiptAnswer,
  })
  restore(@CurrentActor() actor: Actor, @Input(RestoreInput) restoring: Restoring) {
    return this.withdrawal.restore(actor, restoring);
  }
}
