import type { Actor } from '@demarche/access';
import {
  type AmendedStatistic,
  AmendedStatisticInput,
  type NewStatistic,
  NewStatisticInput,
  Statistics,
} from '@demarche/progress';
import { Controller, Get, Param, Post, Put } from '@nestjs/common';
import { CurrentActor } from '../../http/decorators';
import { Input } from '../../http/input.decorator';
import { listingOf, type PageAsked, PageInput } from '../../http/listing';
import { Operation } from '../../http/operation';

/** Law-enforcement figures, with the verdict of the acceptance rule. */
@Controller('api/v1')
export class StatisticsApi {
  constructor(private readonly statistics: Statistics) {}

  @Get('plans/:planId/statistics')
  @Operation({ summary: 'List the figures of a plan', answer: 'Figures, the latest period first.' })
  async of(
    @CurrentActor() actor: Actor,
    @Param('planId') planId: string,
    @Input(PageInput) asked: PageAsked,
  ) {
    return listingOf(await this.statistics.of(actor, planId), asked);
  }

  @Post('plans/:planId/statistics')
  @Operation({
    summary: 'Log a figure',
    answer: 'Its id, its version, and whether it may be used and why. A refused figure is kept too.',
    status: 201,
  })
  record(@CurrentActor() actor: Actor, @Input(NewStatisticInput) statistic: NewStatistic) {
    return this.statistics.record(actor, statistic);
  }

  @Get('statistics/:id')
  @Operation({ summary: 'Read a figure', answer: 'The figure with its verdict and its version.' })
  one(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.statistics.one(actor, id);
  }

  @Put('statistics/:id')
  @Operation({
    summary: 'Change a figure',
    answer: 'Its new version and verdict. What is left out is emptied.',
  })
  amend(@CurrentActor() actor: Actor, @Input(AmendedStatisticInput) statistic: AmendedStatistic) {
    return this.statistics.amend(actor, statistic);
  }
}
