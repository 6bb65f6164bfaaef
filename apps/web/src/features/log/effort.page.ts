import type { Actor } from '@demarche/access';
import { AmendedEffortInput, Efforts } from '@demarche/progress';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, submit } from '../../http/forms';
import type { PageModel, PageResult } from '../../http/page-result';
import { EffortsModel } from './effort.model';
import { ENTRY_LISTS } from './log-fields';

/** One logged act: whether it counts and why, and the place to add what is missing. */
@Controller('efforts')
export class EffortsPage {
  constructor(
    private readonly model: EffortsModel,
    private readonly efforts: Efforts,
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
}
