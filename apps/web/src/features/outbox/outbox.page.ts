import type { Actor } from '@demarche/access';
import { SETTINGS, type Settings } from '@demarche/base';
import { Outbox } from '@demarche/mail';
import { Controller, Get, Inject, Param } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import type { PageModel } from '../../http/views/page-result';

const MOST = 100;

/** The letters in the outbox folder, for a house without a mail server. */
@Controller('outbox')
export class OutboxPage {
  constructor(
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @View('outbox/list')
  async list(@CurrentActor() actor: Actor): Promise<PageModel> {
    actor.must('read-outbox');
    const letters = await this.outbox.messages(MOST);
    const usesServer = this.settings.smtpUrl !== null;
    return { title: 'Outbox', context: null, letters, usesServer, isFull: letters.length === MOST };
  }

  @Get(':name')
  @View('outbox/letter')
  async letter(@CurrentActor() actor: Actor, @Param('name') name: string): Promise<PageModel> {
    actor.must('read-outbox');
    const letter = await this.outbox.message(name);
    const trail = [
      { label: 'Outbox', href: '/outbox' },
      { label: letter.subject, href: null },
    ];
    return { title: letter.subject, context: `To ${letter.to}`, trail, letter };
  }
}
