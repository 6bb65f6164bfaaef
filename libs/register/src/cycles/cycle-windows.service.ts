import { cycleInForce, type CycleWindow, type Milestone } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { guidingMilestone, milestonesOfCycle } from './cycle-milestones';
import type { Cycle } from './cycle.entity';
import { CycleRepository } from './cycle.repository';

/** Says to which cycle a day belongs, by the interim windows of all cycles: computed, instructed and as they happened. */
@Injectable()
export class CycleWindows {
  constructor(private readonly years: CycleRepository) {}

  /** The id of the cycle in force on a day, by the rule `cycle-in-force`; null before every window. */
  async inForceOn(day: string): Promise<string | null> {
    return cycleInForce(await this.all(), day);
  }

  /** The milestones of many cycles by the cycle's id, computed and entered, with one question. */
  async milestonesAmong(cycles: readonly CycleYear[]): Promise<Map<string, Milestone[]>> {
    const entered = cycles.length === 0 ? [] : await this.years.everyMilestone();
    const ownOf = (id: string) => entered.filter(({ cycleId }) => cycleId === id);
    return new Map(cycles.map(({ id, reportYear }) => [id, milestonesOfCycle(reportYear, ownOf(id))]));
  }

  private async all(): Promise<CycleWindow[]> {
    const milestones = await this.milestonesAmong(await this.years.cycles());
    return [...milestones].flatMap(([cycleId, own]) => {
      const window = guidingMilestone(own, 'interim-window');
      return window ? [{ cycleId, from: window.on }] : [];
    });
  }
}

/** A cycle as far as its milestones are counted from it. */
type CycleYear = Pick<Cycle, 'id' | 'reportYear'>;
