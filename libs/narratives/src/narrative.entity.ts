import { IdColumn, InstantColumn, PrimaryId, TextColumn, WholeNumberColumn } from '@demarche/store';
import { Entity, ForeignKey, Unique } from 'typeorm';
import type { ScaleWord } from './scale';

/** The one thing of a plan's narrative that is not assembled anew each time: the word of the scale a person chose. */
@Entity('narratives')
@Unique(['planId'])
export class Narrative {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @ForeignKey('Plan')
  planId!: string;

  @TextColumn({ nullable: true })
  scaleWord!: ScaleWord | null;

  @WholeNumberColumn()
  version!: number;

  @IdColumn()
  chosenBy!: string;

  @InstantColumn()
  chosenAt!: string;
}
