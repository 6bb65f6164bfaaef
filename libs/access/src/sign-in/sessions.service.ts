import { sha256 } from '@demarche/base';
import { UnitOfWork } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { Actor } from '../actor';
import { PostingRepository } from '../people/posting.repository';
import { UserRepository } from '../people/user.repository';
import { DoorRepository } from './door.repository';

/** The person behind a cookie or token, and when the session ends if nothing is done (null for a token). */
export interface Presence {
  actor: Actor;
  idleUntil: string | null;
}

/** Tells who is calling, with the role and the posts of this very moment: by session secret or by token. */
@Injectable()
export class Sessions {
  constructor(
    private readonly doors: DoorRepository,
    private readonly users: UserRepository,
    private readonly postings: PostingRepository,
    private readonly units: UnitOfWork,
  ) {}

  /** Who holds this session secret, or null when it is unknown, ended, too old or the account is closed. */
  async present(secret: string): Promise<Presence | null> {
    const session = await this.doors.session(sha256(secret));
    const actor = session && (await this.actorFor(session.userId));
    if (!actor) return null;
    if (this.doors.isWorthTouching(session)) await this.units.run(() => this.doors.touchSession(session.id));
    return { actor, idleUntil: this.doors.idleUntil() };
  }

  /** Who holds this token, or null. */
  async presentByToken(secret: string): Promise<Presence | null> {
    const token = await this.doors.usableToken(sha256(secret));
    const actor = token && (await this.actorFor(token.userId));
    return actor ? { actor, idleUntil: null } : null;
  }

  private async actorFor(userId: string): Promise<Actor | null> {
    const user = await this.users.byId(userId);
    if (!user?.isActive) return null;
    const postIds = await this.postings.heldBy(user.id);
    return new Actor({ userId: user.id, name: user.name, role: user.role, postIds });
  }
}
