import { Acts, type Actor, type AuditNote } from '@demarche/access';
import { accept, Clock, Invalid } from '@demarche/base';
import { PlanReading } from '@demarche/plans';
import type { Unit } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { mustTurn, STANDS, type Withdrawable } from '../withdrawal';
import { RestoreInput, type Restoring, type Withdrawal, WithdrawalInput } from '../withdrawal.input';
import { type MovedEffort, MovedEffortInput } from './effort.input';
import { EffortRecorded, standingOf } from './effort-recorded';
import { EffortRepository } from './effort.repository';
import { type EffortView, wordingOf } from './effort-view';
import { type EffortReceipt, Efforts, receiptOf } from './efforts.service';

/** A change of an effort's standing: the row as it was, what becomes of it, and why. */
interface StandingChange {
  before: EffortView;
  version: number | undefined;
  columns: Withdrawable;
  reason: string | null;
}

/** The way back from an effort logged in error: withdrawn, it is kept and counts nowhere; restored, it counts again. */
@Injectable()
export class EffortWithdrawal {
  constructor(
    private readonly efforts: Efforts,
    private readonly rows: EffortRepository,
    private readonly plans: PlanReading,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /**
   * Withdraws an effort with a reason. Throws Conflict `state` when it is withdrawn already, `stale` or
   * `missing-version` as every edit does, NotFound for one of another post.
   */
  async withdraw(actor: Actor, given: Withdrawal): Promise<EffortReceipt> {
    const { id, version, reason } = accept(WithdrawalInput, given);
    const act = { permission: 'log-effort', action: 'effort.withdraw' } as const;
    return this.acts.perform(actor, act, async (unit, note) => {
      const before = await this.efforts.one(actor, id);
      const withdrawn = { withdrawnAt: this.clock.now(), withdrawnBy: actor.userId, withdrawReason: reason };
      return this.change({ before, version, columns: withdrawn, reason }, actor, { unit, note });
    });
  }

  /** Restores a withdrawn effort as it was. Throws Conflict `state` when it stands, and otherwise what `withdraw` throws. */
  async restore(actor: Actor, given: Restoring): Promise<EffortReceipt> {
    const { id, version, reason } = accept(RestoreInput, given);
    const act = { permission: 'log-effort', action: 'effort.restore' } as const;
    return this.acts.perform(actor, act, async (unit, note) => {
      const before = await this.efforts.one(actor, id);
      return this.change({ before, version, columns: STANDS, reason }, actor, { unit, note });
    });
  }

  /**
   * Logs an effort anew on another plan and withdraws it where it was, in one act. Throws Invalid `same-plan` for the
   * plan it is on, and otherwise what recording and withdrawing throw.
   */
  async move(actor: Actor, given: MovedEffort): Promise<EffortReceipt> {
    const { id, version, ...told } = accept(MovedEffortInput, given);
    const act = { permission: 'log-effort', action: 'effort.move' } as const;
    return this.acts.perform(actor, act, async (_unit, note) => {
      const { planId } = await this.efforts.one(actor, id);
      const { plan } = await this.plans.open(actor, told.planId);
      await this.withdraw(actor, { id, version, reason: `Logged on the wrong plan. Now on: ${plan.title}.` });
      if (planId === plan.id) throw Invalid.because('planId', 'same-plan', 'Choose another plan.');
      const receipt = await this.efforts.record(actor, told);
      note.about('effort', id, { planId, movedTo: receipt.id });
      return receipt;
    });
  }

  private async change(
    { before, version, columns, reason }: StandingChange,
    actor: Actor,
    { unit, note }: { unit: Unit; note: AuditNote },
  ): Promise<EffortReceipt> {
    const { id, planId } = before;
    const next = await this.rows.amend({ id, version }, columns);
    mustTurn(before, columns);
    const replaced = { replacedBy: actor.userId, replacedAt: this.clock.now(), reason };
    await this.rows.keepRevision({
      effortId: id,
      version: before.version,
      wording: wordingOf(before),
      ...replaced,
    });
    const after = { ...before, ...columns, version: next };
    await unit.happened(new EffortRecorded(id, standingOf(before), standingOf(after)));
    note.about('effort', id, { planId, version: next });
    return receiptOf(after);
  }
}
