import type { Actor } from '@demarche/access';
import { type CableHeaderChoice, CableHeaderInput, CableHeaders } from '@demarche/papers';
import { Controller, Get, Param, Put } from '@nestjs/common';
import { CurrentActor } from '../../http/decorators';
import { Input } from '../../http/api/input.decorator';
import { Operation } from '../../http/api/operation';
import { CableHeaderAnswer, CableHeaderChooseAnswer } from './cable-header.answer';

/** Precedence, captions, tags and references of a plan's cables. */
@Controller('api/v1/plans/:planId/cable-header')
export class CableHeaderApi {
  constructor(private readonly headers: CableHeaders) {}

  @Get()
  @Operation({
    summary: 'Read the header of a plan’s cables',
    answer: 'Precedence, captions, tags and references, their version, and whether a person chose them.',
    schema: CableHeaderAnswer,
  })
  read(@CurrentActor() actor: Actor, @Param('planId') planId: string) {
    return this.headers.of(actor, planId);
  }

  @Put()
  @Operation({
    summary: 'Set the header of a plan’s cables',
    answer: 'The new version. The first choice is made on version 0.',
    schema: CableHeaderChooseAnswer,
  })
  async choose(@CurrentActor() actor: Actor, @Input(CableHeaderInput) choice: CableHeaderChoice) {
    return { version: await this.headers.choose(actor, choice) };
  }
}
