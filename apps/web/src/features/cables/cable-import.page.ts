import type { Actor } from '@demarche/access';
import { CableImportInput, CableTextInput, CableImporting } from '@demarche/plans';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, submit } from '../../http/forms/forms';
import { type PageModel, type PageResult, Shown } from '../../http/views/page-result';
import { refusedFile, textFormOf, unixLines } from '../../http/forms/text-file';
import { CableImportModel } from './cable-import.model';

const CABLE_FILE = {
  tooBig: 'The file is too big. A cable may have at most 1 MB; check that this is the right file.',
  empty: 'The file is empty. Choose the file that holds the text of the cable.',
};

/** From a cable to a plan: give the text, check what was read, confirm. Nothing is made before that. The cable is kept. */
@Controller('plans')
export class CableImportPage {
  constructor(
    private readonly model: CableImportModel,
    private readonly importing: CableImporting,
  ) {}

  @Get('import')
  @View('cables/ask')
  ask(@CurrentActor() actor: Actor): PageModel {
    return this.model.asking(actor);
  }

  @Post('import')
  @View('cables/ask')
  check(@CurrentActor() actor: Actor, @Body() body: FormBody): Promise<PageResult> {
    const { told, fault } = textFormOf(body, CABLE_FILE);
    return submit(fault === null ? CableTextInput : refusedFile<{ text: string }>(fault), told, {
      act: ({ text }) => this.model.checking(actor, text),
      then: (checked) => new Shown(checked, { view: 'cables/check' }),
      again: () => this.model.asking(actor),
    });
  }

  @Post('import/confirm')
  @View('cables/check')
  confirm(@CurrentActor() actor: Actor, @Body() body: FormBody): Promise<PageResult> {
    const told = { ...body, text: unixLines(body.text) } as FormBody;
    return submit(CableImportInput, told, {
      act: (cable) => this.importing.import(actor, cable),
      then: ({ id }) => `/plans/${id}?done=plan-imported`,
      again: () => this.model.checking(actor, String(told.text ?? ''), told),
    });
  }

  @Get(':id/cable')
  @View('cables/source')
  source(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.model.source(actor, id);
  }
}
