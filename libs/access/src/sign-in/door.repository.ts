import { Clock, SETTINGS, type Settings } from '@demarche/base';
import { Store } from '@demarche/store';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull, MoreThanOrEqual, Not } from 'typeorm';
import { ApiToken, Session, SignInLink } from './door.entity';

const MINUTE = 60_000;

/** Reads and writes sessions, links and tokens; secrets arrive here as hashes only. */
@Injectable()
export class DoorRepository {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Keeps a new session. */
  async addSession(session: Session): Promise<void> {
    await this.store.add(Session, session);
  }

  /** The session with this secret's hash if it still works, or null. */
  session(secretHash: string): Promise<Session | null> {
    return this.store.reads.findOneBy(Session, { secretHash, ...this.alive() });
  }

  /** Whether the time of a session's last use is out of date by more than a minute. */
  isWorthTouching({ seenAt }: Pick<Session, 'seenAt'>): boolean {
    return seenAt < this.clock.plus(-MINUTE);
  }

  /** Notes that a session was used. */
  async touchSession(id: string): Promise<void> {
    await this.store.writes.update(Session, { id }, { seenAt: this.clock.now() });
  }

  /** When a session that is used now ends if nothing more is done. */
  idleUntil(): string {
    return this.clock.plus(this.settings.sessionIdleMinutes * MINUTE);
  }

  /** Ends one session; false when it had ended already. */
  async endSession(id: string): Promise<boolean> {
    const outcome = await this.store.writes.delete(Session, { id });
    return outcome.affected === 1;
  }

  /** A person's sessions that still work, the one used last first. */
  sessionsOf(userId: string): Promise<Session[]> {
    return this.store.reads.find(Session, {
      where: { userId, ...this.alive() },
      order: { seenAt: 'DESC' },
    });
  }

  /** Ends a person's session; false when it is not theirs or not there. */
  async endOwnSession(session: { id: string; userId: string }): Promise<boolean> {
    const outcome = await this.store.writes.delete(Session, session);
    return outcome.affected === 1;
  }

  /** Ends every session of a person. */
  async endSessionsOf(userId: string): Promise<void> {
    await this.store.writes.delete(Session, { userId });
  }

  /** Keeps a new single-use link. */
  async addLink(link: SignInLink): Promise<void> {
    await this.store.add(SignInLink, link);
  }

  /** The link with this secret's hash if it may still be used, or null. */
  usableLink(secretHash: string): Promise<SignInLink | null> {
    const expiresAt = MoreThanOrEqual(this.clock.now());
    return this.store.reads.findOneBy(SignInLink, { secretHash, usedAt: IsNull(), expiresAt });
  }

  /** Uses a link up; true for the one caller who did it. */
  async useLink(secretHash: string): Promise<boolean> {
    const unused = { secretHash, usedAt: IsNull() };
    const outcome = await this.store.writes.update(SignInLink, unused, { usedAt: this.clock.now() });
    return outcome.affected === 1;
  }

  /** Keeps a new token. */
  async addToken(token: ApiToken): Promise<void> {
    await this.store.add(ApiToken, token);
  }

  /** The token with this secret's hash if it still works, or null. */
  usableToken(secretHash: string): Promise<ApiToken | null> {
    const expiresAt = MoreThanOrEqual(this.clock.now());
    return this.store.reads.findOneBy(ApiToken, { secretHash, revokedAt: IsNull(), expiresAt });
  }

  /** A person's tokens, newest first. */
  tokensOf(userId: string): Promise<ApiToken[]> {
    return this.store.reads.find(ApiToken, { where: { userId }, order: { createdAt: 'DESC' } });
  }

  /** Revokes a person's token; false when it is not theirs or not there. */
  async revokeToken(token: { id: string; userId: string }, revokedAt: string): Promise<boolean> {
    const outcome = await this.store.writes.update(
      ApiToken,
      { ...token, revokedAt: IsNull() },
      { revokedAt },
    );
    return outcome.affected === 1;
  }

  /** Ends every way in that a person holds: sessions, unused links, tokens. The session with the spared hash stays. */
  async shutOut(userId: string, spared?: string): Promise<void> {
    const now = this.clock.now();
    const spare = spared === undefined ? {} : { secretHash: Not(spared) };
    await this.store.writes.delete(Session, { userId, ...spare });
    await this.store.writes.update(SignInLink, { userId, usedAt: IsNull() }, { usedAt: now });
    await this.store.writes.update(ApiToken, { userId, revokedAt: IsNull() }, { revokedAt: now });
  }

  /** A session works while it was used and was opened no earlier than these instants. */
  aliveSince(): Pick<Session, 'seenAt' | 'openedAt'> {
    const { sessionIdleMinutes, sessionAbsoluteHours } = this.settings;
    return {
      seenAt: this.clock.plus(-sessionIdleMinutes * MINUTE),
      openedAt: this.clock.plus(-sessionAbsoluteHours * 60 * MINUTE),
    };
  }

  private alive() {
    const { seenAt, openedAt } = this.aliveSince();
    return { seenAt: MoreThanOrEqual(seenAt), openedAt: MoreThanOrEqual(openedAt) };
  }
}
