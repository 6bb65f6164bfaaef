import { DateColumn, IdColumn, JsonColumn, PrimaryId, TextColumn } from '@demarche/store';
import { Entity, ForeignKey, Unique } from 'typeorm';

/** A post's weekend from a day on; the row with the latest `from` that is not after a date speaks for it. */
@Entity('workWeeks')
@Unique(['postId', 'from'])
export class WorkWeekRow {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @ForeignKey('Post')
  postId!: string;

  /** First day it holds; null means since always. */
  @DateColumn({ nullable: true })
  from!: string | null;

  /** The days off, as ISO weekdays 1 (Monday) to 7 (Sunday). */
  @JsonColumn()
  weekend!: number[];

  @TextColumn()
  source!: string;
}
