import type { Actor } from '@demarche/access';
import {
  type AmendedEffort,
  AmendedEffortInput,
  Efforts,
  type NewEffort,
  NewEffortInput,
} from '@demarche/progress';
import { Controller, Get, Param, Post, Put } from '@nestjs/common';
import { CurrentActor } from '../../http/decorators';
import { Input } from '../../http/input.decorator';
import { listingOf, type PageAsked, PageInput } from '../../http/listing';
import { Operation } from '../../http/operation';

/** What governments did, with the verdict of the credit rule. */
@Controller('api/v1')
export class EffortsApi {
  constructor(private readonly efforts: Efforts) {}

  @Get('plans/:planId/efforts')
  @Operation({ summary: 'List the acts logged against a plan', answer: 'Efforts, the latest day first.' })
  async of(
    @CurrentActor() actor: Actor,
    @Param('planId') planId: string,
    @Input(PageInput) asked: PageAsked,
  ) {
    return listingOf(await this.efforts.of(actor, planId), asked);
  }

  @Post('plans/:planId/efforts')
  @Operation({
    summary: 'Log an act',
    answer: 'Its id, its version, whether it earns credit, why, and what is missing.',
    status: 201,
  })
  record(@CurrentActor() actor: Actor, @Input(NewEffortInput) effort: NewEffort) {
    return this.efforts.record(actor, effort);
  }

  @Get('efforts/:id')
  @Operation({ summary: 'Read an act', answer: 'The effort with its verdict and its version.' })
  one(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.efforts.one(actor, id);
  }

  @Get('efforts/:id/wordings')
  @Operation({ summary: 'Read what an act said before', answer: 'Earlier wordings, the oldest first.' })
  async wordings(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return { rows: await this.efforts.wordingsOf(actor, id) };
  }

  @Put('efforts/:id')
  @Operation({
    summary: 'Change an act',
    answer: 'Its new version and verdict. What is left out is emptied.',
  })
  amend(@CurrentActor() actor: Actor, @Input(AmendedEffortInput) effort: AmendedEffort) {
    return this.efforts.amend(actor, effort);
  }
}
