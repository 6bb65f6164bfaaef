import type { CableRecommendation } from '../cable';
import type { Findings } from '../findings';

const ANNOUNCED =
  /\bnotes?\b[^.]{0,60}\bbrackets?\b|\bbrackets?\b[^.]{0,60}\bnotes?\b|\bbracketed\s+(?:\w+\s+){0,2}notes?\b/i;

/** Reports a cable that announces bracketed notes in its action plan and then has none. */
export function checkAnnouncedNotes(
  paragraphs: { at: number; text: string }[],
  recommendations: CableRecommendation[],
  findings: Findings,
): void {
  const announcing = paragraphs.find((paragraph) => ANNOUNCED.test(paragraph.text));
  const hasNote = recommendations.some(({ notes }) => notes.length > 0);
  if (!announcing || hasNote) return;
  const found = ANNOUNCED.exec(announcing.text)?.[0] ?? '';
  findings.add('notes-announced-absent', announcing.at, {
    found,
    note: 'No recommendation carries a bracketed note.',
  });
}
