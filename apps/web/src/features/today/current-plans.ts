import type { Actor } from '@demarche/access';
import { Clock, ROWS_A_PAGE } from '@demarche/base';
import { PlanReading, type PlanRow } from '@demarche/plans';
import { CycleWindows } from '@demarche/register';
import { plural } from '@demarche/words';
import { Injectable } from '@nestjs/common';

/** The plans that a home page leads with, and those of cycles that are only being prepared. */
interface CurrentPlans {
  rows: PlanRow[];
  coming: PlanRow[];
}

/** Finds the plans of the cycle in force, or of the last one before it that has any; a later one does not push them away. */
@Injectable()
export class PlansInForce {
  constructor(
    private readonly plans: PlanReading,
    private readonly windows: CycleWindows,
    private readonly clock: Clock,
  ) {}

  /** The plans in force today in a zone, as far as an actor may see them. */
  async today(actor: Actor, zone: string): Promise<CurrentPlans> {
    const heads = await this.plans.everyHead(actor);
    const inForce = (await this.windows.inForceOn(this.clock.today(zone))) ?? '';
    const leading = heads.find(({ cycleId }) => cycleId <= inForce) ?? heads.at(-1);
    if (!leading) return { rows: [], coming: [] };
    const later = new Set(heads.map(({ cycleId }) => cycleId).filter((id) => id > leading.cycleId));
    const coming: PlanRow[] = [];
    for (const cycleId of later) coming.push(...(await this.ofCycle(actor, cycleId)));
    return { rows: await this.ofCycle(actor, leading.cycleId), coming };
  }

  private async ofCycle(actor: Actor, cycleId: string): Promise<PlanRow[]> {
    const rows: PlanRow[] = [];
    for (let page = 1; ; page += 1) {
      const list = await this.plans.list(actor, { cycleId, page });
      rows.push(...list.rows);
      if (list.rows.length < ROWS_A_PAGE) return rows;
    }
  }
}

/** What a page says of plans that are only being prepared, with the list behind it: one line a cycle. */
export function comingInWords(coming: readonly PlanRow[]): { words: string; href: string }[] {
  const cycles = [...new Set(coming.map(({ cycleId }) => cycleId))].sort();
  return cycles.map((cycleId) => comingIn(coming.filter((row) => row.cycleId === cycleId)));
}

function comingIn(rows: PlanRow[]): { words: string; href: string } {
  const [only, ...others] = rows as [PlanRow, ...PlanRow[]];
  if (others.length === 0) return { words: only.title, href: `/plans/${only.id}` };
  const words = `${plural(rows.length, PLANS)} of the cycle ${only.cycleName}`;
  return { words, href: `/plans?cycleId=${only.cycleId}` };
}

const PLANS = { one: 'plan', many: 'plans' };
