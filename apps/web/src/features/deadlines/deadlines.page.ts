import type { Actor } from '@demarche/access';
import {
  type Deadline,
  Deadlines,
  MetDeadlineInput,
  ReassignedDeadlineInput,
  ReopenedDeadlineInput,
  WaivedDeadlineInput,
} from '@demarche/deadlines';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, submit } from '../../http/forms/forms';
import { CountedAs } from '../../http/guards/limits.guard';
import type { Download, PageModel, PageResult } from '../../http/views/page-result';
import { boardAsked } from './board-address';
import { MovedDeadlineForm } from './deadline-forms';
import { type DeadlineAct, DeadlineModel } from './deadline.model';
import { DeadlinesModel } from './board.model';

/** One change of a deadline: its form's schema, the act, and the code of the confirmation. */
interface Change<S extends z.ZodType> {
  act: DeadlineAct;
  schema: S;
  done: string;
  perform(given: z.output<S>): Promise<Deadline>;
}

/** What is due, whose it is, what has been said to them, and how it ends. */
@Controller()
export class DeadlinesPage {
  constructor(
    private readonly boardModel: DeadlinesModel,
    private readonly oneModel: DeadlineModel,
    private readonly deadlines: Deadlines,
  ) {}

  @Get('deadlines')
  @View('deadlines/board')
  board(@CurrentActor() actor: Actor, @Query() query: FormBody): Promise<PageModel> {
    return this.boardModel.board(actor, boardAsked(query));
  }

  @Get('deadlines.csv')
  @CountedAs('export')
  @View('deadlines/board')
  csv(@CurrentActor() actor: Actor, @Query() query: FormBody): Promise<Download> {
    return this.boardModel.csv(actor, boardAsked(query));
  }

  @Get('deadlines/:id')
  @View('deadlines/show')
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.oneModel.page(actor, id);
  }

  @Post('deadlines/:id/meet')
  @View('deadlines/show')
  meet(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody): Promise<PageResult> {
    const perform = (given: z.output<typeof MetDeadlineInput>) => this.deadlines.meet(actor, given);
    const change = { act: 'meet', schema: MetDeadlineInput, done: 'deadline-met', perform } as const;
    return this.change(actor, { ...body, id }, change);
  }

  @Post('deadlines/:id/move')
  @View('deadlines/show')
  move(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody): Promise<PageResult> {
    const perform = ({ movedBecause: reason, ...given }: z.output<typeof MovedDeadlineForm>) =>
      this.deadlines.move(actor, { ...given, reason });
    const change = { act: 'move', schema: MovedDeadlineForm, done: 'deadline-moved', perform } as const;
    return this.change(actor, { ...body, id }, change);
  }

  @Post('deadlines/:id/reassign')
  @View('deadlines/show')
  reassign(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    const perform = (given: z.output<typeof ReassignedDeadlineInput>) =>
      this.deadlines.reassign(actor, given);
    const done = 'deadline-reassigned';
    const change = { act: 'reassign', schema: ReassignedDeadlineInput, done, perform } as const;
    return this.change(actor, { ...body, id }, change);
  }

  @Post('deadlines/:id/waive')
  @View('deadlines/show')
  waive(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody): Promise<PageResult> {
    const perform = (given: z.output<typeof WaivedDeadlineInput>) => this.deadlines.waive(actor, given);
    const change = { act: 'waive', schema: WaivedDeadlineInput, done: 'deadline-waived', perform } as const;
    return this.change(actor, { ...body, id }, change);
  }

  @Post('deadlines/:id/reopen')
  @View('deadlines/show')
  reopen(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody): Promise<PageResult> {
    const perform = (given: z.output<typeof ReopenedDeadlineInput>) => this.deadlines.reopen(actor, given);
    const change = {
      act: 'reopen',
      schema: ReopenedDeadlineInput,
      done: 'deadline-reopened',
      perform,
    } as const;
    return this.change(actor, { ...body, id }, change);
  }

  private change<S extends z.ZodType>(
    actor: Actor,
    body: FormBody & { id: string },
    { act, schema, done, perform }: Change<S>,
  ): Promise<PageResult> {
    return submit(schema, body, {
      act: perform,
      then: () => `/deadlines/${body.id}?done=${done}`,
      again: () => this.oneModel.page(actor, body.id, { act, typed: body }),
    });
  }
}
