import { IdColumn, PrimaryId, TextColumn, WholeNumberColumn } from '@demarche/store';
import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { Tier } from './tier';

/** Where one annual report placed a country. */
@Entity('listings')
@Unique(['countryId', 'reportYear'])
@Index(['reportYear'])
export class Listing {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @ForeignKey('Country')
  countryId!: string;

  @WholeNumberColumn()
  reportYear!: number;

  @TextColumn()
  tier!: Tier;

  @TextColumn()
  source!: string;
}
