import { IdColumn, InstantColumn, PrimaryId, TextColumn } from '@demarche/store';
import { Entity, ForeignKey, Index } from 'typeorm';

/** One line for one person to read on screen; `link` is a path inside this site, or null. */
@Entity('notices')
@Index(['userId', 'createdAt'])
export class Notice {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @ForeignKey('User')
  userId!: string;

  @TextColumn()
  text!: string;

  @TextColumn({ nullable: true })
  link!: string | null;

  @InstantColumn()
  createdAt!: string;

  @InstantColumn({ nullable: true })
  readAt!: string | null;
}
