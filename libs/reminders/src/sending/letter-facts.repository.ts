import type { Deadline } from '@demarche/deadlines';
import { Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';

/** What a letter says of its deadline, and to whom it goes: as of now, in one row. */
export interface LetterRow extends Pick<
  Deadline,
  'kind' | 'title' | 'nature' | 'statutoryOn' | 'effectiveOn' | 'postId' | 'ownerId'
> {
  isTitleQuoted: boolean;
  country: string;
  /** Null for a deadline that belongs to no cycle. */
  cycle: string | null;
  /** Null where Washington owes it. */
  city: string | null;
  zone: string | null;
  email: string;
  /** Whether the account of the reader is open. */
  isActive: boolean;
}

type StoredRow = LetterRow & { reminderId: string };

const LETTERS = `SELECT r."id" AS "reminderId", d."kind", d."title", d."isTitleQuoted", d."nature", d."statutoryOn",
    d."effectiveOn", d."postId", d."ownerId", c."name" AS "country", y."name" AS "cycle", o."city", o."zone",
    u."email", u."isActive"
  FROM "reminders" r JOIN "deadlines" d ON d."id" = r."deadlineId" JOIN "users" u ON u."id" = r."recipientId"
    JOIN "countries" c ON c."id" = d."countryId" LEFT JOIN "cycles" y ON y."id" = d."cycleId"
    LEFT JOIN "posts" o ON o."id" = d."postId"
  WHERE r."id" IN`;

/** Reads what letters say in one statement, across the rooms below: a letter of five lines opens no plan. It only reads. */
@Injectable()
export class LetterFactsRepository {
  constructor(private readonly store: Store) {}

  /** What the letters of some reminders say, by the reminder's id. */
  async of(reminderIds: string[]): Promise<Map<string, LetterRow>> {
    const places = reminderIds.map(() => '?').join(', ');
    const rows = await this.store.rows<StoredRow>(`${LETTERS} (${places})`, reminderIds);
    return new Map(rows.map(({ reminderId, ...row }) => [reminderId, withFlags(row)]));
  }
}

function withFlags(row: LetterRow): LetterRow {
  return { ...row, isTitleQuoted: Boolean(row.isTitleQuoted), isActive: Boolean(row.isActive) };
}
