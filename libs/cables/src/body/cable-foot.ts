import type { SourceLine } from '../lines/source-lines';

const NOISE =
  /^(?:NNNN|BT|ZCZC.*|#\d{3,}|[=*_-]{3,}.*|=*\s*CABLE ENDS\s*=*|UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET|SBU|END OF (?:CABLE|MESSAGE))$/;
const LABELLED = /^\s*Signature\s*:\s*(\S.*)$/i;
const CLEARANCES =
  /^\s*(?:Signature|Drafted By|Cleared By|Approved By|Released By|Info|Attachments?|Dissemination Rule)\s*:/i;
const NAME = /^[A-Z][A-Z'.-]+(?: [A-Z][A-Z'.-]*){0,3}$/;

/** Where the body of a cable ends (the first line after it), and who signed. */
export interface CableFoot {
  bodyTo: number;
  signature: string | null;
}

/** Finds the signature: the name in capitals on the last line of text, or the one labelled so. */
export function findFoot(lines: SourceLine[], bodyFrom: number): CableFoot {
  const label = lines.findIndex((line, at) => at >= bodyFrom && CLEARANCES.test(line.text));
  const end = label < 0 ? lines.length : label;
  const labelled = lines.flatMap((line) => LABELLED.exec(line.text)?.[1] ?? []);
  if (labelled[0] !== undefined) return { bodyTo: end, signature: labelled[0].trim() };
  const last = lastTextLine(lines, bodyFrom, end);
  const inline = takeInlineSignature(lines[last]);
  if (inline !== null) return { bodyTo: last + 1, signature: inline };
  const signature = last > bodyFrom ? signatureAt(lines, last) : null;
  return { bodyTo: signature === null ? last + 1 : last, signature };
}

// Cables in capitals let the name follow the last sentence on the same line.
function takeInlineSignature(line: SourceLine | undefined): string | null {
  const [, text = '', name = ''] = /^([^a-z]*[.?!"])\s+([A-Z]{3,})$/.exec(line ? line.text : '') ?? [];
  if (!line || name === '') return null;
  line.text = text;
  return name;
}

function lastTextLine(lines: SourceLine[], from: number, end: number): number {
  let last = end - 1;
  while (last > from && isNoise(lines[last])) last -= 1;
  return last;
}

function isNoise(line: SourceLine | undefined): boolean {
  const text = line?.text.trim() ?? '';
  return text === '' || line?.removed === true || NOISE.test(text);
}

function signatureAt(lines: SourceLine[], at: number): string | null {
  const [before = '', name = ''] = [lines[at - 1], lines[at]].map((line) => (line ? line.text.trim() : ''));
  const standsAlone = before === '' || /[.:;!?")\]]$/.test(before);
  return standsAlone && NAME.test(name) && !name.endsWith('.') ? name : null;
}
