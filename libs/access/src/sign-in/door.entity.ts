import { IdColumn, InstantColumn, PrimaryId, TextColumn, WholeNumberColumn } from '@demarche/store';
import { Entity, ForeignKey, Index, Unique } from 'typeorm';

/** A signed-in browser; only the hash of the cookie's secret is kept. */
@Entity('sessions')
@Unique(['secretHash'])
export class Session {
  @PrimaryId()
  id!: string;

  @TextColumn()
  secretHash!: string;

  @IdColumn()
  @Index()
  @ForeignKey('User')
  userId!: string;

  @InstantColumn()
  openedAt!: string;

  @InstantColumn()
  seenAt!: string;
}

/** A link that signs a person in once. */
@Entity('signInLinks')
@Unique(['secretHash'])
export class SignInLink {
  @PrimaryId()
  id!: string;

  @TextColumn()
  secretHash!: string;

  @IdColumn()
  @Index()
  @ForeignKey('User')
  userId!: string;

  @InstantColumn()
  expiresAt!: string;

  @InstantColumn({ nullable: true })
  usedAt!: string | null;
}

/** A machine's key; it acts with the rights of the person who made it. */
@Entity('apiTokens')
@Unique(['secretHash'])
export class ApiToken {
  @PrimaryId()
  id!: string;

  @TextColumn()
  secretHash!: string;

  @IdColumn()
  @Index()
  @ForeignKey('User')
  userId!: string;

  @TextColumn()
  label!: string;

  @InstantColumn()
  createdAt!: string;

  @InstantColumn()
  expiresAt!: string;

  @InstantColumn({ nullable: true })
  revokedAt!: string | null;
}

/** How often sign-ins for a subject have failed, and until when the next has to wait; the id is the subject's hash. */
@Entity('signInWaits')
export class SignInWait {
  @PrimaryId()
  id!: string;

  @WholeNumberColumn()
  failures!: number;

  @InstantColumn()
  failedAt!: string;

  @InstantColumn()
  waitUntil!: string;
}
