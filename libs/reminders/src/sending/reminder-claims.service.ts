import { type Instant, newSecret } from '@demarche/base';
import { DeadlineBoard } from '@demarche/deadlines';
import { SendingGate } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { LedgerTurns } from '../ledger/ledger-turns.service';
import type { Reminder } from '../ledger/reminder.entity';
import { ReminderRepository } from '../ledger/reminder.repository';
import { Together } from '../ledger/together';
import { SendingTimes } from './sending-times.service';

/** A row that this process alone may send until the lease runs out; the token proves it. */
export type Claim = Reminder & { token: string };

/** What a ring finds: a claim, a body that left and was never answered for, or nothing to do. */
type Finding = { kind: 'claimed'; claim: Claim } | { kind: 'silent'; row: Claim } | { kind: 'nothing' };

/** Whether a body may leave, or why not: the deadline moved on, or the claim belongs to somebody else by now. */
type Handover = 'go' | 'overtaken' | 'lost';

const NOTHING: Finding = { kind: 'nothing' };

/** Keeps two senders from one reminder. The ledger decides, whatever queue or clock rang; a paused house claims none. */
@Injectable()
export class ReminderClaims {
  private readonly opening = new Together((asked: string[]) => this.allowed(asked));

  constructor(
    private readonly reminders: ReminderRepository,
    private readonly deadlines: DeadlineBoard,
    private readonly turns: LedgerTurns,
    private readonly times: SendingTimes,
    private readonly gate: SendingGate,
  ) {}

  /** Tries to take a row for sending. One conditional change decides; whoever loses finds nothing to do. */
  async take(reminderId: string): Promise<Finding> {
    if (!(await this.opening.ask(reminderId))) return NOTHING;
    return this.turns.ask('claim', reminderId, (ids: string[]) => this.claimAll(ids));
  }

  /**
   * Reads the deadline once more and commits that the body leaves now. Before this commit nothing can have been
   * accepted; after it, a crash leaves the row for the ambiguous hold.
   */
  handOver(claim: Claim): Promise<Handover> {
    return this.turns.ask('handover', claim, (claims: Claim[]) => this.handOverAll(claims));
  }

  /** One look at the gate for all who ask at this moment. */
  private async allowed(asked: string[]): Promise<boolean[]> {
    const isOpen = await this.gate.isOpen();
    return asked.map(() => isOpen);
  }

  /** Claims rows in the order asked for; asked twice for one, the first has it. */
  private async claimAll(reminderIds: string[]): Promise<Finding[]> {
    const ids = [...new Set(reminderIds)];
    const { now, leaseEnd: leaseUntil } = this.times;
    const terms = { token: newSecret(), now, leaseUntil };
    await this.reminders.claim(ids, terms);
    const rows = await this.reminders.byIds(ids);
    const found = new Map(rows.map((row) => [row.id, findingOf(row, terms)]));
    return reminderIds.map((id) => {
      const finding = found.get(id) ?? NOTHING;
      found.delete(id);
      return finding;
    });
  }

  private async handOverAll(claims: Claim[]): Promise<Handover[]> {
    const versions = await this.deadlines.owedVersions(claims.map(({ deadlineId }) => deadlineId));
    const handovers: Handover[] = [];
    for (const claim of claims) {
      const isOwed = versions.get(claim.deadlineId) === claim.deadlineVersion;
      handovers.push(await (isOwed ? this.letGo(claim) : this.keepBack(claim)));
    }
    return handovers;
  }

  private async letGo({ id, token }: Claim): Promise<Handover> {
    const { now, leaseEnd: leaseUntil } = this.times;
    const guard = { id, token, states: ['sending'], bodyHandedAt: null } as const;
    return (await this.reminders.changeIf(guard, { bodyHandedAt: now, leaseUntil })) ? 'go' : 'lost';
  }

  private async keepBack({ id, token }: Claim): Promise<Handover> {
    await this.reminders.changeIf({ id, token, states: ['sending'] }, CANCELLED);
    return 'overtaken';
  }
}

const CANCELLED = {
  state: 'cancelled',
  reason: 'overtaken',
  token: null,
  leaseUntil: null,
  nextAt: null,
} as const;

/** Taking a row over as if nothing had left could put a second copy beside a first that arrived. */
function findingOf(row: Reminder, { token, now }: { token: string; now: Instant }): Finding {
  if (row.state !== 'sending' || row.token === null) return NOTHING;
  const claim = { ...row, token: row.token };
  if (row.token === token) return { kind: 'claimed', claim };
  const isOver = row.leaseUntil !== null && row.leaseUntil <= now;
  return isOver && row.bodyHandedAt !== null ? { kind: 'silent', row: claim } : NOTHING;
}
