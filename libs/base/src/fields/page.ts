import { z } from 'zod';

/** How many rows a page of any list holds, on paper, on screen and for machines. */
export const ROWS_A_PAGE = 50;
const LAST_PAGE = 10_000;

const asPage = (given: unknown) => {
  if (typeof given !== 'string') return given;
  return /^\d{1,9}$/.test(given.trim()) ? Number(given) : given;
};

/** The page of a list, counted from 1; left out it is the first. */
export function page() {
  const asked = z
    .number('Give a page number.')
    .int({ error: 'Give a whole page number.', abort: true })
    .min(1, 'Pages count from 1.')
    .max(LAST_PAGE, 'There is no such page.');
  return z.preprocess(asPage, asked).prefault(1).meta({ type: 'integer', minimum: 1, default: 1 });
}
