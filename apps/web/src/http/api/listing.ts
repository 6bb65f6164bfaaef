import { page, ROWS_A_PAGE } from '@demarche/base';
import { z } from 'zod';

/** The query of a list that is only turned over. */
export const PageInput = z.strictObject({ page: page() });

/** The parsed page. */
export type PageAsked = z.infer<typeof PageInput>;

/** One page of a list as the API answers it. */
interface Listing<Row> {
  rows: Row[];
  page: number;
  /** How many pages there are; null where only asking on tells. */
  pages: number | null;
  total: number | null;
}

/** The answer schema of a page of such rows. */
export function listOf<Row extends z.ZodType>(row: Row) {
  const pages = z.number().nullable();
  return z.object({ rows: z.array(row), page: z.number(), pages, total: z.number().nullable() });
}

/** A page of rows that were read as a whole. */
export function listingOf<Row>(
  rows: readonly Row[],
  { page: asked }: PageAsked,
): Listing<Row> & { pages: number; total: number } {
  const first = (asked - 1) * ROWS_A_PAGE;
  return countedTo({ rows: rows.slice(first, first + ROWS_A_PAGE), total: rows.length }, { page: asked });
}

/** A page that was read as such, of rows that were counted. */
export function countedTo<Row>(
  { rows, total }: { rows: Row[]; total: number },
  { page: asked }: PageAsked,
): Listing<Row> & { pages: number; total: number } {
  return { rows, page: asked, pages: Math.max(1, Math.ceil(total / ROWS_A_PAGE)), total };
}

/** A page that was read as such: whether another one follows, asking tells. */
export function turnedTo<Row>(rows: Row[], { page: asked }: PageAsked): Listing<Row> {
  return { rows, page: asked, pages: null, total: null };
}
