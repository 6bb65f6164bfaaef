import type { Findings } from '../findings';
import { isClassificationAlone } from '../header/classification-line';
import type { SourceLine } from '../lines/source-lines';

/** The last paragraph of a cable parted from its foot: who signed, and the lines by which it was sent and kept. */
export interface CableFoot {
  lines: SourceLine[];
  signature: string | null;
  handling: string[];
  /** The lines behind the text, the signature among them. */
  footFrom: number;
}

const SENDING =
  /^(?:NNNN.*|BT|V?ZCZC.*|#\s?\d{3,}.*|[=*_~ -]{3,}|=*\s*(?:CABLE ENDS|END (?:OF )?(?:CABLE|MESSAGE))\s*=*|SBU|MINIMIZE\b[A-Z ,]*\.?|(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED)?\s*PAGE \d+.*)$/i;
// From here on an archive or a releasing office speaks, not the cable.
const ATTACHED =
  /^\s*(?:(?:Signature|Drafted By|Cleared By|Approved By|Released By|Info|Attachments?|Dissemination Rule|Action Post|XMT)\s*:|Message Attributes\s*$|V?ZCZC\b|NNNN\b|=*\s*CABLE ENDS)/i;
const LABELLED = /^\s*Signature\s*:\s*(\S.*)$/i;
const TITLE = String.raw`(?:Ambassador|Amb\.?|Charg[e\u00e9](?: d'?Affaires)?(?:,? A\.?I\.?)?|Acting(?: Secretary)?|DCM|CDA|Consul(?: General)?|Minister|Counselor|Secretary(?: of State)?|Under Secretary|A\.?I\.?)`;
const NAME = new RegExp(
  String.raw`^(?:${TITLE},?\s+)?(?:[A-Z][A-Z'.-]+(?: [A-Z][A-Z'.-]*){0,3}|[A-Z][a-z'-]+)(?:(?:,|\s-{1,2})?\s*\(?${TITLE}\)?)?$`,
);
const TITLE_ALONE = new RegExp(String.raw`^\(?${TITLE}\)?$`, 'i');
const HEADING =
  /^(?:COMMENT|SUMMARY|BACKGROUND|CONCLUSION|NOTE|NEXT STEPS|BIO(?:GRAPHY)?|ATTACHMENT|ENCLOSURE|ANNEX|TEXT)\b/i;
const INLINE = /^([^a-z]*[.?!"])\s+([A-Z]{3,})$/;

/** Parts the lines of the last paragraph from what stands behind its text. What is neither sending nor name is told of. */
export function takeFoot(lines: SourceLine[], findings: Findings): CableFoot {
  const attached = lines.findIndex((line, at) => at > 0 && ATTACHED.test(line.text));
  const end = attached < 0 ? lines.length : attached;
  const last = lastTextLine(lines, end);
  const labelled = lines.slice(end).flatMap((line) => LABELLED.exec(line.text)?.[1]?.trim() ?? [])[0];
  const signed =
    labelled === undefined
      ? signatureIn(lines, last)
      : { textTo: last + 1, nameTo: last + 1, name: labelled };
  tellText(lines.slice(signed.nameTo, last + 1), findings);
  return {
    lines: lines.slice(0, signed.textTo),
    signature: signed.name,
    handling: lines
      .slice(last + 1)
      .filter(hasText)
      .map((line) => line.text.trim()),
    footFrom: lines[signed.textTo]?.at ?? (lines.at(-1)?.at ?? 0) + 1,
  };
}

interface Signed {
  /** The line behind the text, and the one behind the name. */
  textTo: number;
  nameTo: number;
  name: string | null;
}

function signatureIn(lines: SourceLine[], last: number): Signed {
  const unsigned = { textTo: last + 1, nameTo: last + 1, name: null };
  const inline = takeInlineSignature(lines, last);
  if (inline !== null) return { ...unsigned, name: inline };
  return signedAt(lines, last) ?? signedUnderText(lines, last) ?? unsigned;
}

// The name on the last line of text, its title in front, behind, or on a line of its own.
function signedAt(lines: SourceLine[], last: number): Signed | null {
  const words = textAt(lines, last);
  const at = TITLE_ALONE.test(words) && NAME.test(textAt(lines, last - 1)) ? last - 1 : last;
  if (at < 1 || !standsAlone(lines, at) || !isName(textAt(lines, at))) return null;
  const name = at === last ? words : `${textAt(lines, at)}, ${words}`;
  return { textTo: at, nameTo: last + 1, name };
}

// A name right under the last sentence, with something else behind an empty line.
function signedUnderText(lines: SourceLine[], last: number): Signed | null {
  for (let at = last - 1; at > 0; at -= 1) {
    const isSet = textAt(lines, at + 1) === '' && /[.!?")\]]$/.test(textAt(lines, at - 1));
    if (isSet && isName(textAt(lines, at))) return { textTo: at, nameTo: at + 1, name: textAt(lines, at) };
  }
  return null;
}

function isName(text: string): boolean {
  return NAME.test(text) && !text.endsWith('.') && !HEADING.test(text);
}

function standsAlone(lines: SourceLine[], at: number): boolean {
  const before = textAt(lines, at - 1);
  return before === '' || /[.:;!?")\]=_-]$|\bhttps?:\/\/\S+$|\bwww\.\S+$/.test(before);
}

// Cables in capitals let the name follow the last sentence on the same line.
function takeInlineSignature(lines: SourceLine[], last: number): string | null {
  const line = lines[last];
  const [, text = '', name = ''] = INLINE.exec(line ? line.text : '') ?? [];
  if (!line || name === '') return null;
  lines[last] = { ...line, text };
  return name;
}

function lastTextLine(lines: SourceLine[], end: number): number {
  let last = end - 1;
  while (last > 0 && isSending(lines[last])) last -= 1;
  return last;
}

function isSending(line: SourceLine | undefined): boolean {
  const text = line?.text.trim() ?? '';
  return text === '' || line?.removed === true || SENDING.test(text) || isClassificationAlone(text);
}

function textAt(lines: SourceLine[], at: number): string {
  const line = lines[at];
  return line && !line.removed ? line.text.trim() : '';
}

function hasText(line: SourceLine): boolean {
  return !line.removed && line.text.trim() !== '';
}

function tellText(lines: SourceLine[], findings: Findings): void {
  const [first, ...others] = lines.filter(hasText);
  if (!first) return;
  const found = [first, ...others].map((line) => line.text).join(' ');
  findings.add('text-after-last', first.at, {
    found,
    note: 'Stands behind the signature and is in no paragraph.',
  });
}
