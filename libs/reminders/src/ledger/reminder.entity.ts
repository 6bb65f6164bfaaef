import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  PrimaryId,
  TextColumn,
  WholeNumberColumn,
} from '@demarche/store';
import type { ReminderRole, ReminderStep } from '@demarche/rules';
import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { ReminderReason, ReminderState } from './reminder-state';

/** One mail that is owed to one person: the ledger's row, which stays when everything else forgets. */
@Entity('reminders')
@Index(['state', 'nextAt'])
@Index(['nextAt', 'id'])
@Unique(['deadlineId', 'deadlineVersion', 'step', 'recipientId'])
export class Reminder {
  @PrimaryId()
  id!: string;

  @IdColumn()
  @ForeignKey('Deadline')
  deadlineId!: string;

  /** The version of the deadline for which it was planned; a later version owes it no more. */
  @WholeNumberColumn()
  deadlineVersion!: number;

  @TextColumn()
  step!: ReminderStep;

  @IdColumn()
  @Index()
  @ForeignKey('User')
  recipientId!: string;

  @TextColumn()
  role!: ReminderRole;

  @InstantColumn()
  dueAt!: string;

  @TextColumn()
  state!: ReminderState;

  @TextColumn({ nullable: true })
  reason!: ReminderReason | null;

  /** Names the claim in force; whoever holds another one may no longer change the row. */
  @TextColumn({ nullable: true })
  token!: string | null;

  /** Until when the claim holds; null unless the row is being sent. */
  @InstantColumn({ nullable: true })
  @Index()
  leaseUntil!: string | null;

  /** How often it was claimed. */
  @WholeNumberColumn()
  attempt!: number;

  /** Made from the row's unique key and never changed, so that every copy of the mail names itself alike. */
  @TextColumn()
  messageId!: string;

  @InstantColumn({ nullable: true })
  firstTriedAt!: string | null;

  /** Committed just before the body leaves in the present attempt: without it nothing can have been accepted. */
  @InstantColumn({ nullable: true })
  bodyHandedAt!: string | null;

  /** Whether a body once left without an answer; a second time ends the row. */
  @FlagColumn()
  wasUnanswered!: boolean;

  @InstantColumn({ nullable: true })
  sentAt!: string | null;

  /** What the mail server said last. */
  @TextColumn({ nullable: true })
  response!: string | null;

  /** When the row next wants to be rung; null while it is being sent and when it is closed. */
  @InstantColumn({ nullable: true })
  nextAt!: string | null;
}
