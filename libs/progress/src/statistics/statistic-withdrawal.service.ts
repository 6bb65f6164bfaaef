import { Acts, type Actor, type AuditNote } from '@demarche/access';
import { accept, Clock } from '@demarche/base';
import { Injectable } from '@nestjs/common';
import { mustTurn, STANDS, type Withdrawable } from '../withdrawal';
import { RestoreInput, type Restoring, type Withdrawal, WithdrawalInput } from '../withdrawal.input';
import type { Statistic } from './statistic.entity';
import { StatisticRepository } from './statistic.repository';
import { receiptOf, type StatisticReceipt, Statistics, statisticWording } from './statistics.service';

/** A change of a figure's standing: the row as it was, what becomes of it, and why. */
interface StandingChange {
  before: Statistic;
  version: number | undefined;
  columns: Withdrawable;
  reason: string | null;
}

/** The way back from a figure logged in error: withdrawn, it is kept and used nowhere; restored, it may be used again. */
@Injectable()
export class StatisticWithdrawal {
  constructor(
    private readonly statistics: Statistics,
    private readonly rows: StatisticRepository,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /**
   * Withdraws a figure with a reason. Throws Conflict `state` when it is withdrawn already, `stale` or
   * `missing-version` as every edit does, NotFound for one of another post.
   */
  async withdraw(actor: Actor, given: Withdrawal): Promise<StatisticReceipt> {
    const { id, version, reason } = accept(WithdrawalInput, given);
    const act = { permission: 'log-statistic', action: 'statistic.withdraw' } as const;
    return this.acts.perform(actor, act, async (_unit, note) => {
      const before = await this.statistics.one(actor, id);
      const withdrawn = { withdrawnAt: this.clock.now(), withdrawnBy: actor.userId, withdrawReason: reason };
      return this.change({ before, version, columns: withdrawn, reason }, actor, note);
    });
  }

  /** Restores a withdrawn figure as it was. Throws Conflict `state` when it stands, and otherwise what `withdraw` throws. */
  async restore(actor: Actor, given: Restoring): Promise<StatisticReceipt> {
    const { id, version, reason } = accept(RestoreInput, given);
    const act = { permission: 'log-statistic', action: 'statistic.restore' } as const;
    return this.acts.perform(actor, act, async (_unit, note) => {
      const before = await this.statistics.one(actor, id);
      return this.change({ before, version, columns: STANDS, reason }, actor, note);
    });
  }

  private async change(change: StandingChange, actor: Actor, note: AuditNote): Promise<StatisticReceipt> {
    const { before, version, columns, reason } = change;
    const { id, planId } = before;
    const next = await this.rows.amend({ id, version }, columns);
    mustTurn(before, columns);
    const replaced = { replacedBy: actor.userId, replacedAt: this.clock.now(), reason };
    await this.rows.keepRevision({
      statisticId: id,
      version: before.version,
      wording: statisticWording(before),
      ...replaced,
    });
    note.about('statistic', id, { planId, version: next });
    return receiptOf({ ...before, ...columns, version: next });
  }
}
