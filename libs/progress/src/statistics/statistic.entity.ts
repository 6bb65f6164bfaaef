import type { StatisticBasis, StatisticCategory, StatisticUnit } from '@demarche/rules';
import {
  DateColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PrimaryId,
  TextColumn,
  WholeNumberColumn,
} from '@demarche/store';
import { Entity, ForeignKey, Index, Unique } from 'typeorm';

/** One law-enforcement figure as the host gave it, for the days from `from` to `until`; no figure is ever added to another. */
@Entity('statistics')
@Index(['planId', 'from'])
export class Statistic {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @ForeignKey('Plan')
  planId!: string;

  @IdColumn({ nullable: true })
  @ForeignKey('Post')
  postId!: string | null;

  @DateColumn()
  from!: string;

  @DateColumn()
  until!: string;

  @TextColumn()
  term!: string;

  @TextColumn({ nullable: true })
  category!: StatisticCategory | null;

  @TextColumn()
  basis!: StatisticBasis;

  @TextColumn({ nullable: true })
  evidence!: string | null;

  @WholeNumberColumn()
  count!: number;

  @TextColumn()
  unit!: StatisticUnit;

  @TextColumn({ nullable: true })
  article!: string | null;

  @TextColumn({ nullable: true })
  source!: string | null;

  @IdColumn({ nullable: true })
  @Index()
  @ForeignKey('Recommendation')
  recommendationId!: string | null;

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

/** What a figure said before it was amended, withdrawn or restored: the whole of it under that version, and why if told. */
@Entity('statisticRevisions')
@Unique(['statisticId', 'version'])
export class StatisticRevision {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @ForeignKey('Statistic')
  statisticId!: string;

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
