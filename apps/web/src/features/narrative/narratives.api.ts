import type { Actor } from '@demarche/access';
import { Narratives, type ScaleChoice, ScaleChoiceInput } from '@demarche/narratives';
import { Controller, Get, Param, Put } from '@nestjs/common';
import { CurrentActor } from '../../http/decorators';
import { Input } from '../../http/api/input.decorator';
import { Operation } from '../../http/api/operation';
import { AssembledNarrativeAnswer, NarrativesChooseAnswer } from './narrative.answer';

/** The interim assessment of one country: its sentences and what they rest on. */
@Controller('api/v1/plans/:planId/narrative')
export class NarrativesApi {
  constructor(private readonly narratives: Narratives) {}

  @Get()
  @Operation({
    summary: 'Assemble the narrative of a plan',
    answer:
      'Passages with the entries they rest on, what earned no credit and why, and what may not be said.',
    schema: AssembledNarrativeAnswer,
  })
  assemble(@CurrentActor() actor: Actor, @Param('planId') planId: string) {
    return this.narratives.assemble(actor, planId);
  }

  @Put('scale')
  @Operation({
    summary: 'Choose the measure of the opening sentence',
    answer: 'The new version. The first choice is made on version 0.',
    schema: NarrativesChooseAnswer,
  })
  async choose(@CurrentActor() actor: Actor, @Input(ScaleChoiceInput) choice: ScaleChoice) {
    return { version: await this.narratives.chooseScale(actor, choice) };
  }
}
