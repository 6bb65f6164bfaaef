import { MARK_PATTERN, tidyMark } from './portion-mark';

/** The number and mark with which a line opens a paragraph, how they are written, and the text behind them. */
export interface ParagraphStart {
  number: number;
  marking: string | null;
  form: 'plain' | 'sign' | 'tight' | 'mark-first' | 'undotted';
  rest: string;
}

const MARK = (name: string): string => String.raw`(?:\((?<${name}>${MARK_PATTERN})\)\s*)?`;
const START = new RegExp(
  String.raw`^\s*(?<sign>¶\s*)?${MARK('before')}(?<digits>[1-9]\d{0,2})\s?(?<dot>[.)]?)(?<gap>\s*)${MARK('after')}(?<rest>.*)$`,
  'i',
);

/** Reads a line as the opening of a numbered paragraph; null when it cannot be one. */
export function paragraphStart(line: string): ParagraphStart | null {
  const signs = START.exec(line)?.groups;
  if (!signs) return null;
  const rest = signs.rest ?? '';
  const marking = tidyMark(signs.after ?? signs.before);
  if (marking === null && !isBareNumber(signs)) return null;
  return { number: Number(signs.digits), marking, form: formOf(signs), rest };
}

type Signs = Record<string, string | undefined>;

// Without a mark the number needs its full stop, and no digit behind it (3.5 is a figure).
function isBareNumber(signs: Signs): boolean {
  return signs.dot !== '' && !(signs.gap === '' && /^\d/.test(signs.rest ?? ''));
}

function formOf(signs: Signs): ParagraphStart['form'] {
  if (signs.sign !== undefined) return 'sign';
  if (signs.before !== undefined) return 'mark-first';
  if (signs.dot !== '.') return 'undotted';
  return signs.gap === '' && signs.after !== undefined ? 'tight' : 'plain';
}
