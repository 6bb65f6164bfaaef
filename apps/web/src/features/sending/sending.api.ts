import type { Actor } from '@demarche/access';
import { Sending } from '@demarche/reminders';
import type { SendingPause } from '@demarche/store';
import { Controller, Get, Post } from '@nestjs/common';
import { CurrentActor } from '../../http/decorators';
import { Operation } from '../../http/api/operation';
import { SendingAnswer, SendingResumeAnswer } from './sending.answer';

/** Whether mail goes out, for managers and administrators. */
@Controller('api/v1/sending')
export class SendingApi {
  constructor(private readonly sending: Sending) {}

  @Get()
  @Operation({
    summary: 'See whether sending is paused',
    answer: 'The pause with its cause and by how many milliseconds the clock was ahead, or null.',
    schema: SendingAnswer,
  })
  async now(@CurrentActor() actor: Actor) {
    const pause = await this.sending.pause(actor);
    return { isPaused: pause !== null, pause: pause && told(pause) };
  }

  @Post('resume')
  @Operation({
    summary: 'Confirm the time, so that sending goes on',
    answer: 'Nothing more than that it was done; 409 where nothing is paused.',
    schema: SendingResumeAnswer,
  })
  async resume(@CurrentActor() actor: Actor) {
    await this.sending.resume(actor);
    return { done: true };
  }
}

/** As much of a pause as helps whoever has to confirm the time. */
function told({ cause, aheadMilliseconds, machine, readAt }: SendingPause) {
  return { cause, aheadMilliseconds, machine, readAt };
}
