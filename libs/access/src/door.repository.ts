import { newId } from '@demarche/base';
import { Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import { ApiToken, Session, SignInAttempt, SignInLink } from './door.entity';

/** Reads and writes sessions, links, tokens and failed attempts; secrets arrive here as hashes only. */
@Injectable()
export class DoorRepository {
  constructor(private readonly store: Store) {}

  /** Keeps a new session. */
  async addSession(session: Session): Promise<void> {
    await this.store.add(Session, session);
  }

  /** The session with this secret's hash, or null. */
  session(secretHash: string): Promise<Session | null> {
    return this.store.reads.findOneBy(Session, { secretHash });
  }

  /** Notes that a session was used. */
  async touchSession(id: string, seenAt: string): Promise<void> {
    await this.store.writes.update(Session, { id }, { seenAt });
  }

  /** Ends one session. */
  async endSession(id: string): Promise<void> {
    await this.store.writes.delete(Session, { id });
  }

  /** A person's sessions, the one used last first. */
  sessionsOf(userId: string): Promise<Session[]> {
    return this.store.reads.find(Session, { where: { userId }, order: { seenAt: 'DESC' } });
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

  /** The link with this secret's hash, or null. */
  link(secretHash: string): Promise<SignInLink | null> {
    return this.store.reads.findOneBy(SignInLink, { secretHash });
  }

  /** Uses a link up; true for the one caller who did it. */
  async useLink(id: string, usedAt: string): Promise<boolean> {
    const outcome = await this.store.writes.update(SignInLink, { id, usedAt: IsNull() }, { usedAt });
    return outcome.affected === 1;
  }

  /** Keeps a new token. */
  async addToken(token: ApiToken): Promise<void> {
    await this.store.add(ApiToken, token);
  }

  /** The token with this secret's hash, or null. */
  token(secretHash: string): Promise<ApiToken | null> {
    return this.store.reads.findOneBy(ApiToken, { secretHash });
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

  /** How many attempts for a subject failed since an instant. */
  failuresSince(subjectHash: string, since: string): Promise<number> {
    return this.store.reads.countBy(SignInAttempt, { subjectHash, at: MoreThan(since) });
  }

  /** Notes a failed attempt, and forgets those that no longer count. */
  async addFailure(subjectHash: string, at: string, forgetBefore: string): Promise<void> {
    await this.store.writes.delete(SignInAttempt, { at: LessThan(forgetBefore) });
    await this.store.add(SignInAttempt, { id: newId(), subjectHash, at });
  }
}
