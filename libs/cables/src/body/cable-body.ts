import { type BlockMark, splitAtMarks } from './block-marks';
import type { Findings } from '../findings';
import { each, type Steps } from '../lines/steps';
import type { ParagraphLines } from './paragraphs';
import { repairQuotes } from './repairs';
import { textUnits, type TextUnit } from './text-units';

/** A piece of a cable's body in reading order: a unit of text, or a block mark; `paragraph` counts paragraphs from 0. */
export interface BodyPiece {
  paragraph: number;
  at: number;
  kind: TextUnit['kind'] | 'mark';
  mark: BlockMark | null;
  text: string;
}

/** The body of a cable: the whole text of each paragraph, and its pieces. */
interface CableBody {
  texts: string[];
  pieces: BodyPiece[];
}

/** Reads the lines of all paragraphs into texts and pieces, with quotes repaired and every place reported. */
export function* readBody(paragraphs: ParagraphLines[], findings: Findings): Steps<CableBody> {
  const body: CableBody = { texts: [], pieces: [] };
  yield* each(paragraphs, (paragraph, index) => {
    const units = textUnits(paragraph.lines, findings).map((unit) => repaired(unit, findings));
    body.texts.push(units.map(({ label, text }) => `${label} ${text}`.trim()).join(' '));
    for (const unit of units) body.pieces.push(...piecesOf(unit, index));
  });
  return body;
}

function repaired(unit: TextUnit, findings: Findings): TextUnit {
  const { text, repairs } = repairQuotes(unit.text.replace(/\s+/g, ' '));
  for (const { found, read } of repairs) {
    const note = read === null ? 'May be a mangled mark; left as it stands.' : `Read as ${read}`;
    findings.add('mangled-quote', unit.at, { found, note });
  }
  return { ...unit, text };
}

function piecesOf(unit: TextUnit, paragraph: number): BodyPiece[] {
  return splitAtMarks(unit.text).map(({ mark, text }, index) => {
    const kind = mark ? 'mark' : index === 0 ? unit.kind : 'text';
    return { paragraph, at: unit.at, kind, mark, text };
  });
}
