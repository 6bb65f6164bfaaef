import { Store } from '@demarche/store';
import { Controller, Get, Res } from '@nestjs/common';
import { Open } from '../../http/decorators';
import type { WebReply } from '../../http/web-request';

/** For proxies and container hosts: whether the process lives, and whether it can do its work. */
@Controller('health')
@Open()
export class HealthApi {
  constructor(private readonly store: Store) {}

  /** Answers while the process lives. */
  @Get('live')
  live() {
    return { status: 'live' };
  }

  /** Answers 200 while the database answers, 503 otherwise. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: WebReply) {
    const answers = await this.store.answers();
    void reply.status(answers ? 200 : 503);
    return { status: answers ? 'ready' : 'the database does not answer' };
  }
}
