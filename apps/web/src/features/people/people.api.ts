import {
  Accounts,
  type Actor,
  type Closing,
  ClosingInput,
  Keys,
  type NewUser,
  NewUserInput,
  type PersonChange,
  PersonChangeInput,
  Users,
} from '@demarche/access';
import { Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { CurrentActor } from '../../http/decorators';
import { PeopleModel } from './people.model';
import { PersonChangeModel } from './person-change.model';
import { Input } from '../../http/api/input.decorator';
import { type PageAsked, PageInput } from '../../http/api/listing';
import { Operation } from '../../http/api/operation';
import {
  AccountAnswer,
  PeopleAmendAnswer,
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
    private readonly changes: PersonChangeModel,
    private readonly keys: Keys,
  ) {}

  @Get()
  @Operation({
    summary: 'List accounts',
    answer: 'Accounts by name, the closed ones included, 50 a page.',
    schema: PeopleListAnswer,
  })
  list(@CurrentActor() actor: Actor, @Input(PageInput) { page }: PageAsked) {
    return this.users.page(actor, page);
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

  @Patch(':id')
  @Operation({
    summary: 'Change a person',
    answer:
      'The new version. Only what is sent changes; postIds are all the posts where the person serves from postsFrom on.',
    schema: PeopleAmendAnswer,
  })
  async amend(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Input(PersonChangeInput) change: PersonChange,
  ) {
    return { version: await this.changes.amend(actor, id, change) };
  }

  @Post(':id/close')
  @Operation({
    summary: 'Close an account',
    answer: 'Nothing more than that it was done. successorId takes over the open deadlines in the same act.',
    schema: PeopleCloseAnswer,
  })
  async close(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Input(ClosingInput) { successorId }: Closing,
  ) {
    await this.accounts.close(actor, id, successorId);
    return { done: true };
  }

  @Post(':id/reopen')
  @Operation({
    summary: 'Open a closed account again',
    answer: 'Nothing more than that it was done. The person comes in by a new link.',
    schema: PeopleCloseAnswer,
  })
  async reopen(@CurrentActor() actor: Actor, @Param('id') id: string) {
    await this.accounts.reopen(actor, id);
    return { done: true };
  }
}
