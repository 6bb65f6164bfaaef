import { choicesOf, wordFor } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { Register } from '@demarche/register';
import { type Milestone, MILESTONE_KINDS } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { freshForm } from '../../http/forms';
import type { PageModel } from '../../http/page-result';
import { trailInRegister } from './register.model';

/** Builds the register's pages of cycles. */
@Injectable()
export class RegisterCyclesModel {
  constructor(private readonly register: Register) {}

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

  /** One cycle with its dates. */
  async cycle(actor: Actor, cycleId: string): Promise<PageModel> {
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
    };
  }
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
