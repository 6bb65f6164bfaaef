import type { ConcreteAction, Contribution, CredibleSource, Marking, Party } from '@demarche/rules';
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
import { Entity, ForeignKey, Index, Unique } from 'typeorm';

/** One dated act of a government as logged; whether it counts is never stored, the rule says so whenever it is read. */
@Entity('efforts')
@Index(['planId', 'happenedOn'])
export class Effort {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @ForeignKey('Plan')
  planId!: string;

  @IdColumn({ nullable: true })
  @ForeignKey('Post')
  postId!: string | null;

  @DateColumn()
  happenedOn!: string;

  @TextColumn()
  ranBy!: Party;

  @TextColumn()
  paidBy!: Party;

  @JsonColumn()
  governmentGave!: Contribution[];

  @TextColumn({ nullable: true })
  role!: string | null;

  @TextColumn({ nullable: true })
  actionKind!: ConcreteAction | null;

  @TextColumn({ nullable: true })
  sourceKind!: CredibleSource | null;

  @TextColumn({ nullable: true })
  source!: string | null;

  @TextColumn()
  text!: string;

  @TextColumn()
  marking!: Marking;

  @WholeNumberColumn()
  version!: number;

  @IdColumn()
  recordedBy!: string;

  @InstantColumn()
  recordedAt!: string;

  @InstantColumn({ nullable: true })
  withdrawnAt!: string | null;

  @IdColumn({ nullable: true })
  withdrawnBy!: string | null;

  @TextColumn({ nullable: true })
  withdrawReason!: string | null;
}

/** That an effort serves a recommendation, and whether it completes it. */
@Entity('effortRecommendations')
@Unique(['effortId', 'recommendationId'])
export class EffortRecommendation {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @ForeignKey('Effort')
  effortId!: string;

  @IdColumn()
  @Index()
  @ForeignKey('Recommendation')
  recommendationId!: string;

  @FlagColumn()
  completes!: boolean;
}

/** What an effort said before it was amended, withdrawn or restored: the whole of it under that version, and why if told. */
@Entity('effortRevisions')
@Unique(['effortId', 'version'])
export class EffortRevision {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @ForeignKey('Effort')
  effortId!: string;

  @WholeNumberColumn()
  version!: number;

  @JsonColumn()
  wording!: Record<string, unknown>;

  @IdColumn()
  replacedBy!: string;

  @InstantColumn()
  replacedAt!: string;

  @TextColumn({ nullable: true })
  reason!: string | null;
}
