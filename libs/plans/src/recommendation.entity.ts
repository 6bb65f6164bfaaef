import type { Marking, Pillar, Priority } from '@demarche/rules';
import {
  DateColumn,
  IdColumn,
  InstantColumn,
  PrimaryId,
  TextColumn,
  WholeNumberColumn,
} from '@demarche/store';
import { Entity, ForeignKey, Index, Unique } from 'typeorm';

/** One thing asked of a government. Its id holds within the plan; its lineage holds across the cycles. */
@Entity('recommendations')
@Index(['planId'])
@Index(['lineageId'])
export class Recommendation {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @ForeignKey('Plan')
  planId!: string;

  @IdColumn()
  lineageId!: string;

  /** Position within its heading, from 1; a dropped recommendation keeps its number and nobody else gets it. */
  @WholeNumberColumn()
  number!: number;

  @TextColumn()
  priority!: Priority;

  @TextColumn({ nullable: true })
  pillar!: Pillar | null;

  /** One paragraph without line breaks: what the government reads. */
  @TextColumn()
  text!: string;

  /** For the post only; stands in brackets in a cable and nowhere in a non-paper. */
  @TextColumn({ nullable: true })
  note!: string | null;

  @TextColumn()
  marking!: Marking;

  @WholeNumberColumn()
  version!: number;

  @DateColumn({ nullable: true })
  droppedOn!: string | null;

  @TextColumn({ nullable: true })
  dropReason!: string | null;
}

/** That a recommendation was taken out of its plan, or brought back, rather than worded anew. */
export type StandingChange = 'dropped' | 'restored';

/** One wording a recommendation has had, or the day it was dropped or restored under its wording, and why. */
@Entity('recommendationRevisions')
@Unique(['recommendationId', 'version'])
export class RecommendationRevision {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @ForeignKey('Recommendation')
  recommendationId!: string;

  @WholeNumberColumn()
  version!: number;

  @TextColumn()
  text!: string;

  @TextColumn({ nullable: true })
  note!: string | null;

  @InstantColumn()
  at!: string;

  @IdColumn()
  by!: string;

  @TextColumn({ nullable: true })
  reason!: string | null;

  /** Null for a wording. */
  @TextColumn({ nullable: true })
  change!: StandingChange | null;
}
