import { DateColumn, IdColumn, PrimaryId, TextColumn } from '@demarche/store';
import { Entity, ForeignKey, Unique } from 'typeorm';

/** A day on which a post is closed because its host country rests. */
@Entity('hostHolidays')
@Unique(['postId', 'on'])
export class HostHoliday {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @ForeignKey('Post')
  postId!: string;

  @DateColumn()
  on!: string;

  @TextColumn()
  name!: string;

  @TextColumn()
  source!: string;
}
