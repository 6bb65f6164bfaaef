import { plural } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { Clock, WASHINGTON_ZONE } from '@demarche/base';
import { DeadlineBoard, type DeadlineTally } from '@demarche/deadlines';
import { KeptPapers, type NewestPaper, paperPath } from '@demarche/papers';
import { type PlanRow, PlanReading } from '@demarche/plans';
import { Review } from '@demarche/review';
import { addDays, shortWeekdayDate, weekdayDate, weekdayOf } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { Shown } from '../../http/views/page-result';
import { boardRow, deadlineMark } from '../../parts/deadline-row';
import { waitingList } from './releases';

const MOST = 8;
const WORKING_WEEK = 5;
const SATURDAY = 6;

/** Builds the home of a desk officer: what am I drafting, what waits for me, what goes out next. */
@Injectable()
export class DeskHome {
  constructor(
    private readonly plans: PlanReading,
    private readonly papers: KeptPapers,
    private readonly review: Review,
    private readonly deadlines: DeadlineBoard,
    private readonly clock: Clock,
  ) {}

  /** The home of a desk officer. */
  async page(actor: Actor): Promise<Shown> {
    const today = this.clock.today(WASHINGTON_ZONE);
    const model = {
      title: 'Today',
      context: `${weekdayDate(today)} in Washington`,
      act: { href: '/plans/new', label: 'Start a plan' },
      week: await this.weekOf(actor, today),
      mine: `/deadlines?owner=${actor.userId}`,
      ...(await this.owedBy(actor)),
      ...(await this.draftsFor(actor)),
    };
    return new Shown(model, { view: 'today/desk' });
  }

  /** What waits for this person, and what of theirs goes out next. */
  private async owedBy(actor: Actor) {
    const own = await this.deadlines.board(actor, { ownerId: actor.userId, state: 'open' });
    const pressing = own.filter(({ state }) => state === 'overdue' || state === 'due');
    const next = own.filter((row) => !pressing.includes(row));
    const waiting = waitingList(await this.review.awaiting(actor));
    const proposed = waitingList(await this.review.proposedBy(actor));
    return {
      waiting,
      proposed,
      pressing: pressing.slice(0, MOST).map(boardRow),
      next: next.slice(0, MOST).map(boardRow),
      isWaiting: waiting !== null || pressing.length > 0,
      isGoing: proposed !== null || next.length > 0,
    };
  }

  private async draftsFor(actor: Actor) {
    const { rows, total } = await this.plans.list(actor);
    const shown = rows.slice(0, MOST);
    const newest = await this.papers.newestOf(
      actor,
      shown.map(({ id }) => id),
    );
    const drafts = shown.map((row) => draftOf(row, newest.get(row.id)));
    return { drafts, draftsLeft: Math.max(0, total - drafts.length) };
  }

  /** The working week of today; at the weekend the one to come. */
  private async weekOf(actor: Actor, today: string) {
    const weekday = weekdayOf(today);
    const monday = addDays(today, weekday >= SATURDAY ? 8 - weekday : 1 - weekday);
    const days = Array.from({ length: WORKING_WEEK }, (_, index) => addDays(monday, index));
    const shown = [];
    for (const day of days) {
      const due = await this.deadlines.tally(actor, { state: 'open', from: day, until: day });
      shown.push(dayOf(day, today, due));
    }
    return shown;
  }
}

function draftOf({ id, title, high, other }: PlanRow, newest: NewestPaper | undefined) {
  return {
    href: `/plans/${id}`,
    title,
    recommendations: `${high} high priority, ${other} other`,
    papers: plural(newest?.papers ?? 0, { one: 'paper', many: 'papers' }),
    newest: newest ? { title: newest.title, href: paperPath(newest.id), madeAt: newest.madeAt } : null,
  };
}

function dayOf(day: string, today: string, { overdue: late, due, soon, upcoming }: DeadlineTally) {
  const open = late + due + soon + upcoming;
  return {
    label: shortWeekdayDate(day),
    isToday: day === today,
    told: open === 0 ? 'nothing due' : `${open} due`,
    late: late > 0 ? { ...deadlineMark('overdue'), word: `${late} late` } : null,
    href: open === 0 ? null : `/deadlines?from=${day}&until=${day}`,
  };
}
