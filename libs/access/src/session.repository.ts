import { Clock, newId, newSecret, sha256 } from '@demarche/base';
import { Injectable } from '@nestjs/common';
import { AuditRepository } from './audit.repository';
import { DoorRepository } from './door.repository';
import type { User } from './user.entity';

/** Opens sessions, with their line in the trail, inside the caller's unit of work. */
@Injectable()
export class SessionRepository {
  constructor(
    private readonly doors: DoorRepository,
    private readonly trail: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /** Opens a session for a person; `means` says in the trail how they came in. */
  async open(user: User, means: string): Promise<{ secret: string; userId: string }> {
    const secret = newSecret();
    const now = this.clock.now();
    const session = { id: newId(), secretHash: sha256(secret), userId: user.id, openedAt: now, seenAt: now };
    await this.doors.addSession(session);
    await this.note(user, 'session.open', { means });
    return { secret, userId: user.id };
  }

  /** Writes a line about a session or link into the trail. */
  async note(
    user: { id: string; name: string },
    action: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    const subject = { actorId: user.id, actorName: user.name, subjectKind: 'user', subjectId: user.id };
    await this.trail.append({ ...subject, at: this.clock.now(), action, detail });
  }
}
