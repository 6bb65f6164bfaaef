import { PrimaryId, FlagColumn, TextColumn } from '@demarche/store';
import { Entity, Unique } from 'typeorm';

/** A country or territory that the annual report ranks, named as papers name it. */
@Entity('countries')
@Unique(['geographicTag'])
export class Country {
  /** ISO 3166 code of three letters; Kosovo, which has none, is `XKX`. */
  @PrimaryId()
  id!: string;

  @TextColumn()
  iso2!: string;

  @TextColumn()
  name!: string;

  @TextColumn()
  adjective!: string;

  /** The two letters that stand in a cable's TAGS line. */
  @TextColumn()
  geographicTag!: string;

  /** The regional bureau; null for the United States alone. */
  @TextColumn({ nullable: true })
  bureau!: string | null;

  @FlagColumn()
  isRanked!: boolean;
}
