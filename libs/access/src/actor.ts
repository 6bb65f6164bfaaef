import { Forbidden, NotFound } from '@demarche/base';
import { type Permission, type Role, roleIncludes } from './permissions';

/** Who an actor is; `submission` is the form's double-submit key, or null where none was sent. */
export interface ActorTraits {
  userId: string;
  name: string;
  role: Role | 'system';
  postIds: string[];
  submission?: string | null;
}

/** The person, or the machine itself, on whose behalf an act runs: answers what they may do and see. */
export class Actor {
  readonly userId: string;
  readonly name: string;
  readonly role: Role | 'system';
  readonly postIds: string[];
  readonly submission: string | null;

  constructor(traits: ActorTraits) {
    this.userId = traits.userId;
    this.name = traits.name;
    this.role = traits.role;
    this.postIds = traits.postIds;
    this.submission = traits.submission ?? null;
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
    if (!this.sees(postId)) throw new NotFound(subject);
  }

  /** The same actor with a form's double-submit key. */
  submitting(key: string | null): Actor {
    return new Actor({ ...this, submission: key });
  }
}

/** The machine's own hand: the sweep, the sender, the first start. Its acts stand in the trail under this name. */
export const SYSTEM_ACTOR = new Actor({ userId: 'system', name: 'Demarche', role: 'system', postIds: [] });
