import type { z } from 'zod';
import { type FormBody, parseForm } from '../http/forms/forms';

/** Reads the filters of a list from its address; the code of a confirmation is not one of them. Throws Invalid. */
export function filterOf<S extends z.ZodType>(schema: S, query: FormBody): z.infer<S> {
  const asked = Object.entries(query).filter(([name]) => name !== 'done');
  return parseForm(schema, Object.fromEntries(asked));
}

/** The pages of a list: where one is, and the addresses before and after with the same filters. */
interface Paging {
  page: number;
  pages: number;
  before: string | null;
  after: string | null;
}

/** The paging of a list at an address; null where everything stands on one page. */
export function pagingOf(
  path: string,
  filters: Record<string, string | undefined>,
  { page, pages }: { page: number; pages: number },
): Paging | null {
  if (pages <= 1) return null;
  const at = (number: number) => addressOf(path, { ...filters, page: String(number) });
  return { page, pages, before: page > 1 ? at(page - 1) : null, after: page < pages ? at(page + 1) : null };
}

/** An address with filters; those without a value are left out. */
export function addressOf(path: string, filters: Record<string, string | undefined>): string {
  const given = Object.entries(filters).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const query = new URLSearchParams(given).toString();
  return query === '' ? path : `${path}?${query}`;
}
