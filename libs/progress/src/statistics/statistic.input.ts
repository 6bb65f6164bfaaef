import {
  choice,
  choiceOr,
  choiceOrNull,
  day,
  rowId,
  rowIdOrNull,
  optionalText,
  text,
  seenVersion,
  wholeNumber,
  ticked,
  idOf,
} from '@demarche/base';
import { STATISTIC_BASES, STATISTIC_CATEGORIES, STATISTIC_UNITS } from '@demarche/rules';
import { z } from 'zod';

const LONGEST_TERM = 200;
const LONGEST_NOTE = 1_000;
const LONGEST_EVIDENCE = 2_000;

const LARGEST_COUNT = 10_000_000;

// A blank is refused as such, since no answer is not the answer zero.
const counted = wholeNumber({
  missing: 'Write the number as it was given. If none was given, do not log a figure: blank is not zero.',
  wrong: `A figure is a whole number from 0 to ${LARGEST_COUNT.toLocaleString('en-US')}.`,
  least: 0,
  most: LARGEST_COUNT,
});

const told = {
  from: day('Say from which day the figure counts.'),
  until: day('Say up to which day the figure counts.'),
  term: text('Write the term as the government uses it.', LONGEST_TERM),
  count: counted,
  unit: choice(STATISTIC_UNITS, 'Say whether cases or persons were counted.'),
};

const detail = {
  sure: ticked(),
  category: choiceOrNull(STATISTIC_CATEGORIES),
  basis: choiceOr(STATISTIC_BASES, 'unknown'),
  evidence: optionalText(LONGEST_EVIDENCE),
  article: optionalText(LONGEST_TERM),
  source: optionalText(LONGEST_NOTE),
  recommendationId: rowIdOrNull(),
};

/** A new figure: period, the host's own term, number and unit; the mapping to a category may follow later. */
export const NewStatisticInput = z.strictObject({
  planId: rowId('Say which plan this belongs to.'),
  ...told,
  ...detail,
});

/** An amended figure: the whole of it as it should read now, so that a field left out is emptied. */
export const AmendedStatisticInput = z.strictObject({
  id: idOf('figure'),
  version: seenVersion(),
  ...told,
  ...detail,
});

/** What a figure says, however it was told. */
export type StatisticTold = Omit<z.output<typeof NewStatisticInput>, 'planId'>;

type Optional = keyof typeof detail;
type Short<T> = Omit<T, Optional> & { [K in keyof T as Extract<K, Optional>]?: T[K] };

/** A new figure as a caller may give it. */
export type NewStatistic = Short<z.output<typeof NewStatisticInput>>;
/** An amended figure as a caller may give it. */
export type AmendedStatistic = Short<z.output<typeof AmendedStatisticInput>>;
