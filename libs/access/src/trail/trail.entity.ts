import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  PrimaryId,
  PrimaryNumber,
  TextColumn,
  WholeNumberColumn,
} from '@demarche/store';
import { Entity, Index, Unique } from 'typeorm';
import type { Asked } from '../asked';

/** A form that was sent: its second copy gets the first one's result instead of a second effect. */
@Entity('submissions')
@Unique(['userId', 'key', 'action'])
export class Submission {
  @PrimaryId()
  id!: string;

  @IdColumn()
  userId!: string;

  @TextColumn()
  key!: string;

  @TextColumn()
  action!: string;

  @TextColumn({ nullable: true })
  digest!: string | null;

  @JsonColumn({ nullable: true })
  asked!: Asked | null;

  @JsonColumn({ nullable: true })
  result!: { value: unknown } | null;

  @InstantColumn()
  @Index()
  at!: string;
}

/** One change, chained to the one before it by hash; numbered without gaps. */
@Entity('auditEntries')
@Index(['subjectId', 'seq'])
@Index(['actorId', 'seq'])
@Index(['action', 'seq'])
export class AuditEntry {
  @PrimaryNumber()
  seq!: number;

  @InstantColumn()
  at!: string;

  @IdColumn()
  actorId!: string;

  @TextColumn()
  actorName!: string;

  @TextColumn()
  action!: string;

  @TextColumn({ nullable: true })
  subjectKind!: string | null;

  @IdColumn({ nullable: true })
  subjectId!: string | null;

  @JsonColumn()
  detail!: Record<string, unknown>;

  @TextColumn()
  previousHash!: string;

  @TextColumn()
  hash!: string;
}

/** Where the chain ends: the row whose lock puts writers of the trail in line. */
@Entity('auditHead')
export class AuditHead {
  @PrimaryId()
  id!: string;

  @WholeNumberColumn()
  seq!: number;

  @TextColumn()
  hash!: string;
}
