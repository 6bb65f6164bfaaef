import { cycleInForce, type CycleWindow } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { guidingMilestone, milestonesOfCycle } from './cycle-milestones';
import { CycleRepository } from './cycle.repository';

/** Says to which cycle a day belongs, by the interim windows of all cycles: computed, instructed and as they happened. */
@Injectable()
export class CycleWindows {
  constructor(private readonly years: CycleRepository) {}

  /** The id of the cycle in force on a day, by the rule `cycle-in-force`; null before every window. */
  async inForceOn(day: string): Promise<string | null> {
    return cycleInForce(await this.all(), day);
  }

  private async all(): Promise<CycleWindow[]> {
    const entered = await this.years.everyMilestone();
    return (await this.years.cycles()).flatMap(({ id, reportYear }) => {
      const own = entered.filter(({ cycleId }) => cycleId === id);
      const window = guidingMilestone(milestonesOfCycle(reportYear, own), 'interim-window');
      return window ? [{ cycleId: id, from: window.on }] : [];
    });
  }
}
