import { IntegrityWatch, Store } from '@demarche/store';
import { Controller, Get, Res } from '@nestjs/common';
import { Open } from '../../http/decorators';
import type { WebReply } from '../../http/web-request';

/** For proxies and container hosts: whether the process lives, and whether it can do its work. */
@Controller('health')
@Open()
export class HealthApi {
  constructor(
    private readonly store: Store,
    private readonly integrity: IntegrityWatch,
  ) {}

  /** Answers while the process lives. */
  @Get('live')
  live() {
    return { status: 'live' };
  }

  /** Answers 200 while the database answers and is whole, 503 otherwise. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: WebReply) {
    const fault = await this.fault();
    void reply.status(fault === null ? 200 : 503);
    return { status: fault ?? 'ready' };
  }

  private async fault(): Promise<string | null> {
    if (this.integrity.isDamaged) return 'the database file is damaged';
    return (await this.store.answers()) ? null : 'the database does not answer';
  }
}
