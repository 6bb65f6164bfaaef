/** That a person serves at a post from a day on; `endedOn` is the first day on which it no longer holds, null while open. */
export interface Posting {
  postId: string;
  startsOn: string;
  endedOn: string | null;
}

/** Where a person shall serve from a day on. */
interface PostsWanted {
  postIds: string[];
  from: string;
}

/** What has to be written so that the postings say what is wanted; `kept` are those that go on as they are. */
export interface PostingChange<P extends Posting> {
  kept: P[];
  /** Known postings that get another end: a day, or null because they go on after all. */
  ended: { posting: P; endedOn: string | null }[];
  /** Postings that would only have begun on or after the day: they never come to hold. */
  dropped: P[];
  begun: Posting[];
}

/** Whether a posting holds on a calendar date. */
export function holdsOn({ startsOn, endedOn }: Posting, date: string): boolean {
  return startsOn <= date && (endedOn === null || date < endedOn);
}

/**
 * Makes a person serve exactly at the wanted posts from a day on, and leaves what was before that day as it stands. A
 * posting that ended on that very day goes on instead of beginning anew.
 */
export function movedTo<P extends Posting>(known: P[], { postIds, from }: PostsWanted): PostingChange<P> {
  const change: PostingChange<P> = { kept: [], ended: [], dropped: [], begun: [] };
  const missing = new Set(postIds);
  for (const posting of known) {
    const isWanted = missing.has(posting.postId);
    const fate = fateOf(posting, from, isWanted);
    if (fate === 'goes on') missing.delete(posting.postId);
    if (fate === 'never begins') change.dropped.push(posting);
    else place(change, posting, fate === 'goes on' ? null : fate === 'ends' ? from : posting.endedOn);
  }
  change.begun = [...missing].map((postId) => ({ postId, startsOn: from, endedOn: null }));
  return change;
}

function fateOf({ startsOn, endedOn }: Posting, from: string, isWanted: boolean) {
  if (startsOn > from || (startsOn === from && !isWanted)) return 'never begins';
  if (endedOn !== null && endedOn < from) return 'is history';
  return isWanted ? 'goes on' : 'ends';
}

function place<P extends Posting>(change: PostingChange<P>, posting: P, endedOn: string | null): void {
  if (posting.endedOn === endedOn) change.kept.push(posting);
  else change.ended.push({ posting, endedOn });
}
