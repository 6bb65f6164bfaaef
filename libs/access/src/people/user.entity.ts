import {
  DateColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  PrimaryId,
  TextColumn,
  WholeNumberColumn,
} from '@demarche/store';
import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { Role } from '../permissions';
import type { Posting } from './postings';

/** A person with an account; the e-mail address is kept in small letters. */
@Entity('users')
@Unique(['email'])
export class User {
  @PrimaryId()
  id!: string;

  @TextColumn()
  email!: string;

  @TextColumn()
  name!: string;

  @TextColumn()
  title!: string;

  @TextColumn()
  role!: Role;

  @FlagColumn()
  isActive!: boolean;

  @FlagColumn()
  isDemo!: boolean;

  @TextColumn({ nullable: true })
  passwordHash!: string | null;

  @InstantColumn()
  createdAt!: string;

  @WholeNumberColumn()
  version!: number;
}

/** That a person serves at a post, from a day and until a day. */
@Entity('userPosts')
@Unique(['userId', 'postId', 'startsOn'])
export class UserPost implements Posting {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @ForeignKey('User')
  userId!: string;

  @IdColumn()
  @Index()
  @ForeignKey('Post')
  postId!: string;

  @DateColumn()
  startsOn!: string;

  @DateColumn({ nullable: true })
  endedOn!: string | null;
}
