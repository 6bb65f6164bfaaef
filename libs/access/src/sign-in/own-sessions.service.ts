import { NotFound, sha256 } from '@demarche/base';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../actor';
import { Acts } from '../acts.service';
import { DoorRepository } from './door.repository';

/** A session as its owner may see it: never the secret. `isThis` marks the one that asks. */
interface SessionShown {
  id: string;
  openedAt: string;
  seenAt: string;
  isThis: boolean;
}

/** Lets people see where they are signed in, and end what they do not know. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly doors: DoorRepository,
    private readonly acts: Acts,
  ) {}

  /** One's own sessions that still work, the one used last first; `secret` is that of the session that asks. */
  async of(actor: Actor, secret: string | null): Promise<SessionShown[]> {
    const own = secret === null ? null : sha256(secret);
    const sessions = await this.doors.sessionsOf(actor.userId);
    return sessions.map(({ id, openedAt, seenAt, secretHash }) => ({
      id,
      openedAt,
      seenAt,
      isThis: secretHash === own,
    }));
  }

  /** Ends one of one's own sessions at once. Throws NotFound for anyone else's. */
  async end(actor: Actor, sessionId: string): Promise<void> {
    const act = { permission: 'use-own-account', action: 'session.end' } as const;
    await this.acts.perform(actor, act, async (_unit, note) => {
      const own = { id: sessionId, userId: actor.userId };
      if (!(await this.doors.endOwnSession(own))) throw new NotFound('session');
      note.about('session', sessionId);
      return null;
    });
  }
}
