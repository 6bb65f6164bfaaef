import { headingOfPillar, wordFor } from '@demarche/words';
import type { Cable, CableAnomaly, CableParagraph } from '@demarche/cables';
import type { CableProblem, PlannedRecommendation } from '@demarche/plans';
import { groupRecommendations, type Pillar, type Priority, recommendationLabel } from '@demarche/rules';
import type { Mark } from '../../parts/mark';

const WEIGHTS: Record<CableProblem['weight'], Pick<Mark, 'shape' | 'tone'>> = {
  stops: { shape: '✕', tone: 'bad' },
  choose: { shape: '◆', tone: 'wait' },
  look: { shape: '○', tone: 'calm' },
};

/** Problems by weight, the heaviest first; weights without any are left out. */
export function problemsOf(problems: readonly CableProblem[]) {
  return (['stops', 'choose', 'look'] as const)
    .map((weight) => ({
      mark: { ...WEIGHTS[weight], word: wordFor('problem-weight', weight) },
      messages: problems.filter((problem) => problem.weight === weight).map(({ message }) => message),
    }))
    .filter(({ messages }) => messages.length > 0);
}

/** So many places of one kind are shown at once; more are folded. */
const PLACES_IN_SIGHT = 3;

/** Oddities by kind, in the order in which the text first shows each: where each one stands and what stood there. */
export function anomaliesOf(anomalies: readonly CableAnomaly[]) {
  const codes = [...new Set(anomalies.map(({ code }) => code))];
  return codes.map((code) => {
    const places = anomalies.filter((anomaly) => anomaly.code === code).map(placeOf);
    return { what: wordFor('anomaly', code), places, isInSight: places.length <= PLACES_IN_SIGHT };
  });
}

function placeOf({ paragraph, found, note }: CableAnomaly) {
  return { place: paragraph === null ? 'Header or foot' : `Paragraph ${paragraph}`, found, note };
}

/** What would be recommendation, under the headings that the plan will have. */
export function recommendationGroupsOf(planned: readonly PlannedRecommendation[]) {
  return groupRecommendations(planned).map(({ priority, pillar, recommendations }) => ({
    title: titleOf(priority, pillar),
    rows: recommendations.map((recommendation) => ({
      label: recommendationLabel(recommendation, planned),
      text: recommendation.text,
      note: recommendation.note,
    })),
  }));
}

/** The header as names and values; lines that the cable lacks are left out. */
export function headerOf(cable: Cable): { name: string; value: string }[] {
  const lines = [
    { name: 'Subject', value: cable.subject },
    { name: 'From', value: cable.from },
    { name: 'To', value: cable.to.join('; ') },
    { name: 'For information', value: cable.info.join('; ') },
    { name: 'Precedence', value: cable.precedence },
    { name: 'Classification', value: [cable.classification, ...cable.captions].filter(Boolean).join(', ') },
    { name: 'Executive order', value: cable.executiveOrder },
    { name: 'Classified by', value: cable.classifiedBy },
    { name: 'Declassify', value: cable.declassification },
    { name: 'Pass to', value: cable.passLines.join('; ') },
    { name: 'Corrected copy', value: cable.corrected },
    { name: 'Tags', value: cable.tags.join(', ') },
    { name: 'References', value: cable.references.map(referenceWords).join('; ') },
    { name: 'Before paragraph 1', value: cable.textBeforeFirst },
    { name: 'Signed', value: cable.signature },
    { name: 'Sent and kept', value: cable.handling.join(' · ') },
  ];
  return lines.flatMap(({ name, value }) => (value ? [{ name, value }] : []));
}

/** Paragraphs with their marks as a cable prints them. */
export function paragraphsOf(paragraphs: readonly CableParagraph[]) {
  return paragraphs.map(({ number, marking, text }) => ({
    number,
    mark: marking === null ? 'no mark' : `(${marking})`,
    text,
  }));
}

function referenceWords({ letter, number }: { letter: string | null; number: string }): string {
  return letter === null ? number : `${letter}. ${number}`;
}

function titleOf(priority: Priority, pillar: Pillar | null): string {
  if (priority === 'high') return 'High priority';
  return headingOfPillar(pillar);
}
