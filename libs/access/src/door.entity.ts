import { IdColumn, InstantColumn, PrimaryId, TextColumn } from '@demarche/store';
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

/** A sign-in that failed, by the hash of the address or account it was for: what the limit counts. */
@Entity('signInAttempts')
@Index(['subjectHash', 'at'])
export class SignInAttempt {
  @PrimaryId()
  id!: string;

  @TextColumn()
  subjectHash!: string;

  @InstantColumn()
  at!: string;
}
