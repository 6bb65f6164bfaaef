import { Forbidden, NotFound } from '@demarche/base';
import type { Asked } from './asked';
import { type Permission, type Role, roleIncludes } from './permissions';

/** Thrown for another post's thing: the answer is that of a missing one, the trail knows the difference. */
export class OutOfScope extends NotFound {
  override readonly name = 'NotFound';
}

/** Thrown when an act is asked for by a request that could not be proved to be the person's own. */
export class Unconfirmed extends Error {
  constructor() {
    super('The form could not be confirmed as yours, so nothing was changed.');
    this.name = 'Unconfirmed';
  }
}

/**
 * Who an actor is; `submission` is the form's double-submit key, `asked` what was asked under it; null where none was
 * sent. `isConfirmed` is false when the request could not be proved to be the person's own: such an actor only looks.
 */
interface ActorTraits {
  userId: string;
  name: string;
  role: Role | 'system';
  postIds: string[];
  submission?: string | null;
  asked?: Asked | null;
  isConfirmed?: boolean;
}

/** The person, or the machine itself, on whose behalf an act runs: answers what they may do and see. */
export class Actor {
  readonly userId: string;
  readonly name: string;
  readonly role: Role | 'system';
  readonly postIds: string[];
  readonly submission: string | null;
  readonly asked: Asked | null;
  readonly isConfirmed: boolean;

  constructor(traits: ActorTraits) {
    this.userId = traits.userId;
    this.name = traits.name;
    this.role = traits.role;
    this.postIds = traits.postIds;
    this.submission = traits.submission ?? null;
    this.asked = traits.asked ?? null;
    this.isConfirmed = traits.isConfirmed ?? true;
  }

  /** Whether the actor's role includes a permission. */
  can(permission: Permission): boolean {
    return this.role === 'system' || roleIncludes(this.role, permission);
  }

  /** Throws Forbidden unless the role includes the permission. */
  must(permission: Permission): void {
    if (!this.can(permission)) throw new Forbidden(permission);
  }

  /** The posts an actor is limited to, or null for someone who sees every post. */
  get limitedTo(): string[] | null {
    return this.role === 'post-officer' ? this.postIds : null;
  }

  /** Whether the actor may see what belongs to a post; a thing without a post is for Washington's eyes. */
  sees(postId: string | null): boolean {
    return this.limitedTo === null || (postId !== null && this.limitedTo.includes(postId));
  }

  /** Throws the same NotFound for another post's thing as for a missing one. */
  mustSee(subject: string, postId: string | null): void {
    if (!this.sees(postId)) throw new OutOfScope(subject);
  }

  /** The same actor with a form's double-submit key, and what the form asked for under it. */
  submitting(key: string | null, asked: Asked | null = null): Actor {
    return new Actor({ ...this, submission: key, asked });
  }

  /** The same actor, who may look but not act: for a form whose token has run out. */
  unconfirmed(): Actor {
    return new Actor({ ...this, isConfirmed: false });
  }
}

/** The machine's own hand: the sweep, the sender, the first start. Its acts stand in the trail under this name. */
export const SYSTEM_ACTOR = new Actor({ userId: 'system', name: 'Demarche', role: 'system', postIds: [] });
