import { IdColumn, PrimaryId } from '@demarche/store';
import { Entity, ForeignKey, Index } from 'typeorm';

/** The one post that deals with a country; a country without a row has none. The post may stand abroad. */
@Entity('leadPosts')
@Index(['postId'])
export class LeadPost {
  @PrimaryId()
  @ForeignKey('Country')
  countryId!: string;

  @IdColumn()
  @ForeignKey('Post')
  postId!: string;
}
