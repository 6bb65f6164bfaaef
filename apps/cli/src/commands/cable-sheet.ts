import type { Cable, CableAnomaly, CableRecommendation } from '@demarche/cables';
import { wrapped } from '../wrapped';

const COLUMN = 16;

/** A cable as a person reads it in a terminal: the header, the paragraphs, what was found in them, what was odd. */
export function cableSheet(cable: Cable): string {
  const blocks = [
    headerOf(cable),
    listOf(
      'References',
      cable.references.map(({ letter, number }) => `${letter ?? '-'}. ${number}`),
    ),
    ...(cable.textBeforeFirst === null ? [] : [listOf('Text before paragraph 1', [cable.textBeforeFirst])]),
    listOf('Paragraphs', cable.paragraphs.map(paragraphOf)),
    listOf('Talking points', cable.talkingPoints),
    listOf('Recommendations', cable.recommendations.map(recommendationOf)),
    listOf('Oddities', cable.anomalies.map(oddityOf)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function headerOf(cable: Cable): string {
  const facts: [string, string | null][] = [
    ['Number', cable.number],
    ['Sent', cable.dateTimeGroup],
    ['Precedence', cable.precedence],
    ['From', cable.from],
    ['To', cable.to.join(', ')],
    ['Info', cable.info.join(', ')],
    ['Classification', [cable.classification, ...cable.captions].filter(Boolean).join(' ')],
    ['E.O.', cable.executiveOrder],
    ['Classified by', cable.classifiedBy],
    ['Declassify', cable.declassification],
    ['Pass to', cable.passLines.join('; ')],
    ['Corrected', cable.corrected],
    ['Tags', cable.tags.join(' ')],
    ['Subject', cable.subject],
    ['Signed', cable.signature],
  ];
  return facts.map(([name, fact]) => wrapped(`${name.padEnd(COLUMN)}${fact || '-'}`, COLUMN)).join('\n');
}

function listOf(title: string, entries: string[]): string {
  const lines = entries.map((entry) => `  ${wrapped(entry, 4)}`);
  return [`${title} (${entries.length})`, ...lines].join('\n');
}

const paragraphOf = ({ number, marking, text }: Cable['paragraphs'][number]) =>
  `${number}. ${marking === null ? '' : `(${marking}) `}${text}`;

const recommendationOf = ({ priority, pillar, text }: CableRecommendation) =>
  `[${priority === 'high' ? 'high priority' : (pillar ?? 'other')}] ${text}`;

const oddityOf = ({ code, paragraph, found, note }: CableAnomaly) =>
  `${paragraph === null ? 'outside the paragraphs' : `paragraph ${paragraph}`}: ${code}: “${found}”: ${note}`;
