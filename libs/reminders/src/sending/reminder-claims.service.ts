import { newSecret } from '@demarche/base';
import { DeadlineBoard } from '@demarche/deadlines';
import { SendingGate, UnitOfWork } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import type { Reminder } from '../ledger/reminder.entity';
import { type ReminderGuard, ReminderRepository } from '../ledger/reminder.repository';
import { SendingTimes } from './sending-times.service';

/** A row that this process alone may send until the lease runs out; the token proves it. */
export type Claim = Reminder & { token: string };

/** What a ring finds: a claim, a body that left and was never answered for, or nothing to do. */
type Finding = { kind: 'claimed'; claim: Claim } | { kind: 'silent'; row: Claim } | { kind: 'nothing' };

/** Whether a body may leave, or why not: the deadline moved on, or the claim belongs to somebody else by now. */
type Handover = 'go' | 'overtaken' | 'lost';

/** Keeps two senders from one reminder. The ledger decides, whatever queue or clock rang; a paused house claims none. */
@Injectable()
export class ReminderClaims {
  constructor(
    private readonly reminders: ReminderRepository,
    private readonly deadlines: DeadlineBoard,
    private readonly units: UnitOfWork,
    private readonly times: SendingTimes,
    private readonly gate: SendingGate,
  ) {}

  /** Tries to take a row for sending. One conditional change decides; whoever loses finds nothing to do. */
  async take(reminderId: string): Promise<Finding> {
    const row = await this.reminders.byId(reminderId);
    if (!row || !this.wantsRinging(row) || !(await this.gate.isOpen())) return { kind: 'nothing' };
    // Taking such a row over as if nothing had left could put a second copy beside a first that arrived.
    if (row.state === 'sending' && row.bodyHandedAt !== null) return { kind: 'silent', row: withToken(row) };
    const changes = this.claimOn(row);
    const won = await this.units.run(() => this.reminders.changeIf(unchanged(row), changes));
    return won ? { kind: 'claimed', claim: { ...row, ...changes } } : { kind: 'nothing' };
  }

  /**
   * Reads the deadline once more and commits that the body leaves now. Before this commit nothing can have been
   * accepted; after it, a crash leaves the row for the ambiguous hold.
   */
  async handOver(claim: Claim): Promise<Handover> {
    return this.units.run(async () => {
      const guard = { id: claim.id, states: ['sending'], token: claim.token } as const;
      if (!(await this.deadlines.isOwed(claim.deadlineId, claim.deadlineVersion))) {
        await this.reminders.changeIf(guard, CANCELLED);
        return 'overtaken';
      }
      const now = this.times.now;
      const changes = { bodyHandedAt: now, leaseUntil: this.times.leaseEnd };
      return (await this.reminders.changeIf({ ...guard, bodyHandedAt: null }, changes)) ? 'go' : 'lost';
    });
  }

  private wantsRinging(row: Reminder): boolean {
    const wantedAt = row.nextAt ?? row.leaseUntil;
    return wantedAt !== null && wantedAt <= this.times.now;
  }

  private claimOn(row: Reminder) {
    return {
      state: 'sending',
      token: newSecret(),
      leaseUntil: this.times.leaseEnd,
      attempt: row.attempt + 1,
      firstTriedAt: row.firstTriedAt ?? this.times.now,
      bodyHandedAt: null,
      nextAt: null,
    } as const;
  }
}

const CANCELLED = {
  state: 'cancelled',
  reason: 'overtaken',
  token: null,
  leaseUntil: null,
  nextAt: null,
} as const;

/** The row as it was read. A claim that ran out may still be handing over its body: then this one must not win. */
function unchanged(row: Reminder): ReminderGuard {
  const guard = { id: row.id, states: [row.state], attempt: row.attempt };
  return row.state === 'sending' ? { ...guard, bodyHandedAt: null } : guard;
}

function withToken(row: Reminder): Claim {
  if (row.token === null) throw new Error(`The reminder ${row.id} is being sent without a token.`);
  return { ...row, token: row.token };
}
