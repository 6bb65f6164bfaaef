import { ROWS_A_PAGE } from '@demarche/base';
import type { Actor } from '@demarche/access';
import { Notices } from '@demarche/notices';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, freshForm, submit } from '../../http/forms/forms';
import type { PageModel, PageResult } from '../../http/views/page-result';
import { NothingAsked, pageNumber } from '../../parts/paging';

const TITLE = 'Notices';

/** What a person was told on screen, newest first; each is marked read by hand. */
@Controller('notices')
export class NoticesPage {
  constructor(private readonly notices: Notices) {}

  @Get()
  @View('notices/list')
  async show(@CurrentActor() actor: Actor, @Query('page') asked?: string): Promise<PageModel> {
    const page = pageNumber(asked);
    const rows = await this.notices.of(actor, page);
    const older = rows.length === ROWS_A_PAGE ? `/notices?page=${page + 1}` : null;
    const newer = page > 1 ? `/notices?page=${page - 1}` : null;
    return { title: TITLE, context: contextOf(rows.length), rows, older, newer, form: freshForm() };
  }

  @Post(':id/read')
  @View('notices/list')
  read(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody): Promise<PageResult> {
    return submit(NothingAsked, body, {
      act: () => this.notices.markRead(actor, id),
      then: () => '/notices?done=notice-read',
      again: () => this.show(actor),
    });
  }
}

function contextOf(rows: number): string | null {
  return rows === 0 ? null : 'What concerns you, newest first. Reminders also go to you by mail.';
}
