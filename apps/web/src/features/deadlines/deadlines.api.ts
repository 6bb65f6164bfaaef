import type { Actor } from '@demarche/access';
import {
  type BoardFilter,
  BoardInput,
  DeadlineBoard,
  DeadlineFilterInput,
  Deadlines,
  type NewDeadline,
  NewDeadlineInput,
} from '@demarche/deadlines';
import { PlanReading } from '@demarche/plans';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { CurrentActor } from '../../http/decorators';
import { deadlineShown, rowShown } from './deadline-shown';
import { ToldDeadlines } from './told-deadlines';
import { Input } from '../../http/api/input.decorator';
import { listingOf, type PageAsked, PageInput, turnedTo } from '../../http/api/listing';
import { Operation } from '../../http/api/operation';
import {
  DeadlineAnswer,
  DeadlineTallyAnswer,
  DeadlinesBoardAnswer,
  DeadlinesOfAnswer,
  DeadlinesSetFromMilestonesAnswer,
  ToldInFullAnswer,
} from './deadlines.answer';

/** What is owed by when: the board, and setting deadlines. */
@Controller('api/v1')
export class DeadlinesApi {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly boards: DeadlineBoard,
    private readonly told: ToldDeadlines,
    private readonly plans: PlanReading,
  ) {}

  @Get('deadlines')
  @Operation({
    summary: 'List deadlines',
    answer:
      'Rows by effective date unless sorted otherwise, 50 a page, each with its state, owner and reminders.',
    schema: DeadlinesBoardAnswer,
  })
  async board(@CurrentActor() actor: Actor, @Input(BoardInput) asked: BoardFilter & PageAsked) {
    return turnedTo((await this.told.board(actor, asked)).map(rowShown), asked);
  }

  @Get('deadlines/tally')
  @Operation({
    summary: 'Count deadlines by state',
    answer: 'A number for each state.',
    schema: DeadlineTallyAnswer,
  })
  tally(@CurrentActor() actor: Actor, @Input(DeadlineFilterInput) asked: BoardFilter) {
    return this.boards.tally(actor, asked);
  }

  @Get('deadlines/:id')
  @Operation({
    summary: 'Read a deadline',
    answer: 'The deadline as it stands today, with all its changes and reminders.',
    schema: ToldInFullAnswer,
  })
  async one(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return rowShown(await this.told.one(actor, id));
  }

  @Get('plans/:planId/deadlines')
  @Operation({
    summary: 'List the deadlines of a plan',
    answer: 'Rows by effective date.',
    schema: DeadlinesOfAnswer,
  })
  async of(
    @CurrentActor() actor: Actor,
    @Param('planId') planId: string,
    @Input(PageInput) asked: PageAsked,
  ) {
    await this.plans.planFor(actor, planId);
    return listingOf((await this.told.of(actor, planId)).map(rowShown), asked);
  }

  @Post('plans/:planId/deadlines')
  @Operation({
    summary: 'Set a deadline',
    answer: 'The deadline with its effective date and why it was shifted. Its reminders are planned.',
    status: 201,
    schema: DeadlineAnswer,
  })
  async set(@CurrentActor() actor: Actor, @Input(NewDeadlineInput) deadline: NewDeadline) {
    return deadlineShown(await this.deadlines.set(actor, deadline));
  }

  @Post('plans/:planId/deadlines/from-milestones')
  @Operation({
    summary: 'Set what the cycle makes owed',
    answer: 'The deadlines that were set; those that stood already are left as they are.',
    status: 201,
    schema: DeadlinesSetFromMilestonesAnswer,
  })
  async setFromMilestones(@CurrentActor() actor: Actor, @Param('planId') planId: string) {
    const kept = await this.deadlines.setFromMilestones(actor, planId);
    return { rows: kept.map(deadlineShown) };
  }
}
