import { type Actor, type Person, Users } from '@demarche/access';
import type { Choice } from '@demarche/words';
import { Injectable } from '@nestjs/common';

/** Who may own deadlines, as far as the person asking has to do with them. */
@Injectable()
export class DeadlineOwners {
  constructor(private readonly users: Users) {}

  /** Washington's people and, where a post owes it, the people of that post; the title tells like names apart. */
  async around(actor: Actor, postId: string | null): Promise<Choice[]> {
    const washington = actor.limitedTo === null ? await this.washington() : [];
    const post = postId === null ? [] : await this.users.ofPost(postId);
    return choicesFrom([...post, ...washington]);
  }

  /** Everybody whose deadlines the actor may see on the board. */
  async onBoard(actor: Actor): Promise<Choice[]> {
    const posts = actor.limitedTo ?? [];
    const officers =
      actor.limitedTo === null
        ? await this.users.withRole('post-officer')
        : (await Promise.all(posts.map((postId) => this.users.ofPost(postId)))).flat();
    return choicesFrom([...officers, ...(actor.limitedTo === null ? await this.washington() : [])]);
  }

  private async washington(): Promise<Person[]> {
    return [...(await this.users.withRole('desk-officer')), ...(await this.users.withRole('manager'))];
  }
}

function choicesFrom(people: Person[]): Choice[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  return [...byId.values()].map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }));
}
