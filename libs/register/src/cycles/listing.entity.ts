import { IdColumn, PrimaryId, TextColumn, WholeNumberColumn } from '@demarche/store';
import { Entity, ForeignKey, Unique } from 'typeorm';
import type { Tier } from './tier';

/** Where one annual report placed a country. */
@Entity('listings')
@Unique(['countryId', 'reportYear'])
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
