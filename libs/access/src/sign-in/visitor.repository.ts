import { Clock, WASHINGTON_ZONE } from '@demarche/base';
import { Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { Actor } from '../actor';
import type { Role } from '../permissions';
import type { Session } from './door.entity';
import { DoorRepository } from './door.repository';

/** Whoever holds a secret, as an actor with the role of this moment and the posts of today; for a session, which one. */
export interface Visitor {
  actor: Actor;
  session: Pick<Session, 'id' | 'seenAt'> | null;
}

interface VisitorRow {
  userId: string;
  name: string;
  role: Role;
  postId: string | null;
  sessionId?: string;
  seenAt?: string;
}

const PERSON = 'u."id" AS "userId", u."name" AS "name", u."role" AS "role", p."postId" AS "postId"';
const WITH_PERSON = `JOIN "users" u ON u."id" = d."userId" AND u."isActive" = ?
  LEFT JOIN "userPosts" p ON p."userId" = u."id" AND p."startsOn" <= ? AND (p."endedOn" IS NULL OR p."endedOn" > ?)`;
const BY_SESSION = `SELECT ${PERSON}, d."id" AS "sessionId", d."seenAt" AS "seenAt" FROM "sessions" d ${WITH_PERSON}
  WHERE d."secretHash" = ? AND d."seenAt" >= ? AND d."openedAt" >= ?`;
const BY_TOKEN = `SELECT ${PERSON} FROM "apiTokens" d ${WITH_PERSON}
  WHERE d."secretHash" = ? AND d."revokedAt" IS NULL AND d."expiresAt" >= ?`;

/** Tells in one statement who holds a secret: it stands before every page and every call. */
@Injectable()
export class VisitorRepository {
  constructor(
    private readonly store: Store,
    private readonly doors: DoorRepository,
    private readonly clock: Clock,
  ) {}

  /** Who holds the session of this secret's hash; null when it has ended, or the account is closed. */
  async bySession(secretHash: string): Promise<Visitor | null> {
    const { seenAt, openedAt } = this.doors.aliveSince();
    const values = [...this.today(), secretHash, seenAt, openedAt];
    return visitorOf(await this.store.rows<VisitorRow>(BY_SESSION, values));
  }

  /** Who holds the token of this secret's hash; null when it has ended, or the account is closed. */
  async byToken(secretHash: string): Promise<Visitor | null> {
    const values = [...this.today(), secretHash, this.clock.now()];
    return visitorOf(await this.store.rows<VisitorRow>(BY_TOKEN, values));
  }

  /** The account is open, and the postings hold, on the day in Washington. */
  private today(): unknown[] {
    const today = this.clock.today(WASHINGTON_ZONE);
    return [true, today, today];
  }
}

/** One row a post, or a single one without. */
function visitorOf(rows: VisitorRow[]): Visitor | null {
  const [first] = rows;
  if (!first) return null;
  const { userId, name, role, sessionId, seenAt } = first;
  const postIds = rows.flatMap(({ postId }) => (postId === null ? [] : [postId])).sort();
  const session = sessionId === undefined || seenAt === undefined ? null : { id: sessionId, seenAt };
  return { actor: new Actor({ userId, name, role, postIds }), session };
}
