import { page, searchedText } from '@demarche/base';
import { z } from 'zod';
import { type FormBody, freshForm } from '../http/forms/forms';
import { listingOf } from '../http/api/listing';
import { filterOf, pagingOf } from './address';
import { type Column, inOrder, sortField, sortHeads } from './sort-heads';

/** The schema of a form that is only a button. */
export const NothingAsked = z.strictObject({});

const LONGEST_SEARCH = 100;

/** The page asked for in an address, counted from 1; anything that is no such number means the first. */
export function pageNumber(asked: unknown): number {
  return typeof asked === 'string' && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
}

/** A list in memory that is looked through by name: its address, its columns and the order it has unasked. */
export interface NamedList<Row> {
  path: string;
  columns: readonly Column<Row>[];
  /** The key of the order in which the rows are given. */
  usual: string;
  /** The texts in which what was typed is looked for. */
  texts: (row: Row) => readonly string[];
}

/** One page of a list in memory as its address asks: part of a name, an order, a page. Throws Invalid for an order that is none. */
export function namedPage<Row>(list: NamedList<Row>, all: readonly Row[], query: FormBody) {
  const { named, sort, page: asked } = filterOf(askedOf(list.columns), query);
  const found = all.filter((row) => matchingText(named ?? '', list.texts(row)));
  const address = { named, sort };
  const { rows, total, pages } = listingOf(inOrder(found, list.columns, sort), { page: asked });
  return {
    ...{ rows, total },
    named: named ?? null,
    sort: sort ?? null,
    heads: sortHeads(list.columns, { path: list.path, address, sort: sort ?? list.usual }),
    paging: pagingOf(list.path, address, { page: asked, pages }),
    form: freshForm({ named }),
  };
}

const askedOf = (columns: readonly Column<never>[]) =>
  z.strictObject({ named: searchedText(LONGEST_SEARCH), sort: sortField(columns), page: page() });

/** Whether one of several texts holds what was typed, whatever the case and the accents. */
export function matchingText(typed: string, texts: readonly string[]): boolean {
  const wanted = plain(typed);
  return texts.some((text) => plain(text).includes(wanted));
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
