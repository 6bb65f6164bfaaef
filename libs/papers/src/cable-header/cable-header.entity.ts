import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  PrimaryId,
  TextColumn,
  WholeNumberColumn,
} from '@demarche/store';
import { Entity, ForeignKey, Unique } from 'typeorm';
import type { Precedence } from './cable-header.input';

/** What a person chose for the header of a plan's cables, over what its source cable says. */
@Entity('cableHeaders')
@Unique(['planId'])
export class CableHeader {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @ForeignKey('Plan')
  planId!: string;

  @TextColumn()
  precedence!: Precedence;

  @JsonColumn()
  captions!: string[];

  /** Numbers of earlier cables in their one form, in the order of the REF line. */
  @JsonColumn()
  citedCables!: string[];

  /** The TAGS line as a person chose it; null where nobody did. */
  @JsonColumn({ nullable: true })
  tags!: string[] | null;

  @WholeNumberColumn()
  version!: number;

  @IdColumn()
  chosenBy!: string;

  @InstantColumn()
  chosenAt!: string;
}
