import type { Marking } from '@demarche/rules';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  PrimaryId,
  TextColumn,
  WholeNumberColumn,
} from '@demarche/store';
import { Entity, ForeignKey, Unique } from 'typeorm';
import type { PaperKind } from './paper-kind';

/** A paper as it was made; it is never changed, a better one gets the next number. */
@Entity('papers')
@Unique(['planId', 'kind', 'number'])
export class Paper {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @ForeignKey('Plan')
  planId!: string;

  @TextColumn()
  kind!: PaperKind;

  /** Counts the papers of one kind of a plan, from 1. */
  @WholeNumberColumn()
  number!: number;

  /** The paper text, one block a line; every form of the paper is made from it. */
  @TextColumn()
  text!: string;

  /** SHA-256 of the text as lowercase hex: what a release is given for. */
  @TextColumn()
  textHash!: string;

  /** SHA-256 over the template and its partials. */
  @TextColumn()
  templateHash!: string;

  /** What the template was given. */
  @JsonColumn()
  facts!: unknown;

  /** The highest mark of what it holds; null for a paper that carries none. */
  @TextColumn({ nullable: true })
  marking!: Marking | null;

  @InstantColumn()
  madeAt!: string;

  @IdColumn()
  madeBy!: string;
}
