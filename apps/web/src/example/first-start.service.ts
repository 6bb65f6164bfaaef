import { Keys, SYSTEM_ACTOR, Users } from '@demarche/access';
import { SETTINGS, type Settings } from '@demarche/base';
import { Register } from '@demarche/register';
import { Inject, Injectable } from '@nestjs/common';

/** Prepares a database that has just been opened, and says how to come in. */
@Injectable()
export class FirstStart {
  constructor(
    private readonly users: Users,
    private readonly keys: Keys,
    private readonly register: Register,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Fills an empty database as the settings ask, and returns the lines to print; `{address}` stands for ours. */
  async prepare(): Promise<string[]> {
    const people = await this.users.list(SYSTEM_ACTOR);
    if (people.length === 0) return ['Demarche is ready at {address}'];
    return ['Demarche is ready at {address}'];
  }
}
