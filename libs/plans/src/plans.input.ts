import {
  choice,
  choiceWhenGiven,
  document,
  filterId,
  optionalText,
  page,
  rowId,
  seenVersion,
  text,
  ticked,
  wholeNumber,
  idOf,
} from '@demarche/base';
import { MARKINGS, PILLARS, PRIORITIES } from '@demarche/rules';
import { z } from 'zod';
import { PLACEMENT_REASONS } from './placement-reason';

/** The longest wording or note, in characters: a long page of a cable. */
export const WORDING_MAX = 4_000;
/** The longest reason a person may give. */
const REASON_MAX = 1_000;
/** The longest cable that can be read, in characters: some 150 pages. */
const CABLE_MAX = 400_000;

const LAST_POSITION = 999;

const country = rowId('Choose a country.').regex(/^[A-Z]{3}$/, 'Choose a country.');
const cycle = rowId('Choose a cycle.').regex(/^\d{4}$/, 'Choose a cycle.');
const placementReason = choice(PLACEMENT_REASONS, 'Choose why the country is on the list.');
const marking = choice(MARKINGS, 'Choose a marking.').optional();
const position = wholeNumber({ missing: 'Enter a position.', least: 1, most: LAST_POSITION });

/** A plan from blank. The marking is that of its paragraphs, SBU unless given; a tick vouches for the placement. */
export const NewPlanInput = z.strictObject({
  countryId: country,
  cycleId: cycle,
  placementReason,
  placementConfirmed: ticked(),
  marking,
});
/** The parsed new plan. */
export type NewPlan = z.input<typeof NewPlanInput>;

/** That the country of a plan was placed on the list although the register does not show it, or that this is taken back. */
export const PlacementConfirmationInput = z.strictObject({
  id: idOf('plan'),
  placementConfirmed: ticked(),
});
/** The confirmation as a caller may give it. */
export type PlacementConfirmation = z.input<typeof PlacementConfirmationInput>;

const cableText = document('Paste the text of the cable.', CABLE_MAX);

/** A cable to be checked before anything is made. Its text is kept byte for byte. */
export const CableTextInput = z.strictObject({ text: cableText });
/** The parsed cable text. */
export type CableText = z.infer<typeof CableTextInput>;

/** A cable to be imported, with what the person chose on the check page. */
export const CableImportInput = z.strictObject({
  text: cableText,
  countryId: country,
  cycleId: cycle,
  placementReason,
  placementConfirmed: ticked(),
});
/** The parsed import. */
export type CableImport = z.input<typeof CableImportInput>;

/** A further recommendation; without `at` it comes last under its heading, without a marking it takes the plan's. */
export const NewRecommendationInput = z.strictObject({
  planId: rowId('Choose a plan.'),
  priority: z.enum(PRIORITIES, 'Choose high priority or other.'),
  pillar: z.enum(PILLARS, 'Choose prosecution, protection or prevention.').nullish(),
  text: text('Write what the government is asked to do.', WORDING_MAX),
  note: optionalText(WORDING_MAX).optional(),
  marking,
  at: position.optional(),
});
/** The parsed recommendation. */
export type NewRecommendation = z.infer<typeof NewRecommendationInput>;

/** A new wording, made on the version the person saw; a note left out is a note taken away. */
export const RewordingInput = z.strictObject({
  id: idOf('recommendation'),
  version: seenVersion(),
  text: text('Write what the government is asked to do.', WORDING_MAX),
  note: optionalText(WORDING_MAX).optional(),
  reason: optionalText(REASON_MAX).optional(),
});
/** The parsed rewording. */
export type Rewording = z.infer<typeof RewordingInput>;

/** Taking a recommendation out of the plan, with the reason that stays in its row. */
export const DropInput = z.strictObject({
  id: idOf('recommendation'),
  version: seenVersion(),
  reason: text('Say why this is no longer asked for.', REASON_MAX),
});
/** The parsed drop. */
export type Drop = z.infer<typeof DropInput>;

/** Bringing a dropped recommendation back, with the reason that stays among its wordings. */
export const RestoreRecommendationInput = z.strictObject({
  id: idOf('recommendation'),
  version: seenVersion(),
  reason: text('Say why this is asked for again.', REASON_MAX),
});
/** The parsed restoring. */
export type RestoreRecommendation = z.infer<typeof RestoreRecommendationInput>;

/** What a list of plans may be put in order by; with a minus the other way round. */
export const PLAN_SORTS = [
  ...(['plan', 'cycle', 'post', 'high', 'other', 'started'] as const),
  ...(['-plan', '-cycle', '-post', '-high', '-other', '-started'] as const),
] as const;

/** Which plans a list shows, and in which order; pages count from 1. */
export const PlanFilterInput = z.strictObject({
  countryId: country.optional(),
  cycleId: cycle.optional(),
  postId: filterId('Choose a post.'),
  sort: choiceWhenGiven(PLAN_SORTS, 'Choose what to sort by.'),
  page: page(),
});
/** The parsed filter; every part may be left out. */
export type PlanFilter = Partial<z.infer<typeof PlanFilterInput>>;
