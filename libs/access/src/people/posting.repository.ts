import { Clock, newId, WASHINGTON_ZONE } from '@demarche/base';
import { Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { holdsOn, type Posting, type PostingChange } from './postings';
import { UserPost } from './user.entity';

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
    return this.store.reads.find(UserPost, { where: { userId }, order: { startsOn: 'ASC', postId: 'ASC' } });
  }

  /** Everybody's postings by person, the earliest first. */
  async byPerson(): Promise<Map<string, UserPost[]>> {
    const rows = await this.store.reads.find(UserPost, { order: { startsOn: 'ASC', postId: 'ASC' } });
    const found = new Map<string, UserPost[]>();
    for (const row of rows) found.set(row.userId, [...(found.get(row.userId) ?? []), row]);
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
    const rows = await this.store.reads.findBy(UserPost, { postId });
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
