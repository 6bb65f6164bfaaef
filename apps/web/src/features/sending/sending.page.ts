import type { Actor } from '@demarche/access';
import { Sending } from '@demarche/reminders';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, submit } from '../../http/forms/forms';
import type { PageModel, PageResult } from '../../http/views/page-result';
import { NothingAsked } from '../../parts/paging';
import { SendingModel } from './sending.model';

/** Why nothing is sent: for managers and administrators, whom every page leads here while sending is paused. */
@Controller('sending')
export class SendingPage {
  constructor(
    private readonly sending: Sending,
    private readonly model: SendingModel,
  ) {}

  @Get()
  @View('sending/show')
  show(@CurrentActor() actor: Actor): Promise<PageModel> {
    return this.model.page(actor);
  }

  @Post('resume')
  @View('sending/show')
  resume(@CurrentActor() actor: Actor, @Body() body: FormBody): Promise<PageResult> {
    return submit(NothingAsked, body, {
      act: () => this.sending.resume(actor),
      then: () => '/sending?done=sending-resumed',
      again: () => this.show(actor),
    });
  }
}
