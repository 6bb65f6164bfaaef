import type { MilestoneKind, MilestoneNature } from '@demarche/rules';
import { DateColumn, IdColumn, PrimaryId, TextColumn } from '@demarche/store';
import { Entity, ForeignKey, Unique } from 'typeorm';

/** A date of a cycle that an instruction gave or that came to pass; the statutory ones are computed and have no row. */
@Entity('milestones')
@Unique(['cycleId', 'kind', 'nature'])
export class MilestoneRow {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @ForeignKey('Cycle')
  cycleId!: string;

  @TextColumn()
  kind!: MilestoneKind;

  @TextColumn()
  nature!: MilestoneNature;

  @DateColumn()
  on!: string;

  /** Last day of a span; null for a single day. */
  @DateColumn({ nullable: true })
  until!: string | null;

  @TextColumn()
  source!: string;
}
