import { escaped } from './docx-package';

const RIGHT_TO_LEFT =
  '\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}';
const PIECE = new RegExp(
  `[${RIGHT_TO_LEFT}](?:[${RIGHT_TO_LEFT}\\p{M}\\p{Nd}\\p{P}\\s]*[${RIGHT_TO_LEFT}\\p{M}])?`,
  'gu',
);
const FIRST_LETTER = /\p{L}/u;
const STARTS_RIGHT = new RegExp(`^[${RIGHT_TO_LEFT}]`, 'u');

/** Characters that no XML file can hold: controls, half letters of a broken pair, and the two that are never letters. */
const UNPRINTABLE = /(?!\n)[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** A text as a Word file can hold it: line ends as `\n`, tabs as blanks, and nothing that would break the file. */
export function wordText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNPRINTABLE, '');
}

/** Whether a paragraph runs from right to left: its first letter decides, as it does in every browser and in Word. */
export function runsRightToLeft(text: string): boolean {
  return STARTS_RIGHT.test(FIRST_LETTER.exec(text)?.[0] ?? '');
}

function piecesOf(line: string): { text: string; rightToLeft: boolean }[] {
  const pieces: { text: string; rightToLeft: boolean }[] = [];
  let from = 0;
  for (const { 0: text, index } of line.matchAll(PIECE)) {
    if (index > from) pieces.push({ text: line.slice(from, index), rightToLeft: false });
    pieces.push({ text, rightToLeft: true });
    from = index + text.length;
  }
  if (from < line.length || pieces.length === 0) pieces.push({ text: line.slice(from), rightToLeft: false });
  return pieces;
}

const RIGHT_TO_LEFT_RUN = '<w:rPr><w:rtl/></w:rPr>';

const shown = (text: string): string => `<w:t xml:space="preserve">${escaped(text)}</w:t>`;

/** The runs of one text: a break at each line end, and Hebrew or Arabic stretches marked so that Word orders and shapes them. */
export function runsOf(text: string): string {
  const lines = wordText(text).split('\n');
  const runs = lines.flatMap((line, row) =>
    piecesOf(line).map(({ text, rightToLeft }, index) => {
      const lineEnd = row > 0 && index === 0 ? '<w:br/>' : '';
      return `<w:r>${rightToLeft ? RIGHT_TO_LEFT_RUN : ''}${lineEnd}${shown(text)}</w:r>`;
    }),
  );
  return runs.join('');
}

/** The number of a hanging paragraph with the tab that leads to its text. */
export function hangingNumber(number: string): string {
  return `<w:r>${shown(`${wordText(number)}.`)}<w:tab/></w:r>`;
}
