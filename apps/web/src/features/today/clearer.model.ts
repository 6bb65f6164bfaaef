import { CLOSED_ACCOUNT } from '@demarche/words';
import { type Actor, Users } from '@demarche/access';
import { Register } from '@demarche/register';
import { Review } from '@demarche/review';
import { Injectable } from '@nestjs/common';
import { Shown } from '../../http/views/page-result';
import { waitingInWords, waitingRow } from './releases';

/** Builds the home of a clearer: what waits for me. */
@Injectable()
export class ClearerHome {
  constructor(
    private readonly review: Review,
    private readonly users: Users,
    private readonly register: Register,
  ) {}

  /** The home of a clearer. */
  async page(actor: Actor): Promise<Shown> {
    const releases = await this.review.awaiting(actor);
    const people = await this.users.namedAll(releases.map(({ proposedBy }) => proposedBy));
    const posts = new Map((await this.register.posts()).map(({ id, name }) => [id, name]));
    const rows = releases.map((release) => ({
      ...waitingRow(release),
      by: people.get(release.proposedBy)?.name ?? CLOSED_ACCOUNT,
      post: posts.get(release.postId ?? '') ?? 'Washington',
    }));
    const summary = `${waitingInWords(rows.length)}, the newest first`;
    const model = { title: 'Today', context: 'What waits for you', act: null, rows, summary };
    return new Shown(model, { view: 'today/clearer' });
  }
}
