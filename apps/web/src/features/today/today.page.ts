import type { Actor, Role } from '@demarche/access';
import { Controller, Get, Req } from '@nestjs/common';
import { CurrentActor, Open, View } from '../../http/decorators';
import { type PageResult, Redirect } from '../../http/views/page-result';
import type { WebRequest } from '../../http/web-request';
import { AdministratorHome } from './administrator.model';
import { ClearerHome } from './clearer.model';
import { DeskHome } from './desk.model';
import { ManagerHome } from './manager.model';
import { PostHome } from './post.model';

/** The page on which a day begins: another one for each role. */
@Controller()
export class TodayPage {
  private readonly homes: Record<Role, { page(actor: Actor): Promise<PageResult> }>;

  constructor(
    desk: DeskHome,
    post: PostHome,
    clearer: ClearerHome,
    manager: ManagerHome,
    administrator: AdministratorHome,
  ) {
    this.homes = { 'desk-officer': desk, 'post-officer': post, clearer, manager, administrator };
  }

  @Get()
  @Open()
  @View('sign-in/ask')
  door(@Req() request: WebRequest): Redirect {
    return new Redirect(request.presence ? '/today' : '/sign-in');
  }

  @Get('today')
  @View('today/desk')
  today(@CurrentActor() actor: Actor): Promise<PageResult> {
    return this.homes[actor.role as Role].page(actor);
  }
}
