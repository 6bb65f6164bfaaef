import { type Code, codesOf } from '@demarche/words';
import type { Cable } from '@demarche/cables';
import { listingGrounds } from '@demarche/rules';

/**
 * Why a country stands on the Special Watch List: no increasing efforts, very many victims, or commitments for the next
 * year. Source: 22 U.S.C. 7107(b), special watch list; Pub. L. 115-427 of January 2019 struck the third.
 */
export const PLACEMENT_REASONS = codesOf('placement');
/** One of {@link PLACEMENT_REASONS}; the words hold the list. */
export type PlacementReason = Code<'placement'>;

/** Whether the law knew a reason when the report of a year was made. */
export function reasonHeldIn(reason: PlacementReason, reportYear: number): boolean {
  return reason !== 'commitments' || (listingGrounds(reportYear)?.countsCommitments ?? false);
}

const PLACED = /\bplace[ds]\b|\bplacement\b/i;
const BECAUSE = /\b(?:because|due to|based on|as a result of|owing to)\b/i;
const WORDS: Record<PlacementReason, RegExp> = {
  'no-increasing-efforts': /\bincreas\w+ (?:its )?(?:overall )?(?:anti-\w+ )?efforts?\b/i,
  'significant-victims': /\b(?:significant|significantly increasing|large) number of (?:\w+ )*?victims\b/i,
  commitments: /\bcommitments?\b/i,
};

/**
 * The reason which a cable gives for this country's placement, or null when it gives none or several. Only sentences
 * that say why a country was placed count: the general one that lists all three reasons does not.
 */
export function placementReasonIn(
  cable: Pick<Cable, 'talkingPoints' | 'paragraphs'>,
): PlacementReason | null {
  const texts = [...cable.talkingPoints, ...cable.paragraphs.map((paragraph) => paragraph.text)];
  const sentences = texts.flatMap((text) => text.split(/(?<=[.!?])\s+/)).filter(saysWhy);
  const found = PLACEMENT_REASONS.filter((reason) =>
    sentences.some((sentence) => WORDS[reason].test(sentence)),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

function saysWhy(sentence: string): boolean {
  return PLACED.test(sentence) && BECAUSE.test(sentence);
}
