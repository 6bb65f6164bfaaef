import type { Actor } from '@demarche/access';
import { Body, Controller, Get, Post } from '@nestjs/common';
import type { z } from 'zod';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, submit } from '../../http/forms/forms';
import type { PageModel, PageResult } from '../../http/views/page-result';
import { refusedFile, textFormOf } from '../../http/forms/text-file';
import { TableForm } from './register-forms';
import { RegisterImportModel } from './table-import.model';

const TABLE_FILE = {
  tooBig: 'The file is too big for a page. Load it with the command line.',
  empty: 'The file is empty. Choose the file that holds the table.',
};

/** Larger tables for the register: first a check that changes nothing, then the load. */
@Controller('register/import')
export class RegisterImportPage {
  constructor(private readonly model: RegisterImportModel) {}

  @Get()
  @View('register/import')
  blank(@CurrentActor() actor: Actor): PageModel {
    return this.model.blank(actor);
  }

  /** Nothing is written: the answer says what a load would do. */
  @Post('check')
  @View('register/import')
  check(@CurrentActor() actor: Actor, @Body() body: FormBody): Promise<PageResult> {
    const { told, fault } = textFormOf(body, TABLE_FILE);
    return submit(fault === null ? TableForm : refusedFile<z.output<typeof TableForm>>(fault), told, {
      act: (table) => this.model.checked(actor, table),
      then: (shown) => shown,
      again: () => this.model.blank(actor),
    });
  }

  /** The report stands on the page that answers; sent again, the same form shows the same report. */
  @Post()
  @View('register/import')
  load(@CurrentActor() actor: Actor, @Body() body: FormBody): Promise<PageResult> {
    return submit(TableForm, body, {
      act: (table) => this.model.loaded(actor, table),
      then: (shown) => shown,
      again: () => this.model.blank(actor),
    });
  }
}
