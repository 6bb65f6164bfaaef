import { type Actor, Acts } from '@demarche/access';
import { accept, Conflict, Invalid, NotFound } from '@demarche/base';
import { Injectable } from '@nestjs/common';
import { MilestoneMoved } from '../events';
import { MilestoneInput, type MilestoneGiven } from '../register.input';
import { cycleOfYear } from '../shipped/cycles';
import {
  type EnteredMilestone,
  type MilestoneMove,
  milestonesOfCycle,
  movesBetween,
} from './cycle-milestones';
import { CycleRepository } from './cycle.repository';

const FIRST_REPORT_YEAR = 2001;
const LAST_REPORT_YEAR = 2100;
const KEEP = { permission: 'manage-register' } as const;

/** How people keep the dates of a cycle: each act needs `manage-register` and stands in the trail. */
@Injectable()
export class CycleKeeping {
  constructor(
    private readonly acts: Acts,
    private readonly cycles: CycleRepository,
  ) {}

  /** Opens a cycle. Throws Invalid on a year without a report, Conflict when it is open. */
  openCycle(actor: Actor, reportYear: number): Promise<{ id: string }> {
    return this.acts.perform(actor, { ...KEEP, action: 'register.open-cycle' }, async (_unit, note) => {
      if (!Number.isInteger(reportYear) || reportYear < FIRST_REPORT_YEAR || reportYear > LAST_REPORT_YEAR)
        throw Invalid.because('reportYear', 'no-report', 'The year must be from 2001 to 2100.');
      const cycle = cycleOfYear(reportYear);
      if (await this.cycles.cycle(cycle.id))
        throw new Conflict('duplicate', `The cycle ${cycle.name} is already open.`);
      await this.cycles.addCycle(cycle);
      note.about('cycle', cycle.id);
      return { id: cycle.id };
    });
  }

  /** Keeps an instructed or actual milestone. Throws Invalid on a statutory one, NotFound without its cycle. */
  setMilestone(actor: Actor, given: MilestoneGiven): Promise<{ id: string }> {
    return this.acts.perform(actor, { ...KEEP, action: 'register.set-milestone' }, async (unit, note) => {
      const { until, ...milestone } = accept(MilestoneInput, given);
      const moves = await this.movesBy({ ...milestone, until: until ?? null });
      const id = await this.cycles.keepMilestone({ ...milestone, until: until ?? null });
      for (const move of moves) await unit.happened(new MilestoneMoved(move));
      note.about('cycle', milestone.cycleId, { kind: milestone.kind, nature: milestone.nature });
      return { id };
    });
  }

  /** Which owed dates a milestone would move. Throws what `setMilestone` throws, and changes nothing. */
  async foreseeMilestone(actor: Actor, given: MilestoneGiven): Promise<MilestoneMove[]> {
    actor.must(KEEP.permission);
    const { until, ...milestone } = accept(MilestoneInput, given);
    return this.movesBy({ ...milestone, until: until ?? null });
  }

  private async movesBy(entered: EnteredMilestone & { cycleId: string }): Promise<MilestoneMove[]> {
    const { cycleId, kind, nature } = entered;
    const cycle = await this.cycles.cycle(cycleId);
    if (!cycle) throw new NotFound('cycle');
    const known = await this.cycles.milestonesOf(cycleId);
    const others = known.filter((one) => one.kind !== kind || one.nature !== nature);
    return movesBetween(cycleId, {
      before: milestonesOfCycle(cycle.reportYear, known),
      after: milestonesOfCycle(cycle.reportYear, [...others, entered]),
    });
  }
}
