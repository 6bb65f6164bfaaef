import type { Actor } from '@demarche/access';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import type { FormBody } from '../../http/forms/forms';
import { CountedAs } from '../../http/guards/limits.guard';
import type { Download, PageModel } from '../../http/views/page-result';
import { ProgressAsked } from './progress-asked';
import { ProgressModel } from './progress.model';
import { filterOf } from '../../parts/address';

/** What was logged against a plan, all of it or for one recommendation. */
@Controller('plans/:planId')
export class ProgressPage {
  constructor(private readonly model: ProgressModel) {}

  @Get('progress')
  @View('log/progress')
  list(
    @CurrentActor() actor: Actor,
    @Param('planId') planId: string,
    @Query() query: FormBody,
  ): Promise<PageModel> {
    return this.model.list(actor, planId, filterOf(ProgressAsked, query));
  }

  @Get('progress.csv')
  @CountedAs('export')
  @View('log/progress')
  csv(
    @CurrentActor() actor: Actor,
    @Param('planId') planId: string,
    @Query() query: FormBody,
  ): Promise<Download> {
    return this.model.csv(actor, planId, filterOf(ProgressAsked, query));
  }
}
