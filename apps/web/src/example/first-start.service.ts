import { Keys, type NewUser, type Person, SYSTEM_ACTOR, Users } from '@demarche/access';
import { SETTINGS, type Settings } from '@demarche/base';
import { FIRST_START, Installation } from '@demarche/store';
import { Inject, Injectable } from '@nestjs/common';
import { ExampleLoader } from './example-loader.service';

const FIRST_ADMINISTRATOR: NewUser = {
  email: 'administrator@localhost',
  name: 'First administrator',
  title: 'Administrator',
  role: 'administrator',
  postIds: [],
};

/** Prepares a database that has just been opened, and says how to come in. */
@Injectable()
export class FirstStart {
  constructor(
    private readonly users: Users,
    private readonly keys: Keys,
    private readonly example: ExampleLoader,
    private readonly installation: Installation,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Fills an empty database as the settings ask, and returns the lines to print; `{address}` stands for ours. */
  async prepare(): Promise<string[]> {
    const ready = 'Demarche is ready at {address}';
    const administrator: string[] = [];
    await this.installation.once(FIRST_START, 'done', async () => {
      if ((await this.users.list(SYSTEM_ACTOR)).length > 0) return;
      if (this.settings.demo) await this.example.load();
      else administrator.push(...(await this.firstAdministrator()));
    });
    await this.example.recallClock();
    return [ready, ...administrator, ...(this.settings.demo ? await this.demoLines() : [])];
  }

  private async demoLines(): Promise<string[]> {
    const people = await this.users.demoPeople();
    const lines = await Promise.all(people.map((person) => this.linkLine(person)));
    const heading = 'The worked example is loaded. One sign-in link for each demo person; each works once:';
    return people.length > 0 ? ['', heading, ...lines] : [];
  }

  private async firstAdministrator(): Promise<string[]> {
    const id = await this.users.create(SYSTEM_ACTOR, FIRST_ADMINISTRATOR);
    const secret = await this.keys.issueLink(SYSTEM_ACTOR, id);
    const heading =
      'The database is empty. This link signs in the first administrator; it works once, for one day:';
    return ['', heading, `  {address}/sign-in/link/${secret}`];
  }

  private async linkLine(person: Person): Promise<string> {
    const secret = await this.keys.issueLink(SYSTEM_ACTOR, person.id);
    return `  ${person.name.padEnd(26)} {address}/sign-in/link/${secret}`;
  }
}
