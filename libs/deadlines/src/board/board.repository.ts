import { Store } from '@demarche/store';
import { DEADLINE_STATES, type DeadlineStateWord } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import type { Deadline } from '../deadline.entity';
import type { BoardSort } from './board-filter';
import {
  behind,
  type BoardPlace,
  conditionOf,
  joined,
  orderOf,
  POST,
  type RowsAsked,
  type Sql,
  sortKeyOf,
  sql,
  tallyOf,
} from './board-sql';

/** A deadline with the names that stand around it. */
export interface BoardEntry {
  deadline: Deadline;
  /** Where its row stands in the order asked for: the next reading begins behind it. */
  place: BoardPlace;
  /** Null where Washington owes it. */
  city: string | null;
  zone: string | null;
  countryName: string;
  cycleName: string | null;
  reportYear: number | null;
  ownerName: string | null;
  ownerRole: string | null;
  isOwnerActive: boolean;
  /** Whether the owner serves today at the post that owes it. */
  isOwnerThere: boolean;
}

/** Which part of an ordered board to read. */
export interface Slice {
  sort: BoardSort;
  rows: number;
  skip?: number;
  /** Only what stands behind this place. */
  after?: BoardPlace | undefined;
}

type Beside = Omit<BoardEntry, 'deadline' | 'place'>;
type StoredEntry = Deadline & Beside & { sortKey: BoardPlace['sortKey'] };

/** The earliest open deadline of a recommendation at a place. */
interface Pressing {
  recommendationId: string;
  effectiveOn: string;
  zone: string | null;
}

const BESIDE = `o."city" AS "city", o."zone" AS "zone", c."name" AS "countryName", y."name" AS "cycleName",
  y."reportYear" AS "reportYear", u."name" AS "ownerName", u."role" AS "ownerRole", u."isActive" AS "isOwnerActive",
  CASE WHEN EXISTS (SELECT 1 FROM "userPosts" s WHERE s."userId" = t."ownerId" AND s."postId" = t."postId"
    AND s."startsOn" <= ? AND (s."endedOn" IS NULL OR s."endedOn" > ?)) THEN 1 ELSE 0 END AS "isOwnerThere"`;

const AROUND = `${POST} LEFT JOIN "countries" c ON c."id" = t."countryId"
  LEFT JOIN "cycles" y ON y."id" = t."cycleId" LEFT JOIN "users" u ON u."id" = t."ownerId"`;

/** Reads the rows of the board in one statement, across the rooms below, however many they are. It only reads. */
@Injectable()
export class BoardRepository {
  constructor(private readonly store: Store) {}

  /** A slice of the rows in order. */
  async slice(asked: RowsAsked & { today: string }, slice: Slice): Promise<BoardEntry[]> {
    const { sort, rows, skip = 0, after } = slice;
    const key = sortKeyOf(sort, asked.days);
    const conditions = [conditionOf(asked), ...(after ? [behind(after, sort, key)] : [])];
    return this.entries(asked.today, [
      ...(key ? [sql(', '), key, sql(' AS "sortKey"')] : []),
      sql(` FROM "deadlines" t ${AROUND} WHERE `),
      joined(conditions, ' AND '),
      sql(` ${orderOf(sort)} LIMIT ? OFFSET ?`, rows, skip),
    ]);
  }

  /** One deadline, or null. */
  async one(id: string, today: string): Promise<BoardEntry | null> {
    const [entry] = await this.entries(today, [sql(` FROM "deadlines" t ${AROUND} WHERE t."id" = ?`, id)]);
    return entry ?? null;
  }

  /** How many rows stand in each state; states without a row are left out. */
  async tally(asked: RowsAsked): Promise<Map<DeadlineStateWord, number>> {
    const counts = tallyOf(asked);
    const found = await this.store.rows<{ rank: number; rows: number | string }>(counts.sql, counts.values);
    return new Map(found.map(({ rank, rows }) => [DEADLINE_STATES[rank] as DeadlineStateWord, Number(rows)]));
  }

  /** The earliest open deadline on each recommendation, place by place. */
  pressing(asked: RowsAsked): Promise<Pressing[]> {
    const { sql: text, values } = conditionOf({ ...asked, filter: { ...asked.filter, state: 'open' } });
    return this.store.rows<Pressing>(
      `SELECT t."recommendationId" AS "recommendationId", MIN(t."effectiveOn") AS "effectiveOn", o."zone" AS "zone"
       FROM "deadlines" t ${POST} WHERE t."recommendationId" IS NOT NULL AND ${text}
       GROUP BY t."recommendationId", o."zone"`,
      values,
    );
  }

  private async entries(today: string, rest: readonly Sql[]): Promise<BoardEntry[]> {
    const whole = joined([sql(`SELECT t.*, ${BESIDE}`, today, today), ...rest], '');
    return (await this.store.rows<StoredEntry>(whole.sql, whole.values)).map(entryOf);
  }
}

function entryOf(row: StoredEntry): BoardEntry {
  const { city, zone, countryName, cycleName, reportYear, sortKey, ...named } = row;
  const { ownerName, ownerRole, isOwnerActive, isOwnerThere, ...stored } = named;
  const deadline: Deadline = {
    ...stored,
    reasons: JSON.parse(String(stored.reasons)) as Deadline['reasons'],
    isTitleQuoted: Boolean(stored.isTitleQuoted),
  };
  return {
    deadline,
    place: { sortKey: sortKey ?? null, effectiveOn: deadline.effectiveOn, id: deadline.id },
    ...{ city, zone, countryName, cycleName, reportYear, ownerName, ownerRole },
    isOwnerActive: Boolean(isOwnerActive),
    isOwnerThere: Boolean(isOwnerThere),
  };
}
