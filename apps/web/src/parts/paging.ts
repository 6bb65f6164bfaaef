import { z } from 'zod';
import type { FormBody } from '../http/forms';

/** The schema of a form that is only a button. */
export const NothingAsked = z.strictObject({});

const LONGEST_SEARCH = 100;

/** The page asked for in an address, counted from 1; anything that is no such number means the first. */
export function pageNumber(asked: unknown): number {
  return typeof asked === 'string' && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
}

/** What the address of a list in memory asks for: a part of a name, and a page. */
export interface ListAsked {
  named: string;
  page: number;
}

/** Reads the address of a list. */
export function listAsked({ named, page }: FormBody): ListAsked {
  const text = typeof named === 'string' ? named.trim().slice(0, LONGEST_SEARCH) : '';
  return { named: text, page: pageNumber(page) };
}

/** Whether one of several texts holds what was typed, whatever the case and the accents. */
export function matchingText(typed: string, texts: readonly string[]): boolean {
  const wanted = plain(typed);
  return texts.some((text) => plain(text).includes(wanted));
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** One page of a list that lies in memory, with the addresses beside it; `path` ends in `?` or `&`. */
export function pageOf<Row>(rows: readonly Row[], asked: { page: number; size: number; path: string }) {
  const { page, size, path } = asked;
  const first = (page - 1) * size;
  const next = first + size < rows.length ? `${path}page=${page + 1}` : null;
  const previous = page > 1 ? `${path}page=${page - 1}` : null;
  return { rows: rows.slice(first, first + size), total: rows.length, previous, next };
}
