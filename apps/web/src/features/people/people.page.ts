import { type Actor, NewUserInput } from '@demarche/access';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, submit } from '../../http/forms/forms';
import type { PageModel, PageResult } from '../../http/views/page-result';
import { NothingAsked } from '../../parts/paging';
import { PeopleModel } from './people.model';

/** Accounts, for administrators: who there is, opening one, handing out the way in. */
@Controller('people')
export class PeoplePage {
  constructor(private readonly model: PeopleModel) {}

  @Get()
  @View('people/list')
  list(@CurrentActor() actor: Actor, @Query() query: FormBody): Promise<PageModel> {
    return this.model.list(actor, query);
  }

  @Get('new')
  @View('people/new')
  blank(@CurrentActor() actor: Actor): Promise<PageModel> {
    return this.model.blank(actor);
  }

  @Post()
  @View('people/new')
  open(@CurrentActor() actor: Actor, @Body() body: FormBody): Promise<PageResult> {
    return submit(NewUserInput, body, {
      act: (input) => this.model.open(actor, input),
      then: (id) => `/people/${id}?done=account-opened`,
      again: () => this.model.blank(actor),
      lists: ['postIds'],
    });
  }

  @Get(':id')
  @View('people/show')
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.model.person(actor, id);
  }

  /** The link is on the page that answers, and nowhere else. */
  @Post(':id/link')
  @View('people/show')
  link(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody): Promise<PageResult> {
    return submit(NothingAsked, body, {
      act: () => this.model.linkFor(actor, id),
      then: (shown) => shown,
      again: () => this.model.person(actor, id),
    });
  }
}
