import { Accounts, type Actor, ClosingInput } from '@demarche/access';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, submit } from '../../http/forms/forms';
import type { PageModel, PageResult } from '../../http/views/page-result';
import { NothingAsked } from '../../parts/paging';
import { PeopleModel } from './people.model';
import { changeIn, PersonForm } from './person-change.input';
import { PersonChangeModel } from './person-change.model';

/** A person's life after the account was opened: changed, moved, closed, back again. */
@Controller('people/:id')
export class PersonChangePage {
  constructor(
    private readonly model: PersonChangeModel,
    private readonly people: PeopleModel,
    private readonly accounts: Accounts,
  ) {}

  @Get('edit')
  @View('people/edit')
  edit(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.model.changing(actor, id);
  }

  @Post('edit')
  @View('people/edit')
  amend(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody): Promise<PageResult> {
    return submit(PersonForm, body, {
      act: (form) => this.model.amend(actor, id, changeIn(form)),
      then: () => `/people/${id}?done=person-changed`,
      again: () => this.model.changing(actor, id, body),
      lists: ['postIds'],
    });
  }

  @Get('close')
  @View('people/close')
  leave(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.model.closing(actor, id);
  }

  @Post('close')
  @View('people/close')
  close(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody): Promise<PageResult> {
    return submit(ClosingInput, body, {
      act: ({ successorId }) => this.accounts.close(actor, id, successorId),
      then: () => `/people/${id}?done=account-closed`,
      again: () => this.model.closing(actor, id),
    });
  }

  @Post('reopen')
  @View('people/show')
  reopen(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody): Promise<PageResult> {
    return submit(NothingAsked, body, {
      act: () => this.accounts.reopen(actor, id),
      then: () => `/people/${id}?done=account-reopened`,
      again: () => this.people.person(actor, id),
    });
  }
}
