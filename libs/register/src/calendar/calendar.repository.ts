import { newId } from '@demarche/base';
import { OncePerRequest, onceKeys, Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { Between, In, IsNull } from 'typeorm';
import { HostHoliday } from './host-holiday.entity';
import { WorkWeekRow } from './work-week.entity';

const WEEKS = onceKeys<WorkWeekRow[]>();
const HOLIDAYS = onceKeys<HostHoliday[]>();

/** A span of calendar days, both ends within it. */
export interface DaySpan {
  from: string;
  until: string;
}

/** Work weeks and host holidays of posts. */
@Injectable()
export class CalendarRepository {
  constructor(
    private readonly store: Store,
    private readonly once: OncePerRequest,
  ) {}

  /** A post's dated weekends, oldest first. */
  workWeeksOf(postId: string): Promise<WorkWeekRow[]> {
    return this.once.read(WEEKS(postId), async () =>
      oldestFirst(await this.store.reads.findBy(WorkWeekRow, { postId })),
    );
  }

  /** The dated weekends of some posts, oldest first; null means all. */
  async workWeeksAmong(postIds: readonly string[] | null): Promise<WorkWeekRow[]> {
    if (postIds === null) return this.workWeeks();
    return oldestFirst(await this.store.reads.findBy(WorkWeekRow, { postId: In([...postIds]) }));
  }

  /** The host holidays of some posts within a span, earliest first; null means all posts. */
  holidaysAmong(postIds: readonly string[] | null, { from, until }: DaySpan): Promise<HostHoliday[]> {
    const on = Between(from, until);
    const where = postIds === null ? { on } : { on, postId: In([...postIds]) };
    return this.store.reads.find(HostHoliday, { where, order: { on: 'ASC' } });
  }

  /** The dated weekends of every post, oldest first. */
  async workWeeks(): Promise<WorkWeekRow[]> {
    return oldestFirst(await this.store.reads.find(WorkWeekRow));
  }

  /** A post's host holidays, earliest first. */
  holidaysOf(postId: string): Promise<HostHoliday[]> {
    return this.once.read(HOLIDAYS(postId), () =>
      this.store.reads.find(HostHoliday, { where: { postId }, order: { on: 'ASC' } }),
    );
  }

  /** A host holiday by its id. */
  holiday(id: string): Promise<HostHoliday | null> {
    return this.store.reads.findOneBy(HostHoliday, { id });
  }

  /** Keeps a weekend; one that starts on the same day is replaced. Returns the row's id. */
  async keepWorkWeek(week: Omit<WorkWeekRow, 'id'>): Promise<string> {
    const { postId, from, weekend, source } = week;
    const known = await this.store.reads.findOneBy(WorkWeekRow, { postId, from: from ?? IsNull() });
    if (known) await this.store.writes.update(WorkWeekRow, { id: known.id }, { weekend, source });
    const id = known?.id ?? newId();
    if (!known) await this.store.writes.insert(WorkWeekRow, { id, postId, from, weekend, source });
    return id;
  }

  /** Adds weekends that were not known. */
  async addWorkWeeks(weeks: WorkWeekRow[]): Promise<void> {
    await this.store.add(WorkWeekRow, weeks);
  }

  /** Adds a host holiday and returns its id. */
  async addHoliday(holiday: Omit<HostHoliday, 'id'>): Promise<string> {
    const id = newId();
    await this.store.writes.insert(HostHoliday, { id, ...holiday });
    return id;
  }

  /** Takes a host holiday away. */
  async removeHoliday(id: string): Promise<void> {
    await this.store.writes.delete(HostHoliday, { id });
  }
}

// The databases disagree on whether an empty value sorts first or last.
function oldestFirst(weeks: WorkWeekRow[]): WorkWeekRow[] {
  return weeks.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
}
