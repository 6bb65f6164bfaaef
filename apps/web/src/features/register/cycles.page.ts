import type { Actor } from '@demarche/access';
import { Invalid } from '@demarche/base';
import { CycleKeeping, type MilestoneGiven } from '@demarche/register';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, submit } from '../../http/forms/forms';
import type { PageModel, PageResult } from '../../http/views/page-result';
import { RegisterCyclesModel } from './cycles.model';
import { CycleForm, foreseenAs, MilestoneForm } from './register-forms';

/** Cycles with their dates: the law's are computed, the others are entered here. */
@Controller('register/cycles')
export class RegisterCyclesPage {
  constructor(
    private readonly model: RegisterCyclesModel,
    private readonly cycles: CycleKeeping,
  ) {}

  @Get()
  @View('register/cycles')
  list(@CurrentActor() actor: Actor): Promise<PageModel> {
    return this.model.list(actor);
  }

  @Post()
  @View('register/cycles')
  open(@CurrentActor() actor: Actor, @Body() body: FormBody): Promise<PageResult> {
    return submit(CycleForm, body, {
      act: ({ reportYear }) => this.cycles.openCycle(actor, reportYear),
      then: ({ id }) => `/register/cycles/${id}?done=cycle-opened`,
      again: () => this.model.list(actor),
    });
  }

  @Get(':cycleId')
  @View('register/cycle')
  show(@CurrentActor() actor: Actor, @Param('cycleId') cycleId: string): Promise<PageModel> {
    return this.model.cycle(actor, cycleId);
  }

  @Post(':cycleId/milestones')
  @View('register/cycle')
  setMilestone(
    @CurrentActor() actor: Actor,
    @Param('cycleId') cycleId: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    return submit(MilestoneForm, body, {
      act: ({ foreseen, ...given }) => this.setForeseen(actor, { ...given, cycleId }, foreseen),
      then: () => `/register/cycles/${cycleId}?done=milestone-set`,
      again: () => this.model.cycle(actor, cycleId, body),
    });
  }

  /** Nothing moves that the person has not been shown first: which deadlines, and whose. */
  private async setForeseen(actor: Actor, milestone: MilestoneGiven, foreseen: string | undefined) {
    const moving = foreseen === foreseenAs(milestone) ? [] : await this.model.foresee(actor, milestone);
    if (moving.length > 0)
      throw Invalid.because(
        'foreseen',
        'look-first',
        'This date concerns deadlines. Look at them below, then set the date again.',
      );
    return this.cycles.setMilestone(actor, milestone);
  }
}
