import { wholeNumber } from '@demarche/base';
import type { Actor } from '@demarche/access';
import {
  CalendarKeeping,
  CycleKeeping,
  type HolidayGiven,
  HolidayInput,
  type LeadPostGiven,
  LeadPostInput,
  type MilestoneDateGiven,
  MilestoneDateInput,
  type MilestoneGiven,
  MilestoneInput,
  PlaceKeeping,
  type TableGiven,
  TableImport,
  TableInput,
  type WorkWeekGiven,
  WorkWeekInput,
  type ZoneGiven,
  ZoneInput,
} from '@demarche/register';
import { MilestoneMoves } from '@demarche/deadlines';
import { Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { CurrentActor } from '../../http/decorators';
import { Input } from '../../http/api/input.decorator';
import { Operation } from '../../http/api/operation';
import {
  ForeseenMovesAnswer,
  RegisterAddHolidayAnswer,
  RegisterCorrectZoneAnswer,
  RegisterOpenCycleAnswer,
  RegisterRemoveHolidayAnswer,
  RegisterSetLeadPostAnswer,
  RegisterSetMilestoneAnswer,
  RegisterSetWorkWeekAnswer,
  TableReportAnswer,
} from './register.answer';

const CycleInput = z.strictObject({
  reportYear: wholeNumber({
    missing: 'Give the year of the report.',
    wrong: 'The year must be from 2001 to 2100.',
    least: 2001,
    most: 2100,
  }),
});
type CycleGiven = z.infer<typeof CycleInput>;

/** How administrators keep the register right; deadlines follow where working days change. */
@Controller('api/v1')
export class RegisterApi {
  constructor(
    private readonly calendars: CalendarKeeping,
    private readonly cycles: CycleKeeping,
    private readonly places: PlaceKeeping,
    private readonly tables: TableImport,
    private readonly moves: MilestoneMoves,
  ) {}

  @Put('countries/:countryId/lead-post')
  @Operation({
    summary: 'Set the lead post of a country',
    answer: 'The country’s id.',
    schema: RegisterSetLeadPostAnswer,
  })
  setLeadPost(@CurrentActor() actor: Actor, @Input(LeadPostInput) given: LeadPostGiven) {
    return this.places.setLeadPost(actor, given);
  }

  @Post('posts/:postId/work-weeks')
  @Operation({
    summary: 'Set a post’s days off from a day on',
    answer: 'The id of the work week.',
    schema: RegisterSetWorkWeekAnswer,
  })
  setWorkWeek(@CurrentActor() actor: Actor, @Input(WorkWeekInput) given: WorkWeekGiven) {
    return this.calendars.setWorkWeek(actor, given);
  }

  @Put('posts/:postId/zone')
  @Operation({
    summary: 'Correct the time zone of a post',
    answer: 'The id of the post. Reminders still to come are planned anew.',
    schema: RegisterCorrectZoneAnswer,
  })
  correctZone(@CurrentActor() actor: Actor, @Input(ZoneInput) given: ZoneGiven) {
    return this.places.correctZone(actor, given);
  }

  @Post('posts/:postId/holidays')
  @Operation({
    summary: 'Add a holiday of the host country',
    answer: 'The id of the holiday.',
    status: 201,
    schema: RegisterAddHolidayAnswer,
  })
  addHoliday(@CurrentActor() actor: Actor, @Input(HolidayInput) given: HolidayGiven) {
    return this.calendars.addHoliday(actor, given);
  }

  @Delete('holidays/:holidayId')
  @Operation({
    summary: 'Remove a holiday',
    answer: 'The id of the holiday that is gone.',
    schema: RegisterRemoveHolidayAnswer,
  })
  removeHoliday(@CurrentActor() actor: Actor, @Param('holidayId') id: string) {
    return this.calendars.removeHoliday(actor, id);
  }

  @Post('cycles')
  @Operation({
    summary: 'Open a cycle',
    answer: 'The id of the cycle.',
    status: 201,
    schema: RegisterOpenCycleAnswer,
  })
  openCycle(@CurrentActor() actor: Actor, @Input(CycleInput) { reportYear }: CycleGiven) {
    return this.cycles.openCycle(actor, reportYear);
  }

  @Post('cycles/:cycleId/milestones')
  @Operation({
    summary: 'Set an instructed or actual date of a cycle',
    answer: 'The id of the milestone. One of the same kind and nature is replaced.',
    schema: RegisterSetMilestoneAnswer,
  })
  setMilestone(@CurrentActor() actor: Actor, @Input(MilestoneInput) given: MilestoneGiven) {
    return this.cycles.setMilestone(actor, given);
  }

  @Get('cycles/:cycleId/milestones/foreseen')
  @Operation({
    summary: 'See which deadlines a date of a cycle would move',
    answer: 'The deadlines that would move with it, and those that people have moved; nothing is changed.',
    schema: ForeseenMovesAnswer,
  })
  async foresee(@CurrentActor() actor: Actor, @Input(MilestoneDateInput) given: MilestoneDateGiven) {
    const moves = await this.moves.preview(actor, await this.cycles.foreseeMilestone(actor, given));
    return { rows: moves };
  }

  @Post('register/import')
  @Operation({
    summary: 'Load a table of posts, tiers or weekends, or preview the load',
    answer: 'What each line does, and which are refused and why.',
    schema: TableReportAnswer,
  })
  import(@CurrentActor() actor: Actor, @Input(TableInput) table: TableGiven) {
    return this.tables.run(actor, table);
  }
}
