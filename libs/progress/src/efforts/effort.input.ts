import {
  choice,
  choiceOr,
  choiceOrNull,
  day,
  rowId,
  oneOrMore,
  optionalText,
  text,
  seenVersion,
  several,
  ticked,
  idOf,
} from '@demarche/base';
import { CONCRETE_ACTIONS, CONTRIBUTIONS, CREDIBLE_SOURCES, MARKINGS, PARTIES } from '@demarche/rules';
import { z } from 'zod';

const LONGEST_TEXT = 4_000;
const LONGEST_NOTE = 1_000;

const recommendation = rowId('Choose a recommendation from the list.');

const told = {
  text: text('Say what happened.', LONGEST_TEXT),
  happenedOn: day('Say on which day it happened.'),
  ranBy: choice(PARTIES, 'Say who acted.'),
  recommendationIds: oneOrMore(recommendation, 'Choose at least one recommendation that this is about.'),
};

const detail = {
  sure: ticked(),
  paidBy: choiceOr(PARTIES, 'unknown'),
  governmentGave: several(choice(CONTRIBUTIONS, 'Choose what the government gave from the list.')),
  role: optionalText(LONGEST_NOTE),
  actionKind: choiceOrNull(CONCRETE_ACTIONS),
  sourceKind: choiceOrNull(CREDIBLE_SOURCES),
  source: optionalText(LONGEST_NOTE),
  marking: choiceOrNull(MARKINGS),
  completes: several(recommendation),
};

/** A new effort: four fields are enough, all others may be left out. Without a marking it takes the plan's. */
export const NewEffortInput = z.strictObject({
  planId: rowId('Say which plan this belongs to.'),
  ...told,
  ...detail,
});

/** An amended effort: the whole of it as it should read now, so that a field left out is emptied. */
export const AmendedEffortInput = z.strictObject({
  id: idOf('act'),
  version: seenVersion(),
  ...told,
  ...detail,
});

/** An effort that was logged on the wrong plan: which one, in the version seen, and the whole of it for the right plan. */
export const MovedEffortInput = z.strictObject({
  id: idOf('Say which entry is moved.'),
  version: seenVersion(),
  planId: idOf('Say which plan this belongs to.'),
  ...told,
  ...detail,
});

/** What an effort says, however it was told. */
export type EffortTold = Omit<z.output<typeof NewEffortInput>, 'planId'>;

type Optional = keyof typeof detail;
type Short<T> = Omit<T, Optional> & { [K in keyof T as Extract<K, Optional>]?: T[K] };

/** A new effort as a caller may give it. */
export type NewEffort = Short<z.output<typeof NewEffortInput>>;
/** A moved effort as a caller may give it. */
export type MovedEffort = Short<z.output<typeof MovedEffortInput>>;
/** An amended effort as a caller may give it. */
export type AmendedEffort = Short<z.output<typeof AmendedEffortInput>>;
