import type { Actor } from '@demarche/access';
import { Controller, Get } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import type { PageModel } from '../../http/views/page-result';
import { StatusModel } from './status.model';

/** Whether the house works: reminders, the chain of the trail, the database, the bells. */
@Controller('status')
export class StatusPage {
  constructor(private readonly model: StatusModel) {}

  @Get()
  @View('status/show')
  show(@CurrentActor() actor: Actor): Promise<PageModel> {
    return this.model.page(actor);
  }
}
