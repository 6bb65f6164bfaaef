import type { Actor } from '@demarche/access';
import {
  type CableImport,
  CableImportInput,
  type CableText,
  CableTextInput,
  CableChecking,
  CableImporting,
} from '@demarche/plans';
import { Controller, Post } from '@nestjs/common';
import { CurrentActor } from '../../http/decorators';
import { Input } from '../../http/api/input.decorator';
import { Operation } from '../../http/api/operation';
import { CableCheckAnswer, CablesImportAnswer } from './cables.answer';

/** Plans from cables: first a check that makes nothing, then the import. */
@Controller('api/v1/cables')
export class CablesApi {
  constructor(
    private readonly checking: CableChecking,
    private readonly importing: CableImporting,
  ) {}

  @Post('check')
  @Operation({
    summary: 'Check a cable',
    answer: 'What was read, what was odd, what an import would make, and what stands in its way.',
    schema: CableCheckAnswer,
  })
  check(@CurrentActor() actor: Actor, @Input(CableTextInput) { text }: CableText) {
    return this.checking.check(actor, text);
  }

  @Post('import')
  @Operation({
    summary: 'Make a plan from a cable',
    answer: 'The id of the new plan and the number of its recommendations: all of it or nothing.',
    status: 201,
    schema: CablesImportAnswer,
  })
  import(@CurrentActor() actor: Actor, @Input(CableImportInput) cable: CableImport) {
    return this.importing.import(actor, cable);
  }
}
