import { choicesOf, plural, wordFor } from '@demarche/words';
import type { Actor } from '@demarche/access';
import { ROWS_A_PAGE } from '@demarche/base';
import { DeadlineBoard, type DeadlineTally } from '@demarche/deadlines';
import { PlanReading } from '@demarche/plans';
import { DEADLINE_STATES, weekdayDate } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { freshForm } from '../../http/forms/forms';
import { type Download, listDownload, type PageModel } from '../../http/views/page-result';
import { boardAddress, type BoardAsked, OFFERED_STATES } from './board-address';
import { DeadlineOwners } from './deadline-owners';
import { type ToldDeadline, ToldDeadlines } from './told-deadlines';
import { boardRow, shiftInBrief, timeLeft } from '../../parts/deadline-row';
import { sortHeads } from '../../parts/sort-heads';
import { addressOf, pagingOf } from '../../parts/address';

const PATH = '/deadlines';
/** Plans of older cycles are found by their own pages, which lead here. */
const PLANS_TO_CHOOSE = 250;
const COLUMNS = [
  'plan',
  'deadline',
  'effective',
  'date',
  'date set by',
  'reason for the shift',
  'day before the move',
  'place',
  'owner',
  'state',
  'working days',
  'last reminder',
  'next reminder',
];

const HEADS = [
  { key: 'due', label: 'Due' },
  { key: 'state', label: 'State' },
  { key: 'what', label: 'What' },
  { key: 'owner', label: 'Owner' },
  { key: null, label: 'Last reminder' },
  { key: null, label: 'Next reminder' },
] as const;

/** Builds the board of deadlines: what is due, whose it is, and what has been said about it. */
@Injectable()
export class DeadlinesModel {
  constructor(
    private readonly deadlines: DeadlineBoard,
    private readonly told: ToldDeadlines,
    private readonly plans: PlanReading,
    private readonly owners: DeadlineOwners,
  ) {}

  /** One page of the board with its filters. */
  async board(actor: Actor, asked: BoardAsked): Promise<PageModel> {
    const rows = await this.told.board(actor, asked);
    const tally = await this.deadlines.tally(actor, asked);
    const total = totalOf(tally);
    const address = boardAddress(asked);
    const pages = Math.max(1, Math.ceil(total / ROWS_A_PAGE));
    return {
      title: 'Deadlines',
      context: 'What is due, whose it is, and what has been said about it.',
      act: null,
      trail: [],
      rows: rows.map(toldRow),
      summary: inWords(tally, total),
      sort: asked.sort ?? null,
      heads: sortHeads(HEADS, { path: PATH, address, sort: asked.sort ?? 'due' }),
      csv: addressOf(`${PATH}.csv`, address),
      paging: pagingOf(PATH, address, { page: asked.page, pages }),
      ...(await this.filters(actor, asked)),
    };
  }

  /** The same rows, of every page, as a table for a spreadsheet. */
  async csv(actor: Actor, asked: BoardAsked): Promise<Download> {
    const rows = totalOf(await this.deadlines.tally(actor, asked));
    const table = { filename: 'deadlines.csv', columns: COLUMNS, slices: this.cellsOf(actor, asked) };
    return listDownload(table, { action: 'export.board', detail: { rows } });
  }

  private async *cellsOf(actor: Actor, asked: BoardAsked) {
    for await (const rows of this.told.slices(actor, asked)) yield rows.map(cellsOf);
  }

  private async filters(actor: Actor, asked: BoardAsked) {
    const plans = await this.planChoices(actor, asked.planId);
    const owners = await this.owners.onBoard(actor);
    const { state, ownerId: owner = '', planId: plan = '', from = '', until = '' } = asked;
    return {
      choices: { states: choicesOf('deadline-filter', OFFERED_STATES), plans, owners },
      chips: chipsOf(asked, { plans, owners }),
      form: freshForm({ state, owner, plan, from, until }),
    };
  }

  /** The newest plans, and the one that is asked for where it is older and within reach. */
  private async planChoices(actor: Actor, planId: string | undefined): Promise<Named> {
    const heads = await this.plans.everyHead(actor, PLANS_TO_CHOOSE);
    const isOffered = planId === undefined || heads.some(({ id }) => id === planId);
    const older = isOffered ? undefined : (await this.plans.heads([planId])).get(planId);
    const known = older && actor.sees(older.postId) ? [...heads, older] : heads;
    return known.map(({ id, title }) => ({ value: id, label: title }));
  }
}

/** A row of the board: the deadline, and what was and will be said where it is owed. */
function toldRow(row: ToldDeadline) {
  const { lastReminder: last, nextReminder: next, zone } = row;
  return {
    ...boardRow(row),
    last: last && { word: wordFor('reminder-state', last.state), at: last.sentAt ?? last.dueAt, zone },
    next: next && { at: next.nextAt ?? next.dueAt, zone },
  };
}

type Named = { value: string; label: string }[];

function chipsOf(asked: BoardAsked, named: { plans: Named; owners: Named }) {
  const address = boardAddress(asked);
  const labelIn = (choices: Named, id: string) =>
    choices.find(({ value }) => value === id)?.label ?? 'one chosen';
  const labels: Record<string, string | undefined> = {
    state: asked.state === 'open' ? undefined : wordFor('deadline-filter', asked.state),
    owner: address.owner && `Owner: ${labelIn(named.owners, address.owner)}`,
    plan: address.plan && labelIn(named.plans, address.plan),
    from: address.from && `From ${weekdayDate(address.from)}`,
    until: address.until && `Until ${weekdayDate(address.until)}`,
  };
  return Object.entries(labels).flatMap(([name, label]) =>
    label ? [{ label, remove: addressOf(PATH, { ...address, [name]: undefined }) }] : [],
  );
}

function totalOf(tally: DeadlineTally): number {
  return DEADLINE_STATES.reduce((sum, state) => sum + tally[state], 0);
}

function inWords(tally: DeadlineTally, total: number): string {
  const order = ['overdue', 'due', 'soon', 'upcoming', 'met', 'waived'] as const;
  const parts = order
    .filter((state) => tally[state] > 0)
    .map((state) => `${tally[state]} ${wordFor('deadline-state', state).toLowerCase()}`);
  const deadlines = plural(total, { one: 'deadline', many: 'deadlines' });
  return parts.length === 0 ? deadlines : `${deadlines}: ${parts.join(', ')}`;
}

function cellsOf(row: ToldDeadline) {
  const { deadline, subject, lastReminder, nextReminder } = row;
  return [
    subject.title,
    deadline.title,
    deadline.effectiveOn,
    deadline.statutoryOn,
    wordFor('deadline-nature', deadline.nature),
    shiftInBrief(deadline.reasons),
    row.moved?.effectiveOn ?? null,
    row.city,
    row.ownerGone ? `${row.ownerName} (${wordFor('owner-gone', row.ownerGone)})` : row.ownerName,
    wordFor('deadline-state', row.state),
    timeLeft(row),
    lastReminder?.sentAt ?? null,
    nextReminder?.dueAt ?? null,
  ];
}
