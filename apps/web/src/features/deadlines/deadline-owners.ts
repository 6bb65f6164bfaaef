import { type Actor, type Role, Users } from '@demarche/access';
import type { Choice } from '@demarche/words';
import { Injectable } from '@nestjs/common';

const WASHINGTON = ['desk-officer', 'manager'] as const;
/** In which order people are offered: those of posts first. */
const ORDER: readonly Role[] = ['post-officer', ...WASHINGTON];

/** Who may own deadlines, as far as the person asking has to do with them. */
@Injectable()
export class DeadlineOwners {
  constructor(private readonly users: Users) {}

  /** Washington's people and, where a post owes it, the people of that post; the title tells like names apart. */
  around(actor: Actor, postId: string | null): Promise<Choice[]> {
    return this.among(actor.limitedTo === null ? WASHINGTON : [], postId === null ? [] : [postId]);
  }

  /** Everybody whose deadlines the actor may see on the board. */
  onBoard(actor: Actor): Promise<Choice[]> {
    return this.among(actor.limitedTo === null ? ORDER : [], actor.limitedTo ?? []);
  }

  private async among(roles: readonly Role[], postIds: readonly string[]): Promise<Choice[]> {
    const people = await this.users.among({ roles, postIds });
    const place = (role: Role) => (ORDER.indexOf(role) + ORDER.length + 1) % (ORDER.length + 1);
    return people
      .sort((a, b) => place(a.role) - place(b.role))
      .map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }));
  }
}
