import { Clock, newId, newSecret, sha256 } from '@demarche/base';
import { Injectable } from '@nestjs/common';
import type { User } from '../people/user.entity';
import { UserRepository } from '../people/user.repository';
import { STRANGER, Trail } from '../trail/trail.service';
import { DoorRepository } from './door.repository';
import { newMark } from './known-browser';

/**
 * A session just opened: the secret for the cookie, shown to nobody else, and the mark by which this browser is known
 * at the next sign-in (null for an account without a password).
 */
export interface OpenedSession {
  secret: string;
  userId: string;
  mark: string | null;
}

/** How a person came in, and the secret of the session that this browser had until then. */
interface Coming {
  means: 'link' | 'password' | 'demo';
  replaces: string | null;
}

/** How a sign-in was tried that failed, and from which address. */
interface FailedComing {
  means: 'link' | 'password';
  address: string;
}

/** Opens and ends sessions, with their lines in the trail, inside the caller's unit of work. */
@Injectable()
export class SessionRepository {
  constructor(
    private readonly doors: DoorRepository,
    private readonly users: UserRepository,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  /** Opens a session for a person, and ends the one that the browser had. */
  async open(user: User, { means, replaces }: Coming): Promise<OpenedSession> {
    if (replaces !== null) await this.end(replaces, 'replaced');
    const secret = newSecret();
    const now = this.clock.now();
    const session = { id: newId(), secretHash: sha256(secret), userId: user.id, openedAt: now, seenAt: now };
    await this.doors.addSession(session);
    await this.note(user, 'session.open', { means });
    return { secret, userId: user.id, mark: newMark(user, now) };
  }

  /** Ends the session of a secret and says in the trail how; an unknown one is no error. */
  async end(secret: string, means: 'replaced' | 'signed-out'): Promise<void> {
    const session = await this.doors.session(sha256(secret));
    if (!session || !(await this.doors.endSession(session.id))) return;
    const user = await this.users.byId(session.userId);
    if (user) await this.note(user, 'session.end', { means });
  }

  /**
   * Notes a sign-in that failed: about an account that exists, else with no more than a hash of the address it came
   * from, since what a stranger typed may be somebody's password.
   */
  async noteFailure(user: User | null, { means, address }: FailedComing): Promise<void> {
    const subject = user ? { subjectKind: 'user', subjectId: user.id } : {};
    const from = sha256(address).slice(0, 16);
    await this.trail.note(STRANGER, { action: 'session.refuse', ...subject, detail: { means, from } });
  }

  private async note(user: User, action: string, detail: Record<string, unknown>): Promise<void> {
    const about = { action, subjectKind: 'user', subjectId: user.id, detail };
    await this.trail.witness({ userId: user.id, name: user.name }, about);
  }
}
