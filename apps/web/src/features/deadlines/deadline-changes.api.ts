import type { Actor } from '@demarche/access';
import {
  Deadlines,
  type MetDeadline,
  MetDeadlineInput,
  type MovedDeadline,
  MovedDeadlineInput,
  type ReassignedDeadline,
  ReassignedDeadlineInput,
  type ReopenedDeadline,
  ReopenedDeadlineInput,
  type WaivedDeadline,
  WaivedDeadlineInput,
} from '@demarche/deadlines';
import { Controller, Post } from '@nestjs/common';
import { CurrentActor } from '../../http/decorators';
import { Input } from '../../http/api/input.decorator';
import { Operation } from '../../http/api/operation';
import { deadlineShown } from './deadline-shown';
import { DeadlineAnswer } from './deadlines.answer';

/** What may happen to a deadline; each time its reminders change with it. */
@Controller('api/v1/deadlines/:id')
export class DeadlineChangesApi {
  constructor(private readonly deadlines: Deadlines) {}

  @Post('move')
  @Operation({ summary: 'Move a deadline', answer: 'The deadline as it stands now.', schema: DeadlineAnswer })
  async move(@CurrentActor() actor: Actor, @Input(MovedDeadlineInput) moved: MovedDeadline) {
    return deadlineShown(await this.deadlines.move(actor, moved));
  }

  @Post('meet')
  @Operation({
    summary: 'Say that a deadline is met',
    answer: 'The deadline as it stands now.',
    schema: DeadlineAnswer,
  })
  async meet(@CurrentActor() actor: Actor, @Input(MetDeadlineInput) met: MetDeadline) {
    return deadlineShown(await this.deadlines.meet(actor, met));
  }

  @Post('waive')
  @Operation({
    summary: 'Waive a deadline',
    answer: 'The deadline as it stands now.',
    schema: DeadlineAnswer,
  })
  async waive(@CurrentActor() actor: Actor, @Input(WaivedDeadlineInput) waived: WaivedDeadline) {
    return deadlineShown(await this.deadlines.waive(actor, waived));
  }

  @Post('reopen')
  @Operation({
    summary: 'Open a deadline again that was met or waived',
    answer: 'The deadline as it stands now. Its reminders are planned anew.',
    schema: DeadlineAnswer,
  })
  async reopen(@CurrentActor() actor: Actor, @Input(ReopenedDeadlineInput) reopened: ReopenedDeadline) {
    return deadlineShown(await this.deadlines.reopen(actor, reopened));
  }

  @Post('reassign')
  @Operation({
    summary: 'Give a deadline to somebody else',
    answer: 'The deadline as it stands now.',
    schema: DeadlineAnswer,
  })
  async reassign(
    @CurrentActor() actor: Actor,
    @Input(ReassignedDeadlineInput) reassigned: ReassignedDeadline,
  ) {
    return deadlineShown(await this.deadlines.reassign(actor, reassigned));
  }
}
