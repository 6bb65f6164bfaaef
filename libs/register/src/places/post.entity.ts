import { type Code } from '@demarche/words';
import { FlagColumn, IdColumn, PrimaryId, TextColumn } from '@demarche/store';
import { Entity, ForeignKey, Index } from 'typeorm';

/** An embassy, consulate or office abroad, under the name its cables carry. */
@Entity('posts')
@Index(['countryId'])
export class Post {
  /** The post's word in a cable number, without blanks: `DUSHANBE`, `PHNOMPENH`. */
  @PrimaryId()
  id!: string;

  @TextColumn()
  city!: string;

  @TextColumn()
  name!: string;

  /** `embassy`, `consulate`, `mission` or `office`. */
  @TextColumn()
  kind!: Code<'post-kind'>;

  /** Where the post stands, which is not always the only country it deals with. */
  @IdColumn()
  @ForeignKey('Country')
  countryId!: string;

  /** IANA zone of its city. */
  @TextColumn()
  zone!: string;

  @FlagColumn()
  isActive!: boolean;
}
