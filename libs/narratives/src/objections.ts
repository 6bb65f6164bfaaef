import { tierWordsIn } from '@demarche/rules';
import type { AssembledNarrative, Objection, Sentence } from './narrative';

/** The parts of a narrative that are read as running text. */
export type RunningText = Pick<AssembledNarrative, 'opening' | 'passages' | 'statistics'>;

type PlacedSentence = Omit<Objection, 'findings'>;

const placed = (sentence: Sentence, place: Objection['place'], recommendationId: string | null) => ({
  place,
  recommendationId,
  sentence: sentence.text,
  entries: sentence.entries,
});

function sentencesOf({ opening, passages, statistics }: RunningText): PlacedSentence[] {
  return [
    { place: 'opening', recommendationId: null, sentence: opening.text, entries: [] },
    ...passages.flatMap((passage) =>
      passage.sentences.map((sentence) => placed(sentence, 'passage', passage.recommendationId)),
    ),
    ...statistics.map((sentence) => placed(sentence, 'statistics', null)),
  ];
}

/** The narrative's sentences in the order in which they are read. */
export function runningSentences(text: RunningText): string[] {
  return sentencesOf(text).map((sentence) => sentence.sentence);
}

/**
 * Sentences that speak of tiers, movement or forecasts, officers' own words included. They are shown to whoever signs
 * and stay where they are: taking one out silently would hide that somebody wrote it.
 */
export function objectionsTo(text: RunningText): Objection[] {
  return sentencesOf(text)
    .map((sentence) => ({ ...sentence, findings: tierWordsIn(sentence.sentence) }))
    .filter((sentence) => sentence.findings.length > 0);
}
