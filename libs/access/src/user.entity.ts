import { FlagColumn, IdColumn, InstantColumn, PrimaryId, TextColumn } from '@demarche/store';
import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { Role } from './permissions';

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
}

/** That a person serves at a post. */
@Entity('userPosts')
@Unique(['userId', 'postId'])
export class UserPost {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @ForeignKey('User')
  userId!: string;

  @IdColumn()
  @Index()
  @ForeignKey('Post')
  postId!: string;
}
