import { choicesOf, wordFor } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { type ForeseenMove, MilestoneMoves } from '@demarche/deadlines';
import { CycleKeeping, type MilestoneDateGiven, Register } from '@demarche/register';
import { type Milestone, MILESTONE_KINDS } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { type FormBody, freshForm } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';
import { foreseenAs, MilestoneForm } from './register-forms';
import { trailInRegister } from './register.model';

/** A date as far as it can move something. */
const MilestoneAsked = MilestoneForm.omit({ foreseen: true, source: true });

/** Builds the register's pages of cycles. */
@Injectable()
export class RegisterCyclesModel {
  constructor(
    private readonly register: Register,
    private readonly cycles: CycleKeeping,
    private readonly moves: MilestoneMoves,
  ) {}

  /** Every cycle, newest first. */
  async list(actor: Actor): Promise<PageModel> {
    actor.must('manage-register');
    return {
      title: 'Cycles',
      context: 'One from each annual report to the next.',
      trail: trailInRegister({ label: 'Cycles', href: null }),
      cycles: await this.register.cycles(),
      form: freshForm(),
    };
  }

  /** The deadlines that a date would move, or that differ from it because people moved them. Throws what setting it throws. */
  async foresee(actor: Actor, milestone: MilestoneDateGiven): Promise<ForeseenMove[]> {
    return this.moves.preview(actor, await this.cycles.foreseeMilestone(actor, milestone));
  }

  /** One cycle with its dates; `typed` is a form that was refused, shown with what its date would move. */
  async cycle(actor: Actor, cycleId: string, typed: FormBody = {}): Promise<PageModel> {
    actor.must('manage-register');
    const cycle = await this.register.cycle(cycleId);
    const milestones = await this.register.milestonesOf(cycleId);
    return {
      title: `Cycle ${cycle.name}`,
      context: `From the report of ${cycle.reportYear}`,
      trail: trailInRegister(
        { label: 'Cycles', href: '/register/cycles' },
        { label: cycle.name, href: null },
      ),
      cycle,
      milestones: milestones.map(milestoneRow),
      kinds: choicesOf('milestone-kind', MILESTONE_KINDS),
      natures: choicesOf('nature', ['instructed', 'actual']),
      form: freshForm(),
      ...(await this.preview(actor, cycleId, typed)),
    };
  }

  private async preview(actor: Actor, cycleId: string, typed: FormBody) {
    const read = MilestoneAsked.safeParse(given(typed));
    if (!read.success) return { moving: [], foreseen: '' };
    // What would move is shown beside the question whether a far day is meant.
    const moving = await this.foresee(actor, { ...read.data, sure: true, cycleId });
    return { moving, foreseen: foreseenAs(read.data) };
  }
}

/** The fields of the form itself that say something. */
function given(typed: FormBody): FormBody {
  const own = Object.keys(MilestoneAsked.shape);
  return Object.fromEntries(
    Object.entries(typed).filter(([name, value]) => own.includes(name) && value !== ''),
  );
}

function milestoneRow({ kind, nature, on, until, source }: Milestone) {
  const what = wordFor('milestone-kind', kind);
  return {
    what,
    nature: wordFor('nature', nature),
    on,
    until: until ?? null,
    isSpan: until !== undefined,
    source,
  };
}
