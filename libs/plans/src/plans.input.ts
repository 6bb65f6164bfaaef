import { MARKINGS, PILLARS, PRIORITIES } from '@demarche/rules';
import { z } from 'zod';
import { PLACEMENT_REASONS } from './placement-reason';

/** The longest wording or note, in characters: a long page of a cable. */
export const WORDING_MAX = 4_000;
/** The longest reason a person may give. */
export const REASON_MAX = 1_000;
/** The longest cable that can be read, in characters: some 150 pages. */
export const CABLE_MAX = 400_000;

// Line breaks become blanks in a wording; whatever else steers a terminal or turns the reading direction is refused.
const STEERING = /(?![\t\n\r])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
// Cables of old systems carry odd bytes, which the reader mends; refused is what fools a reader or breaks a database.
const FOOLING = /[\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
const isFooling = (text: string) => FOOLING.test(text) || text.includes('\u0000') || text.includes('\u001B');
const NO_STEERING = 'Remove the hidden control characters; plain text only.';

const count = (most: number) => most.toLocaleString('en-US');

const paragraph = (missing: string, most: number) =>
  z
    .string(missing)
    .refine((text) => !STEERING.test(text), NO_STEERING)
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(most, `Use at most ${count(most)} characters.`),
    );

const optionalParagraph = (most: number) =>
  z
    .string('Enter text.')
    .refine((text) => !STEERING.test(text), NO_STEERING)
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(most, `Use at most ${count(most)} characters.`))
    .transform((text) => (text === '' ? null : text))
    .nullish();

const rowId = (missing: string) => z.string(missing).regex(/^[\w-]{1,64}$/, missing);
const country = z.string('Choose a country.').regex(/^[A-Z]{3}$/, 'Choose a country.');
const cycle = z.string('Choose a cycle.').regex(/^\d{4}$/, 'Choose a cycle.');
const placementReason = z.enum(PLACEMENT_REASONS, 'Choose why the country is on the list.');
const marking = z.enum(MARKINGS, 'Choose a marking.').optional();
/** Far above any real count of wordings, and far below what a column of 32 bits can hold. */
const VERSION_MAX = 1_000_000;
const version = z.coerce
  .number('The version must be a whole number.')
  .int('The version must be a whole number.')
  .min(1, 'The version must be at least 1.')
  .max(VERSION_MAX, 'There is no such version.')
  .optional();

/** A plan from blank. The marking is that of its paragraphs, SBU unless given. */
export const NewPlanInput = z.strictObject({ countryId: country, cycleId: cycle, placementReason, marking });
/** The parsed new plan. */
export type NewPlan = z.infer<typeof NewPlanInput>;

const cableText = z
  .string('Paste the text of the cable.')
  .max(CABLE_MAX, `A cable may have at most ${count(CABLE_MAX)} characters.`)
  .refine((text) => !isFooling(text), NO_STEERING)
  .refine((text) => text.trim() !== '', 'Paste the text of the cable.');

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
});
/** The parsed import. */
export type CableImport = z.infer<typeof CableImportInput>;

/** A further recommendation; without `at` it comes last under its heading, without a marking it takes the plan's. */
export const NewRecommendationInput = z.strictObject({
  planId: rowId('Choose a plan.'),
  priority: z.enum(PRIORITIES, 'Choose high priority or other.'),
  pillar: z.enum(PILLARS, 'Choose prosecution, protection or prevention.').nullish(),
  text: paragraph('Write what the government is asked to do.', WORDING_MAX),
  note: optionalParagraph(WORDING_MAX),
  marking,
  at: z.coerce.number('Enter a position.').int('Enter a whole number.').min(1).max(999).optional(),
});
/** The parsed recommendation. */
export type NewRecommendation = z.infer<typeof NewRecommendationInput>;

/** A new wording, made on the version the person saw; a note left out is a note taken away. */
export const RewordingInput = z.strictObject({
  id: rowId('Choose a recommendation.'),
  version,
  text: paragraph('Write what the government is asked to do.', WORDING_MAX),
  note: optionalParagraph(WORDING_MAX),
  reason: optionalParagraph(REASON_MAX),
});
/** The parsed rewording. */
export type Rewording = z.infer<typeof RewordingInput>;

/** Taking a recommendation out of the plan, with the reason that stays in its row. */
export const DropInput = z.strictObject({
  id: rowId('Choose a recommendation.'),
  version,
  reason: paragraph('Say why this is no longer asked for.', REASON_MAX),
});
/** The parsed drop. */
export type Drop = z.infer<typeof DropInput>;

/** Bringing a dropped recommendation back, with the reason that stays among its wordings. */
export const RestoreRecommendationInput = z.strictObject({
  id: rowId('Choose a recommendation.'),
  version,
  reason: paragraph('Say why this is asked for again.', REASON_MAX),
});
/** The parsed restoring. */
export type RestoreRecommendation = z.infer<typeof RestoreRecommendationInput>;

/** Which plans a list shows; pages count from 1. */
export const PlanFilterInput = z.strictObject({
  countryId: country.optional(),
  cycleId: cycle.optional(),
  postId: rowId('Choose a post.').optional(),
  page: z.coerce.number('Enter a page number.').int().min(1).max(10_000).default(1),
});
/** The parsed filter; every part may be left out. */
export type PlanFilter = Partial<z.infer<typeof PlanFilterInput>>;
