import { type Actor, Acts } from '@demarche/access';
import { accept, againstFarDay, Conflict, Invalid, NotFound } from '@demarche/base';
import { Injectable } from '@nestjs/common';
import { MilestoneMoved } from '../events';
import {
  MilestoneDateInput,
  type MilestoneDateGiven,
  type MilestoneDateRead,
  type MilestoneGiven,
  MilestoneInput,
} from '../register.input';
import { cycleOfYear } from '../shipped/cycles';
import {
  type EnteredMilestone,
  type MilestoneMove,
  milestonesOfCycle,
  movesBetween,
} from './cycle-milestones';
import type { Cycle } from './cycle.entity';
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

  /**
   * Keeps an instructed or actual milestone. Throws Invalid on a statutory one and on a day far from the cycle of which
   * nobody is sure, NotFound without its cycle.
   */
  setMilestone(actor: Actor, given: MilestoneGiven): Promise<{ id: string }> {
    return this.acts.perform(actor, { ...KEEP, action: 'register.set-milestone' }, async (unit, note) => {
      const { milestone, moves } = await this.read(accept(MilestoneInput, given));
      const id = await this.cycles.keepMilestone(milestone);
      for (const move of moves) await unit.happened(new MilestoneMoved(move));
      note.about('cycle', milestone.cycleId, { kind: milestone.kind, nature: milestone.nature });
      return { id };
    });
  }

  /** Which owed dates a milestone would move. Throws what `setMilestone` throws, and changes nothing. */
  async foreseeMilestone(actor: Actor, given: MilestoneDateGiven): Promise<MilestoneMove[]> {
    actor.must(KEEP.permission);
    return (await this.read(accept(MilestoneDateInput, given))).moves;
  }

  /** The milestone that a date makes, and the owed dates that it moves. */
  private async read({ sure, until, source = '', ...date }: MilestoneDateRead) {
    const milestone = { ...date, until: until ?? null, source };
    const cycle = await this.cycles.cycle(date.cycleId);
    if (!cycle) throw new NotFound('cycle');
    againstFarDays(milestone, { reportYear: cycle.reportYear, sure });
    return { milestone, moves: await this.movesBy(milestone, cycle) };
  }

  private async movesBy(
    entered: EnteredMilestone & { cycleId: string },
    cycle: Cycle,
  ): Promise<MilestoneMove[]> {
    const { cycleId, kind, nature } = entered;
    const known = await this.cycles.milestonesOf(cycleId);
    const others = known.filter((one) => one.kind !== kind || one.nature !== nature);
    return movesBetween(cycleId, {
      before: milestonesOfCycle(cycle.reportYear, known),
      after: milestonesOfCycle(cycle.reportYear, [...others, entered]),
    });
  }
}

function againstFarDays({ on, until }: EnteredMilestone, asked: { reportYear: number; sure: boolean }): void {
  const ofEnd = until ? againstFarDay('until', until, asked) : [];
  const far = [...againstFarDay('on', on, asked), ...ofEnd];
  if (far.length > 0) throw new Invalid(far);
}
