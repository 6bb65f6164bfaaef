import type { Actor } from '@demarche/access';
import { Deadlines } from '@demarche/deadlines';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, oneOf, submit } from '../../http/forms/forms';
import { type PageModel, type PageResult, Redirect } from '../../http/views/page-result';
import { NewDeadlineForm } from './deadline-forms';
import { NewDeadlineModel } from './new-deadline.model';

/** Setting deadlines on a plan: one by one, or all that the cycle makes owed. */
@Controller('plans/:planId/deadlines')
export class NewDeadlinePage {
  constructor(
    private readonly model: NewDeadlineModel,
    private readonly deadlines: Deadlines,
  ) {}

  @Get('new')
  @View('deadlines/new')
  ask(
    @CurrentActor() actor: Actor,
    @Param('planId') planId: string,
    @Query() query: FormBody,
  ): Promise<PageModel> {
    return this.model.page(actor, planId, oneOf(query.recommendation));
  }

  @Post()
  @View('deadlines/new')
  set(
    @CurrentActor() actor: Actor,
    @Param('planId') planId: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    return submit(
      NewDeadlineForm,
      { ...body, planId },
      {
        act: ({ place, ...given }) =>
          this.deadlines.set(actor, { ...given, postId: place === 'washington' ? null : place }),
        then: ({ id }) => `/deadlines/${id}?done=deadline-set`,
        again: () => this.model.page(actor, planId),
      },
    );
  }

  @Post('milestones')
  @View('deadlines/new')
  async fromMilestones(@CurrentActor() actor: Actor, @Param('planId') planId: string): Promise<PageResult> {
    const kept = await this.deadlines.setFromMilestones(actor, planId);
    const done = kept.length > 0 ? 'deadlines-set' : 'deadlines-none';
    return new Redirect(`/deadlines?plan=${planId}&done=${done}`);
  }
}
