import { Clock, Conflict, WASHINGTON_ZONE } from '@demarche/base';
import type { Actor } from '@demarche/access';
import { DeadlineBoard } from '@demarche/deadlines';
import type { PlanView } from '@demarche/plans';
import { guidingMilestone, Register } from '@demarche/register';
import { type CalendarDate, type Milestone, workingDate, yearOf } from '@demarche/rules';
import { Injectable } from '@nestjs/common';

/** The dates a paper names: a day that was set, and the working day on which it can be met. */
export interface DueDay {
  on: CalendarDate;
  workingOn: CalendarDate;
}

/** The dates of one plan that its papers name. */
export interface PlanDates {
  today: CalendarDate;
  interimOn: CalendarDate;
  /** Whether the law sets that day; else somebody instructed it. */
  isInterimByLaw: boolean;
  postReport: DueDay | null;
}

/** Finds the dates that papers name: the plan's own deadlines first, then the milestones of its cycle. */
@Injectable()
export class PlanDatesReading {
  constructor(
    private readonly register: Register,
    private readonly deadlines: DeadlineBoard,
    private readonly clock: Clock,
  ) {}

  /** The dates of a plan. Throws Conflict for a cycle of the years before the interim assessment existed. */
  async of(actor: Actor, view: PlanView): Promise<PlanDates> {
    const milestones = await this.register.milestonesIn(view.cycle);
    return {
      today: this.clock.today(WASHINGTON_ZONE),
      ...interimDue(milestones),
      postReport: await this.postReportOf(actor, view, milestones),
    };
  }

  private async postReportOf(actor: Actor, view: PlanView, milestones: Milestone[]): Promise<DueDay | null> {
    const [set] = await this.deadlines.daysOf(actor, view.plan.id, 'post-report');
    if (set) return { on: set.statutoryOn, workingOn: set.effectiveOn };
    const told = guidingMilestone(milestones, 'post-report');
    if (!told) return null;
    const parties = await this.register.partiesFor(view.plan.postId, yearOf(told.on));
    return { on: told.on, workingOn: workingDate(told.on, parties).effective };
  }
}

/** When the assessment is due, which is not the day on which it came out. */
function interimDue(milestones: Milestone[]): Pick<PlanDates, 'interimOn' | 'isInterimByLaw'> {
  const due = guidingMilestone(
    milestones.filter(({ nature }) => nature !== 'actual'),
    'interim-assessment',
  );
  if (due) return { interimOn: due.on, isInterimByLaw: due.nature === 'statutory' };
  throw new Conflict('state', 'No interim assessment is known for this cycle, so no paper can speak of it.');
}
