import { Clock, newId, WASHINGTON_ZONE } from '@demarche/base';
import { Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { holdsOn, type Posting, type PostingChange } from './postings';
import { UserPost } from './user.entity';

const EARLIEST_FIRST = 'ORDER BY t."startsOn", t."postId"';

/** Reads and writes where people serve, from which day and until when. */
@Injectable()
export class PostingRepository {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** The day that decides which postings hold: that of Washington, wherever a person serves. */
  today(): string {
    return this.clock.today(WASHINGTON_ZONE);
  }

  /** A person's postings, past and planned ones included, the earliest first. */
  ofPerson(userId: string): Promise<UserPost[]> {
    return this.store.whole(UserPost, `WHERE t."userId" = ? ${EARLIEST_FIRST}`, [userId]);
  }

  /** Postings by person, the earliest first: everybody's, or those of some people. */
  async byPerson(userIds?: string[]): Promise<Map<string, UserPost[]>> {
    const among = userIds ? `WHERE t."userId" IN (${['NULL', ...userIds.map(() => '?')].join(', ')})` : '';
    const rows = await this.store.whole(UserPost, `${among} ${EARLIEST_FIRST}`, userIds);
    const found = new Map<string, UserPost[]>(rows.map(({ userId }) => [userId, []]));
    for (const row of rows) found.get(row.userId)?.push(row);
    return found;
  }

  /** The posts where a person serves today. */
  async heldBy(userId: string): Promise<string[]> {
    return this.held(await this.ofPerson(userId));
  }

  /** The posts of those postings that hold today, by name of the post. */
  held(postings: Posting[]): string[] {
    const today = this.today();
    return postings
      .filter((posting) => holdsOn(posting, today))
      .map(({ postId }) => postId)
      .sort();
  }

  /** Ids of the people who serve at a post today. */
  async peopleAt(postId: string): Promise<string[]> {
    const today = this.today();
    const rows = await this.store.whole(UserPost, 'WHERE t."postId" = ?', [postId]);
    return rows.filter((row) => holdsOn(row, today)).map((row) => row.userId);
  }

  /** Writes what has to change for a person. */
  async write(
    userId: string,
    { ended, dropped, begun }: Omit<PostingChange<UserPost>, 'kept'>,
  ): Promise<void> {
    for (const { posting, endedOn } of ended)
      await this.store.writes.update(UserPost, { id: posting.id }, { endedOn });
    for (const { id } of dropped) await this.store.writes.delete(UserPost, { id });
    for (const posting of begun) await this.store.add(UserPost, { ...posting, id: newId(), userId });
  }
}
