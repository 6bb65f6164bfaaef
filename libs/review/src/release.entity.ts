import { IdColumn, InstantColumn, PrimaryId, TextColumn } from '@demarche/store';
import { Entity, ForeignKey, Index, Unique } from 'typeorm';

/**
 * One proposal to let a text leave the house, and its end: confirmed by a second person, refused, or lapsed because a
 * newer text of the same subject was proposed. It names the text by its hash and never holds it.
 */
@Entity('releases')
@Unique(['openSubject'])
@Index(['subjectKind', 'subjectId'])
export class Release {
  @PrimaryId()
  id!: string;

  @TextColumn()
  subjectKind!: string;

  @IdColumn()
  subjectId!: string;

  /** SHA-256 of the text as lowercase hex. */
  @TextColumn()
  textHash!: string;

  @IdColumn({ nullable: true })
  @ForeignKey('Post')
  postId!: string | null;

  /** What people read in lists and notices; never part of the text itself. */
  @TextColumn()
  title!: string;

  @TextColumn({ nullable: true })
  link!: string | null;

  /** Kind and id while the proposal is open, then null: the database lets one be open per subject. */
  @TextColumn({ nullable: true })
  openSubject!: string | null;

  @IdColumn()
  proposedBy!: string;

  @InstantColumn()
  proposedAt!: string;

  @IdColumn({ nullable: true })
  confirmedBy!: string | null;

  @InstantColumn({ nullable: true })
  confirmedAt!: string | null;

  @IdColumn({ nullable: true })
  refusedBy!: string | null;

  @InstantColumn({ nullable: true })
  refusedAt!: string | null;

  @TextColumn({ nullable: true })
  refuseReason!: string | null;

  @InstantColumn({ nullable: true })
  lapsedAt!: string | null;
}
