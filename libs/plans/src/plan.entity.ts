import type { Marking } from '@demarche/rules';
import { IdColumn, InstantColumn, PrimaryId, TextColumn, WholeNumberColumn } from '@demarche/store';
import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { PlacementReason } from './placement-reason';

/** What is asked of one government in one cycle; there is one plan for each. */
@Entity('plans')
@Unique(['countryId', 'cycleId'])
@Index(['postId'])
@Index(['cycleId', 'title'])
export class Plan {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @ForeignKey('Country')
  countryId!: string;

  @IdColumn()
  @ForeignKey('Cycle')
  cycleId!: string;

  /** The post that delivers it and may see it; null while the country has none. */
  @IdColumn({ nullable: true })
  @ForeignKey('Post')
  postId!: string | null;

  @TextColumn()
  title!: string;

  @TextColumn()
  placementReason!: PlacementReason;

  /** Number of the cable that instructed the post, such as `09STATE88558`. */
  @TextColumn({ nullable: true })
  instructedBy!: string | null;

  @TextColumn()
  marking!: Marking;

  @WholeNumberColumn()
  version!: number;

  @InstantColumn()
  createdAt!: string;

  @IdColumn()
  createdBy!: string;

  /** Who confirmed that the country was placed on the list, where the register does not show it; null when nobody did. */
  @IdColumn({ nullable: true })
  placementConfirmedBy!: string | null;
}

/** The cable a plan was made from, byte for byte as it was read. */
@Entity('planSources')
@Unique(['planId'])
export class PlanSource {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @ForeignKey('Plan')
  planId!: string;

  @TextColumn()
  cableNumber!: string;

  @TextColumn()
  text!: string;

  @InstantColumn()
  readAt!: string;
}
