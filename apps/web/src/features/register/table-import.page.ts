import type { Actor } from '@demarche/access';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, submit } from '../../http/forms';
import type { PageModel, PageResult } from '../../http/page-result';
import { refusedFile, TableForm } from './register-forms';
import { tableFormOf } from './table-file';
import { RegisterImportModel } from './table-import.model';

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
    const { told, fault } = tableFormOf(body);
    return submit(fault === null ? TableForm : refusedFile(fault), told, {
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
