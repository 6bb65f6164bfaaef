import { ROWS_A_PAGE } from '@demarche/base';
import type { Actor } from '@demarche/access';
import { Notices } from '@demarche/notices';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { CurrentActor } from '../../http/decorators';
import { Input } from '../../http/api/input.decorator';
import { type PageAsked, PageInput, turnedTo } from '../../http/api/listing';
import { Operation } from '../../http/api/operation';
import { AccountListAnswer, AccountMeAnswer, AccountReadAnswer } from './account.answer';

/** Whose token this is, and what that person was told. */
@Controller('api/v1')
export class AccountApi {
  constructor(private readonly notices: Notices) {}

  @Get('me')
  @Operation({
    summary: 'Whose token is this?',
    answer: 'The person’s id, name, role and posts.',
    schema: AccountMeAnswer,
  })
  me(@CurrentActor() { userId, name, role, postIds }: Actor) {
    return { userId, name, role, postIds };
  }

  @Get('notices')
  @Operation({
    summary: 'List one’s own notices',
    answer: `Notices, newest first, ${ROWS_A_PAGE} a page.`,
    schema: AccountListAnswer,
  })
  async list(@CurrentActor() actor: Actor, @Input(PageInput) asked: PageAsked) {
    return turnedTo(await this.notices.of(actor, asked.page), asked);
  }

  @Post('notices/:id/read')
  @Operation({
    summary: 'Mark a notice as read',
    answer: 'Nothing more than that it was done.',
    schema: AccountReadAnswer,
  })
  async read(@CurrentActor() actor: Actor, @Param('id') id: string) {
    await this.notices.markRead(actor, id);
    return { done: true };
  }
}
