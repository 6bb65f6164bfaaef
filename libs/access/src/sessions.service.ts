import { Clock, millisecondsBetween, SETTINGS, type Settings, sha256 } from '@demarche/base';
import { UnitOfWork } from '@demarche/store';
import { Inject, Injectable } from '@nestjs/common';
import { Actor } from './actor';
import { DoorRepository } from './door.repository';
import type { Session } from './door.entity';
import type { User } from './user.entity';
import { UserRepository } from './user.repository';

const MINUTE = 60_000;

/** The person behind a cookie or token, and when the session ends if nothing is done (null for a token). */
export interface Presence {
  actor: Actor;
  idleUntil: string | null;
}

/** Tells who is calling: by session secret for browsers, by token for machines. */
@Injectable()
export class Sessions {
  constructor(
    private readonly doors: DoorRepository,
    private readonly users: UserRepository,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Who holds this session secret, or null when it is unknown, ended, too old or the account is closed. */
  async present(secret: string): Promise<Presence | null> {
    const session = await this.doors.session(sha256(secret));
    if (!session || this.isOver(session)) return null;
    const actor = await this.actorFor(session.userId);
    if (!actor) return null;
    const now = this.clock.now();
    if (millisecondsBetween(session.seenAt, now) > MINUTE)
      await this.units.run(() => this.doors.touchSession(session.id, now));
    return { actor, idleUntil: this.clock.plus(this.settings.sessionIdleMinutes * MINUTE) };
  }

  /** Who holds this token, or null. */
  async presentByToken(secret: string): Promise<Presence | null> {
    const token = await this.doors.token(sha256(secret));
    if (!token || token.revokedAt !== null || token.expiresAt < this.clock.now()) return null;
    const actor = await this.actorFor(token.userId);
    return actor ? { actor, idleUntil: null } : null;
  }

  /** Ends the session of this secret; an unknown one is no error. */
  async close(secret: string): Promise<void> {
    const session = await this.doors.session(sha256(secret));
    if (session) await this.units.run(() => this.doors.endSession(session.id));
  }

  private isOver(session: Session): boolean {
    const now = this.clock.now();
    const idle = millisecondsBetween(session.seenAt, now) > this.settings.sessionIdleMinutes * MINUTE;
    return (
      idle || millisecondsBetween(session.openedAt, now) > this.settings.sessionAbsoluteHours * 60 * MINUTE
    );
  }

  private async actorFor(userId: string): Promise<Actor | null> {
    const user: User | null = await this.users.byId(userId);
    if (!user?.isActive) return null;
    const postIds = await this.users.postsOf(user.id);
    return new Actor({ userId: user.id, name: user.name, role: user.role, postIds });
  }
}
