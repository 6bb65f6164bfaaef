import type { Actor } from '@demarche/access';
import type { Code } from '@demarche/words';

/** The kinds of thing that a deadline may belong to. */
export type SubjectKind = Code<'deadline-subject'>;

/** What a deadline belongs to. */
export interface Subject {
  kind: SubjectKind;
  id: string;
}

/** What a subject is called, and the page that shows it. */
export interface SubjectTitle {
  title: string;
  href: string;
}

/** A subject as whoever sets a deadline on it may see it. */
export interface OpenSubject extends Subject {
  countryId: string;
  /** The post that deals with it; null where Washington does. */
  postId: string | null;
  cycle: { id: string; reportYear: number } | null;
  /** Ids of the recommendations in it that a deadline may be about. */
  recommendationIds: readonly string[];
}

/** What the room that keeps one kind of subject answers about it: all that deadlines know of other rooms' things. */
export interface SubjectRoom {
  readonly kind: SubjectKind;
  /** Titles by id, whoever asks, with one question however many; an id without a row is left out. */
  titles(ids: string[]): Promise<Map<string, SubjectTitle>>;
  /** One subject within the actor's reach. Throws NotFound for any other. */
  open(actor: Actor, id: string): Promise<OpenSubject>;
}

interface Belonging {
  subjectKind: string;
  subjectId: string;
}

/** The plan that a deadline belongs to; null for one that belongs to something else. */
export function planOf({ subjectKind, subjectId }: Belonging): string | null {
  return subjectKind === 'plan' ? subjectId : null;
}

/** What the trail keeps of a deadline's subject; it has always known plans by `planId`. */
export function subjectNote({ subjectKind, subjectId }: Belonging): Record<string, string> {
  const planId = planOf({ subjectKind, subjectId });
  return planId === null ? { subjectKind, subjectId } : { planId };
}
