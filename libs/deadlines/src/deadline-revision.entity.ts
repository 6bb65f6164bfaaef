import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  PrimaryId,
  TextColumn,
  WholeNumberColumn,
} from '@demarche/store';
import type { Code } from '@demarche/words';
import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { Deadline } from './deadline.entity';

/** What may change of a deadline. */
export type DeadlineFace = Pick<
  Deadline,
  | 'statutoryOn'
  | 'effectiveOn'
  | 'reasons'
  | 'nature'
  | 'ownerId'
  | 'metOn'
  | 'metBy'
  | 'waivedOn'
  | 'waiveReason'
>;

/** What a deadline said before one of its changes, and why it was changed. */
@Entity('deadlineRevisions')
@Unique(['deadlineId', 'version'])
export class DeadlineRevision {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @ForeignKey('Deadline')
  deadlineId!: string;

  /** The version that the change ended. */
  @WholeNumberColumn()
  version!: number;

  @TextColumn()
  change!: Code<'deadline-change'>;

  @JsonColumn()
  before!: DeadlineFace;

  @TextColumn({ nullable: true })
  reason!: string | null;

  /** The act that caused it, where one did. */
  @IdColumn({ nullable: true })
  @Index()
  @ForeignKey('Effort')
  effortId!: string | null;

  @IdColumn()
  by!: string;

  @InstantColumn()
  at!: string;
}
