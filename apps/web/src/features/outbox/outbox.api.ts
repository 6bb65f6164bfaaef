import type { Actor } from '@demarche/access';
import { Outbox } from '@demarche/mail';
import { Controller, Get, Param } from '@nestjs/common';
import { CurrentActor } from '../../http/decorators';
import { Input } from '../../http/api/input.decorator';
import { listingOf, type PageAsked, PageInput } from '../../http/api/listing';
import { Operation } from '../../http/api/operation';
import { OutboxLetterAnswer, OutboxListAnswer } from './outbox.answer';

const MOST = 1_000;

/** The letters in the outbox folder, for administrators of a house without a mail server. */
@Controller('api/v1/outbox')
export class OutboxApi {
  constructor(private readonly outbox: Outbox) {}

  @Get()
  @Operation({
    summary: 'List letters in the outbox',
    answer: `The last ${MOST} letters, newest first.`,
    schema: OutboxListAnswer,
  })
  async list(@CurrentActor() actor: Actor, @Input(PageInput) asked: PageAsked) {
    actor.must('read-outbox');
    return listingOf(await this.outbox.messages(MOST), asked);
  }

  @Get(':name')
  @Operation({
    summary: 'Read a letter',
    answer: 'The letter’s headers and text.',
    schema: OutboxLetterAnswer,
  })
  one(@CurrentActor() actor: Actor, @Param('name') name: string) {
    actor.must('read-outbox');
    return this.outbox.message(name);
  }
}
