import { type Actor, Acts } from '@demarche/access';
import { accept, Conflict, Invalid, NotFound } from '@demarche/base';
import { Injectable } from '@nestjs/common';
import { CalendarRepository } from './calendar.repository';
import { CycleRepository } from './cycle.repository';
import {
  type EnteredMilestone,
  type MilestoneMove,
  milestonesOfCycle,
  movesBetween,
} from './cycle-milestones';
import { CalendarChanged, MilestoneMoved } from './events';
import { PlaceRepository } from './place.repository';
import {
  HolidayInput,
  type HolidayGiven,
  LeadPostInput,
  type LeadPostGiven,
  MilestoneInput,
  type MilestoneGiven,
  WorkWeekInput,
  type WorkWeekGiven,
} from './register.input';
import { cycleOfYear } from './shipped/cycles';

const FIRST_REPORT_YEAR = 2001;
const LAST_REPORT_YEAR = 2100;
const KEEP = { permission: 'manage-register' } as const;

/** How people keep the register right: each act needs `manage-register` and stands in the trail. */
@Injectable()
export class RegisterKeeping {
  constructor(
    private readonly acts: Acts,
    private readonly places: PlaceRepository,
    private readonly calendars: CalendarRepository,
    private readonly cycles: CycleRepository,
  ) {}

  /** Keeps an instructed or actual milestone. Throws Invalid on a statutory one, NotFound without its cycle. */
  setMilestone(actor: Actor, given: MilestoneGiven): Promise<{ id: string }> {
    return this.acts.perform(actor, { ...KEEP, action: 'register.set-milestone' }, async (unit, note) => {
      const { until, ...milestone } = accept(MilestoneInput, given);
      const moves = await this.movesBy({ ...milestone, until: until ?? null });
      const id = await this.cycles.keepMilestone({ ...milestone, until: until ?? null });
      for (const move of moves) await unit.happened(new MilestoneMoved(move));
      note.about('cycle', milestone.cycleId, { kind: milestone.kind, nature: milestone.nature });
      return { id };
    });
  }

  /** Which owed dates a milestone would move. Throws what `setMilestone` throws, and changes nothing. */
  async foreseeMilestone(actor: Actor, given: MilestoneGiven): Promise<MilestoneMove[]> {
    actor.must(KEEP.permission);
    const { until, ...milestone } = accept(MilestoneInput, given);
    return this.movesBy({ ...milestone, until: until ?? null });
  }

  /** Opens a cycle. Throws Invalid on a year without a report, Conflict when it is open. */
  openCycle(actor: Actor, reportYear: number): Promise<{ id: string }> {
    return this.acts.perform(actor, { ...KEEP, action: 'register.open-cycle' }, async (_unit, note) => {
      if (!Number.isInteger(reportYear) || reportYear < FIRST_REPORT_YEAR || reportYear > LAST_REPORT_YEAR)
        throw Invalid.because('reportYear', 'no-report', 'The year must be from 2001 to 2100.');
      const cycle = cycleOfYear(reportYear);
      if (await this.cycles.cycle(cycle.id))
        throw new Conflict('duplicate', `The cycle ${cycle.name} is already open.`);
      await this.cycles.addCycle(cycle);
      note.about('cycle', cycle.id);
      return { id: cycle.id };
    });
  }

  /** Keeps which post deals with a country. Throws NotFound without the country or the post. */
  setLeadPost(actor: Actor, given: LeadPostGiven): Promise<{ id: string }> {
    return this.acts.perform(actor, { ...KEEP, action: 'register.set-lead-post' }, async (_unit, note) => {
      const { countryId, postId } = accept(LeadPostInput, given);
      if (!(await this.places.country(countryId))) throw new NotFound('country');
      if (postId !== null) await this.mustKnowPost(postId);
      await this.places.keepLeadPost(countryId, postId);
      note.about('country', countryId, { postId });
      return { id: countryId };
    });
  }

  /** Keeps a post's weekend from a day on. Throws Invalid on a week without days, NotFound without the post. */
  setWorkWeek(actor: Actor, given: WorkWeekGiven): Promise<{ id: string }> {
    return this.acts.perform(actor, { ...KEEP, action: 'register.set-work-week' }, async (unit, note) => {
      const week = accept(WorkWeekInput, given);
      await this.mustKnowPost(week.postId);
      const weekend = [...week.weekend].sort((a, b) => a - b);
      const id = await this.calendars.keepWorkWeek({ ...week, weekend });
      await unit.happened(new CalendarChanged(week.postId));
      note.about('post', week.postId, { from: week.from, weekend });
      return { id };
    });
  }

  /** Adds a host holiday. Throws Conflict when the day is one already, NotFound without the post. */
  addHoliday(actor: Actor, given: HolidayGiven): Promise<{ id: string }> {
    return this.acts.perform(actor, { ...KEEP, action: 'register.add-holiday' }, async (unit, note) => {
      const holiday = accept(HolidayInput, given);
      await this.mustKnowPost(holiday.postId);
      const known = await this.calendars.holidaysOf(holiday.postId);
      if (known.some(({ on }) => on === holiday.on))
        throw new Conflict('duplicate', `${holiday.on} is already a holiday of this post.`);
      const id = await this.calendars.addHoliday(holiday);
      await unit.happened(new CalendarChanged(holiday.postId));
      note.about('post', holiday.postId, { on: holiday.on });
      return { id };
    });
  }

  /** Takes a host holiday away. Throws NotFound when it is not there. */
  removeHoliday(actor: Actor, id: string): Promise<{ id: string }> {
    return this.acts.perform(actor, { ...KEEP, action: 'register.remove-holiday' }, async (unit, note) => {
      const known = await this.calendars.holiday(id);
      if (!known) throw new NotFound('holiday');
      await this.calendars.removeHoliday(id);
      await unit.happened(new CalendarChanged(known.postId));
      note.about('post', known.postId, { on: known.on });
      return { id };
    });
  }

  private async movesBy(entered: EnteredMilestone & { cycleId: string }): Promise<MilestoneMove[]> {
    const { cycleId, kind, nature } = entered;
    const cycle = await this.cycles.cycle(cycleId);
    if (!cycle) throw new NotFound('cycle');
    const known = await this.cycles.milestonesOf(cycleId);
    const others = known.filter((one) => one.kind !== kind || one.nature !== nature);
    return movesBetween(cycleId, {
      before: milestonesOfCycle(cycle.reportYear, known),
      after: milestonesOfCycle(cycle.reportYear, [...others, entered]),
    });
  }

  private async mustKnowPost(id: string): Promise<void> {
    if (!(await this.places.post(id))) throw new NotFound('post');
  }
}
