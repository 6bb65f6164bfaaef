import type { Actor } from '@demarche/access';
import { Controller, Get } from '@nestjs/common';
import { CurrentActor } from '../../http/decorators';
import { Operation } from '../../http/api/operation';
import { StatusModel } from './status.model';
import { InstallationStatusAnswer } from './status.answer';

/** How the house stands, for administrators. */
@Controller('api/v1')
export class StatusApi {
  constructor(private readonly status: StatusModel) {}

  @Get('status')
  @Operation({
    summary: 'See whether the house works',
    answer: 'Reminders by state and the oldest one that is late, the trail’s chain, the database, the bells.',
    schema: InstallationStatusAnswer,
  })
  now(@CurrentActor() actor: Actor) {
    return this.status.now(actor);
  }
}
