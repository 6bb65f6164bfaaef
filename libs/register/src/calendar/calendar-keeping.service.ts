import { type Actor, Acts } from '@demarche/access';
import { accept, Conflict, NotFound } from '@demarche/base';
import { Injectable } from '@nestjs/common';
import { CalendarChanged } from '../events';
import { PlaceRepository } from '../places/place.repository';
import { HolidayInput, type HolidayGiven, WorkWeekInput, type WorkWeekGiven } from '../register.input';
import { CalendarRepository } from './calendar.repository';

const KEEP = { permission: 'manage-register' } as const;

/** How people keep the days on which a post works: each act needs `manage-register` and stands in the trail. */
@Injectable()
export class CalendarKeeping {
  constructor(
    private readonly acts: Acts,
    private readonly places: PlaceRepository,
    private readonly calendars: CalendarRepository,
  ) {}

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

  private async mustKnowPost(id: string): Promise<void> {
    if (!(await this.places.post(id))) throw new NotFound('post');
  }
}
