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
import type { MilestoneKind, ShiftReason } from '@demarche/rules';
import type { Code } from '@demarche/words';
import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { SubjectKind } from './subjects/subject-room';
import type { DeadlineKind } from './terms/deadline-kind';

/** A date owed by someone: the day the law or an instruction names, and the working day on which it can be met. */
@Entity('deadlines')
@Unique(['subjectKind', 'subjectId', 'rule'])
@Index(['metOn', 'waivedOn', 'effectiveOn'])
@Index(['effectiveOn', 'id'])
@Index(['postId', 'effectiveOn'])
@Index(['cycleId', 'kind'])
export class Deadline {
  @PrimaryId()
  id!: string;

  /** What it belongs to: a plan is one kind of subject. */
  @TextColumn()
  subjectKind!: SubjectKind;

  @IdColumn()
  subjectId!: string;

  /** The country that the subject is about. */
  @IdColumn()
  @Index()
  @ForeignKey('Country')
  countryId!: string;

  /** The cycle that the subject belongs to; null for one that belongs to none. */
  @IdColumn({ nullable: true })
  @ForeignKey('Cycle')
  cycleId!: string | null;

  /** The rule that set it, once a subject; null where a person did. */
  @TextColumn({ nullable: true })
  rule!: MilestoneKind | null;

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
  @Index()
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
