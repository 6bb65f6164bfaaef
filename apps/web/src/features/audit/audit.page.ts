import type { Actor } from '@demarche/access';
import { Controller, Get, Query } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import type { FormBody } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';
import { AuditModel } from './audit.model';

/** The audit trail: who changed what, and whether the chain of entries is whole. */
@Controller('audit')
export class AuditPage {
  constructor(private readonly model: AuditModel) {}

  @Get()
  @View('audit/list')
  show(@CurrentActor() actor: Actor, @Query() query: FormBody): Promise<PageModel> {
    return this.model.page(actor, query);
  }
}
