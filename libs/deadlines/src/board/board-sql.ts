import { addDays, DEADLINE_STATES, type DeadlineStateWord, SOON_DAYS } from '@demarche/rules';
import type { ZoneDays } from '../calendar/zone-days';
import { type BoardFilter, type BoardSort, isOpenState, wantedBy } from './board-filter';

/** A piece of a statement with the values for its `?`, in order. */
export interface Sql {
  sql: string;
  values: unknown[];
}

/** Which rows a reading of the board asks for. */
export interface RowsAsked {
  filter: BoardFilter;
  /** Only of these posts; null for all, those of Washington included. */
  postIds: readonly string[] | null;
  /** Today in every zone. */
  days: ZoneDays;
}

/** Where an earlier reading of the same order ended. */
export interface BoardPlace {
  sortKey: string | number | null;
  effectiveOn: string;
  id: string;
}

/** The post of a deadline, `t`, as `o`: without a row where Washington owes it. */
export const POST = 'LEFT JOIN "posts" o ON o."id" = t."postId"';

/** A piece of a statement from its text and its values. */
export const sql = (text: string, ...values: unknown[]): Sql => ({ sql: text, values });
const EFFECTIVE = 't."effectiveOn"';
const OPEN = 't."metOn" IS NULL AND t."waivedOn" IS NULL';
const ENDS = {
  met: 't."metOn" IS NOT NULL',
  waived: 't."metOn" IS NULL AND t."waivedOn" IS NOT NULL',
} as const;

/** The working days of open deadlines in each state, counted from today where they are owed; both ends within it. */
const SPANS: Partial<Record<DeadlineStateWord, readonly [from: number | null, until: number | null]>> = {
  overdue: [null, -1],
  due: [0, 0],
  soon: [1, SOON_DAYS],
  upcoming: [SOON_DAYS + 1, null],
};

/** Puts pieces together with a word between them. */
export function joined(pieces: readonly Sql[], word: string): Sql {
  return { sql: pieces.map((piece) => piece.sql).join(word), values: pieces.flatMap(({ values }) => values) };
}

/** What every row has to be: the condition behind WHERE. */
export function conditionOf(asked: RowsAsked): Sql {
  return joined([...scopeOf(asked), stateOf(asked)], ' AND ');
}

/** The state as its place among the states, for sorting and counting. */
export function rankOf(days: ZoneDays): Sql {
  const rank = (state: DeadlineStateWord) => DEADLINE_STATES.indexOf(state);
  const upTo = (state: 'overdue' | 'due' | 'soon', shift: number) =>
    joined([sql(` WHEN ${EFFECTIVE} <= `), dayThere(days, shift), sql(` THEN ${rank(state)}`)], '');
  return joined(
    [
      sql(`CASE WHEN ${ENDS.met} THEN ${rank('met')} WHEN t."waivedOn" IS NOT NULL THEN ${rank('waived')}`),
      ...[upTo('overdue', -1), upTo('due', 0), upTo('soon', SOON_DAYS)],
      sql(` ELSE ${rank('upcoming')} END`),
    ],
    '',
  );
}

/** How many rows of each state there are: what is closed is counted along an index, what is open place by place. */
export function tallyOf(asked: RowsAsked): Sql {
  const states = wantedBy(asked.filter);
  const scope = joined([sql('1 = 1'), ...scopeOf(asked)], ' AND ');
  const counts = states.filter((state) => !isOpenState(state)).map((state) => countOf(state, scope));
  if (states.some(isOpenState)) counts.push(openCountsOf(asked, scope));
  return joined(counts, ' UNION ALL ');
}

function countOf(state: DeadlineStateWord, scope: Sql): Sql {
  const rank = DEADLINE_STATES.indexOf(state);
  const counted = `SELECT ${rank} AS "rank", COUNT(*) AS "rows" FROM "deadlines" t WHERE `;
  return joined([sql(counted), closedOf([state]), sql(' AND '), scope], '');
}

function openCountsOf({ days, filter, ...asked }: RowsAsked, scope: Sql): Sql {
  const state = wantedBy(filter).every(isOpenState) ? filter.state : 'open';
  const counted = sql(` AS "rank", COUNT(*) AS "rows" FROM "deadlines" t ${POST} WHERE `);
  const wanted = joined([stateOf({ ...asked, days, filter: { state } }), scope], ' AND ');
  return joined([sql('SELECT '), rankOf(days), counted, wanted, sql(' GROUP BY 1')], '');
}

/** What rows are put in order by; null where it is their working day alone. */
export function sortKeyOf(sort: BoardSort, days: ZoneDays): Sql | null {
  if (sort.endsWith('due')) return null;
  if (sort.endsWith('state')) return rankOf(days);
  return sql(sort.endsWith('what') ? 'LOWER(t."title")' : 'LOWER(u."name")');
}

/** The order asked for; what is equal stands by its working day. */
export function orderOf(sort: BoardSort): string {
  const way = sort.startsWith('-') ? 'DESC' : 'ASC';
  if (sort.endsWith('due')) return `ORDER BY ${EFFECTIVE} ${way}, t."id" ${way}`;
  return `ORDER BY "sortKey" ${way}, ${EFFECTIVE} ASC, t."id" ASC`;
}

/** What stands behind a place in an order. */
export function behind(place: BoardPlace, sort: BoardSort, key: Sql | null): Sql {
  const isTurned = sort.startsWith('-');
  const day = [place.effectiveOn, place.id];
  if (key === null) return sql(`(${EFFECTIVE}, t."id") ${isTurned ? '<' : '>'} (?, ?)`, ...day);
  const beyond = joined([key, sql(isTurned ? ' < ?' : ' > ?', place.sortKey)], '');
  const level = joined([key, sql(` = ? AND (${EFFECTIVE}, t."id") > (?, ?)`, place.sortKey, ...day)], '');
  return joined([sql('('), beyond, sql(' OR '), level, sql(')')], '');
}

function scopeOf({ filter, postIds }: RowsAsked): Sql[] {
  const { planId, countryId, ownerId, from, until } = filter;
  const pieces: Sql[] = [];
  if (planId !== undefined) pieces.push(sql(`t."subjectKind" = 'plan' AND t."subjectId" = ?`, planId));
  if (countryId !== undefined) pieces.push(sql('t."countryId" = ?', countryId));
  if (ownerId !== undefined) pieces.push(sql('t."ownerId" = ?', ownerId));
  if (postIds !== null) pieces.push(among('t."postId"', postIds));
  if (from !== undefined) pieces.push(sql(`${EFFECTIVE} >= ?`, from));
  if (until !== undefined) pieces.push(sql(`${EFFECTIVE} <= ?`, until));
  return pieces;
}

function among(column: string, ids: readonly string[]): Sql {
  if (ids.length === 0) return sql('1 = 0');
  return sql(`${column} IN (${places(ids)})`, ...ids);
}

function stateOf({ filter, days }: RowsAsked): Sql {
  const states = wantedBy(filter);
  const open = states.filter(isOpenState);
  if (open.length === 0) return closedOf(states);
  if (open.length < states.length) return sql('1 = 1');
  const from = SPANS[open[0] as DeadlineStateWord]?.[0] ?? null;
  const until = SPANS[open.at(-1) as DeadlineStateWord]?.[1] ?? null;
  return joined([sql(OPEN), ...startOf(days, from), ...endOf(days, until)], ' AND ');
}

function closedOf(states: readonly DeadlineStateWord[]): Sql {
  if (states.length === 1) return sql(ENDS[states[0] as keyof typeof ENDS]);
  return sql('(t."metOn" IS NOT NULL OR t."waivedOn" IS NOT NULL)');
}

// The plain bound beside the exact one lets an index do its work.
function startOf(days: ZoneDays, shift: number | null): Sql[] {
  if (shift === null) return [];
  const exact = joined([sql(`${EFFECTIVE} >= `), dayThere(days, shift)], '');
  return [sql(`${EFFECTIVE} >= ?`, addDays(days.first, shift)), exact];
}

function endOf(days: ZoneDays, shift: number | null): Sql[] {
  if (shift === null) return [];
  const exact = joined([sql(`${EFFECTIVE} <= `), dayThere(days, shift)], '');
  return [sql(`${EFFECTIVE} <= ?`, addDays(days.last, shift)), exact];
}

/** So many days after today where the deadline is owed; without a post that is Washington. */
function dayThere({ usual, others, washington }: ZoneDays, shift: number): Sql {
  const usualThere = sql('?', addDays(usual, shift));
  if (others.length === 0) return usualThere;
  const cases = others.map(({ date, zones }) => {
    const there = sql(` WHEN COALESCE(o."zone", ?) IN (${places(zones)})`, washington, ...zones);
    return joined([there, sql(' THEN ?', addDays(date, shift))], '');
  });
  return joined([sql('CASE'), ...cases, sql(' ELSE '), usualThere, sql(' END')], '');
}

const places = (values: readonly string[]) => values.map(() => '?').join(', ');
