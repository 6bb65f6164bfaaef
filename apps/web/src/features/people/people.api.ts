import { Accounts, type Actor, Keys, type NewUser, NewUserInput, Users } from '@demarche/access';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { CurrentActor } from '../../http/decorators';
import { PeopleModel } from './people.model';
import { Input } from '../../http/input.decorator';
import { listingOf, type PageAsked, PageInput } from '../../http/listing';
import { Operation } from '../../http/operation';
import {
  AccountAnswer,
  PeopleCloseAnswer,
  PeopleLinkAnswer,
  PeopleListAnswer,
  PeopleOpenAnswer,
} from './people.answer';

/** Accounts, for administrators. */
@Controller('api/v1/people')
export class PeopleApi {
  constructor(
    private readonly accounts: Accounts,
    private readonly users: Users,
    private readonly people: PeopleModel,
    private readonly keys: Keys,
  ) {}

  @Get()
  @Operation({
    summary: 'List accounts',
    answer: 'Accounts by name, the closed ones included, 50 a page.',
    schema: PeopleListAnswer,
  })
  async list(@CurrentActor() actor: Actor, @Input(PageInput) asked: PageAsked) {
    return listingOf(await this.users.list(actor), asked);
  }

  @Post()
  @Operation({
    summary: 'Open an account',
    answer: 'The id of the account.',
    status: 201,
    schema: PeopleOpenAnswer,
  })
  async open(@CurrentActor() actor: Actor, @Input(NewUserInput) person: NewUser) {
    return { id: await this.people.open(actor, person) };
  }

  @Get(':id')
  @Operation({ summary: 'Read an account', answer: 'The person with role and posts.', schema: AccountAnswer })
  one(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.users.account(actor, id);
  }

  @Post(':id/links')
  @Operation({
    summary: 'Issue a sign-in link',
    answer: 'The secret, this once: /sign-in/link/ and the secret signs the person in once, within a day.',
    status: 201,
    schema: PeopleLinkAnswer,
  })
  async link(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return { secret: await this.keys.issueLink(actor, id) };
  }

  @Post(':id/close')
  @Operation({
    summary: 'Close an account',
    answer: 'Nothing more than that it was done.',
    schema: PeopleCloseAnswer,
  })
  async close(@CurrentActor() actor: Actor, @Param('id') id: string) {
    await this.accounts.close(actor, id);
    return { done: true };
  }
}
