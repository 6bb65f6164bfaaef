import type { Cable } from './cable';
import type { Findings } from './findings';
import type { SourceLine } from './lines/source-lines';
import { each, type Steps } from './lines/steps';
import { wordsLeft } from './lines/word-account';

/** A cable's source with the lines where its body and its foot begin, and where each paragraph starts. */
interface CableSource {
  lines: SourceLine[];
  bodyFrom: number;
  footFrom: number;
  starts: number[];
}

/**
 * The reader's last look: tells of every word of the source that stands in no field and in no oddity. Header, foot and each
 * paragraph are held against what came of them, so that a word kept in one place hides none that another place lost.
 */
export function* tellLeftWords(
  cable: Omit<Cable, 'anomalies'>,
  source: CableSource,
  findings: Findings,
): Steps<void> {
  yield* each(stretchesOf(cable, source), ({ from, to, landed }) => {
    const lines = source.lines.slice(from, to).map(({ at, raw }) => ({ at, text: raw }));
    for (const { at, words } of wordsLeft(lines, [...landed, ...findings.foundIn(from, to)]))
      findings.add('left-out', at, { found: words, note: 'Stands in none of the fields that were read.' });
  });
}

interface Stretch {
  from: number;
  to: number;
  landed: string[];
}

function stretchesOf(cable: Omit<Cable, 'anomalies'>, source: CableSource): Stretch[] {
  const { lines, bodyFrom, footFrom, starts } = source;
  const header = Object.entries(cable).filter(([field]) => !OF_BODY.includes(field));
  const said = textsIn(header.map(([, value]) => value));
  const signed = cable.signature ?? '';
  const body = cable.paragraphs.map(({ number, marking, text }, index) => ({
    from: starts[index] ?? bodyFrom,
    to: starts[index + 1] ?? footFrom,
    // In old cables the name follows the last sentence on its line.
    landed: [String(number), marking ?? '', text, starts[index + 1] === undefined ? signed : ''],
  }));
  return [
    {
      from: 0,
      to: starts[0] ?? bodyFrom,
      landed: [...said, ...LABELS, ...cable.references.map(() => JOINER)],
    },
    ...body,
    { from: footFrom, to: lines.length, landed: [signed, ...cable.handling, 'SIGNATURE'] },
  ];
}

const OF_BODY = ['paragraphs', 'talkingPoints', 'recommendations'];

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}

// The names of fields, the letters of references and what joins their numbers are words of the form, not of the cable.
const LABELS = [
  'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z',
  'E.O. TAGS TAG SUBJECT SUBJ REF REFS REFERENCE CLASSIFIED BY DECL CAPTIONS PASS LINE',
];
const JOINER = 'AND';
