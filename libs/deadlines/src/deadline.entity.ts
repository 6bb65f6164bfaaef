import {
  DateColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PrimaryId,
  TextColumn,
  WholeNumberColumn,
} from '@demarche/store';
import type { ShiftReason } from '@demarche/rules';
import type { Code } from '@demarche/words';
import { Entity, ForeignKey, Index } from 'typeorm';
import type { DeadlineKind } from './terms/deadline-kind';

/** A date owed by someone: the day the law or an instruction names, and the working day on which it can be met. */
@Entity('deadlines')
export class Deadline {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @Index()
  @ForeignKey('Plan')
  planId!: string;

  @IdColumn({ nullable: true })
  @Index()
  @ForeignKey('Recommendation')
  recommendationId!: string | null;

  @TextColumn()
  kind!: DeadlineKind;

  @TextColumn()
  title!: string;

  @DateColumn()
  statutoryOn!: string;

  @DateColumn()
  @Index()
  effectiveOn!: string;

  @JsonColumn()
  reasons!: ShiftReason[];

  /** Who set the date: the law, an instruction, or a person. */
  @TextColumn()
  nature!: Code<'deadline-nature'>;

  /** Whether mails, which travel in the open, may quote the title. */
  @FlagColumn()
  isTitleQuoted!: boolean;

  /** The post that owes it; null where Washington does. */
  @IdColumn({ nullable: true })
  @Index()
  @ForeignKey('Post')
  postId!: string | null;

  @IdColumn()
  @Index()
  @ForeignKey('User')
  ownerId!: string;

  @DateColumn({ nullable: true })
  metOn!: string | null;

  /** The logged act that met it, where one did. */
  @IdColumn({ nullable: true })
  @ForeignKey('Effort')
  metBy!: string | null;

  @DateColumn({ nullable: true })
  waivedOn!: string | null;

  @TextColumn({ nullable: true })
  waiveReason!: string | null;

  @WholeNumberColumn()
  version!: number;

  @InstantColumn()
  createdAt!: string;
}
