import { STATISTIC_BASES, STATISTIC_CATEGORIES, STATISTIC_UNITS } from '@demarche/rules';
import { z } from 'zod';
import {
  choice,
  choiceOr,
  choiceOrNull,
  day,
  idOf,
  optionalId,
  optionalText,
  saidText,
  seenVersion,
  statedCount,
} from '../field-kinds';

const LONGEST_TERM = 200;
const LONGEST_NOTE = 1_000;
const LONGEST_EVIDENCE = 2_000;

const told = {
  from: day('Say from which day the figure counts.'),
  until: day('Say up to which day the figure counts.'),
  term: saidText('Write the term as the government uses it.', LONGEST_TERM),
  count: statedCount(),
  unit: choice(STATISTIC_UNITS, 'Say whether cases or persons were counted.'),
};

const detail = {
  category: choiceOrNull(STATISTIC_CATEGORIES),
  basis: choiceOr(STATISTIC_BASES, 'unknown'),
  evidence: optionalText(LONGEST_EVIDENCE),
  article: optionalText(LONGEST_TERM),
  source: optionalText(LONGEST_NOTE),
  recommendationId: optionalId(),
};

/** A new figure: period, the host's own term, number and unit; the mapping to a category may follow later. */
export const NewStatisticInput = z.strictObject({
  planId: idOf('Say which plan this belongs to.'),
  ...told,
  ...detail,
});

/** An amended figure: the whole of it as it should read now, so that a field left out is emptied. */
export const AmendedStatisticInput = z.strictObject({
  id: idOf('Say which figure is amended.'),
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
