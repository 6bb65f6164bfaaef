import { Users } from '@demarche/access';
import type { DeadlineRow } from '@demarche/deadlines';
import { Placement, type PlanView } from '@demarche/plans';
import { CycleWindows, Register } from '@demarche/register';
import { wordFor } from '@demarche/words';
import { Injectable } from '@nestjs/common';
import { datesOf, keyDates } from '../../parts/plan-dates';
import { yearsOnList, yearsOnListWords } from '../../parts/years-on-list';

/** Builds what the page of a plan begins with: years on the list, reason, dates, and whether the placement is known. */
@Injectable()
export class PlanSummaryModel {
  constructor(
    private readonly register: Register,
    private readonly windows: CycleWindows,
    private readonly placement: Placement,
    private readonly users: Users,
  ) {}

  /** The summary, the dates of the cycle, and the notice of a placement that the register does not show. */
  async of(view: PlanView, deadlines: DeadlineRow[]) {
    const { country, cycle, plan } = view;
    const milestones = (await this.windows.milestonesAmong([cycle])).get(cycle.id) ?? [];
    const listings = await this.register.listingsOf(country.id);
    return {
      summary: {
        years: yearsOnListWords(yearsOnList(listings, cycle.reportYear), cycle.reportYear),
        reason: wordFor('placement', plan.placementReason),
        ...keyDates({ deadlines, milestones }),
      },
      dates: datesOf(milestones),
      placement: await this.unshown(view),
    };
  }

  /** Of which report the register does not show the country on the list, who vouches for it, and what the button sends. */
  private async unshown({ plan, country, cycle, tier }: PlanView) {
    if (await this.placement.isKnown({ country, cycle, tier })) return null;
    const { placementConfirmedBy: by } = plan;
    const person = by === null ? null : await this.users.named(by);
    const confirmedBy = by === null ? null : (person?.name ?? 'closed account');
    return { year: cycle.reportYear, confirmedBy, next: by === null ? 'yes' : '' };
  }
}
