import type { Findings } from '../findings';
import type { SourceLine } from '../lines/source-lines';
import { isCaptionLine, isClassificationAlone } from './classification-line';
import type { HeaderEntry, HeaderLine } from './header-lines';
import { onOneLine, ownLines, wordsOf } from './header-values';

/** What a header says beside its named fields: every line of it lands in one of these or is told of. */
interface HeaderRest {
  /** Captions beyond the ones that every post knows: single words under the classification. */
  captions: string[];
  passLines: string[];
  corrected: string | null;
  handling: string[];
  textBeforeFirst: string | null;
}

/** The lines of a header: where its classification stands (-1 for none), its fields, and all lines above the body. */
interface HeaderSource {
  at: number;
  entries: HeaderEntry[];
  above: SourceLine[];
}

const CORRECTED = /^\W*(?:C\s?O\s?R\s?R\s?E\s?C\s?T\s?E\s?D\s+C\s?O\s?P\s?Y|CORRECTED CABLE|CORRECTION)\b/i;
const PASS =
  /^\W*(?:PLEASE |PLS |ALSO )?PASS\b|\b(?:PASS(?: ALSO)? (?:TO|FOR)|(?:PLEASE|PLS) PASS)\b|^AIDAC\b/i;
const PASS_FOR = /^[A-Z][A-Z0-9/&.,' -]{1,60} (?:ALSO )?(?:FOR|PASS|FROM)\b[^a-z]*$/;
const RULE = /^[\s=_*~-]*$/;
/** How a line by which a cable is sent or filed begins: routing, time, sender, receivers, and who drafted it. */
const WIRE =
  /^\s*(?:V?ZCZC|(?:[ZOPRY]{1,2}\s+){1,3}(?:RU|\d{6}Z)|\d{6}Z\s|DE\s+RU|ZN[RY]\s|ZDS\b|BT$|FM\s|TO\s|INFO\s|ORIGIN\s|ACTION\s|PAGE\s+\d|TELEGRAM\b|MESSAGE TEXT\b|-{6,}\s*\d|RELEASED\b|DECLASSIFIED\b)/i;

/** Sorts what the fields of a header left over; banners above the cable are told of. */
export function readHeaderRest(source: HeaderSource, findings: Findings): HeaderRest {
  const { above, entries, at } = source;
  const first = entries[0]?.at ?? (above.at(-1)?.at ?? 0) + 1;
  const top = above.filter((line) => line.at < first);
  const sorter = new RestSorter(findings);
  sorter.wire(top.filter((line) => line.at <= at));
  sorter.underClassification(top.filter((line) => line.at > at));
  entries.forEach((entry) => sorter.afterField(entry));
  return sorter.rest(entries);
}

class RestSorter {
  private readonly captions: string[] = [];
  private readonly pass: string[] = [];
  private readonly handled: string[] = [];
  private readonly corrections: string[] = [];
  private readonly free: { at: number; text: string }[] = [];

  constructor(private readonly findings: Findings) {}

  // From the first line of the wire on, everything down to the classification belongs to the sending.
  wire(lines: SourceLine[]): void {
    const from = lines.findIndex((line) => WIRE.test(line.text));
    const start = from < 0 ? lines.length : from;
    const above = lines.slice(0, start).filter(({ text }) => !this.takeCorrection(text));
    this.banner(above.filter(({ text }) => !isPageBanner(text)));
    for (const { text } of above) if (isPageBanner(text)) this.handle(text);
    for (const line of lines.slice(start)) if (!this.takeCorrection(line.text)) this.handle(line.text);
  }

  // Under the classification stand captions, and then whom the cable is to be passed to.
  underClassification(lines: SourceLine[]): void {
    for (const { text } of lines) {
      if (isEmpty(text) || isCaptionLine(text) || this.takeCorrection(text)) continue;
      if (WIRE.test(text) || isClassificationAlone(text)) this.handle(text);
      else if (/^[A-Z]{4,14}$/.test(text.trim())) this.captions.push(text.trim());
      else this.pass.push(onOneLine([text]));
    }
  }

  afterField(entry: HeaderEntry): void {
    const own = ownLines(entry);
    if (entry.field === 'other' || entry.field === 'info')
      this.handle(onOneLine([entry.label + own.map(({ text }) => text).join(' ')]));
    for (const line of entry.lines.slice(own.length)) this.loose(line);
  }

  // A line behind an empty one belongs to no field: it passes the cable on, repeats its class, or is text already.
  private loose({ at, text }: HeaderLine): void {
    if (isEmpty(text) || isCaptionLine(text) || this.takeCorrection(text)) return;
    if (isClassificationAlone(text)) this.handle(text);
    else if (PASS.test(text) || PASS_FOR.test(text.trim())) this.pass.push(onOneLine([text]));
    else this.free.push({ at, text });
  }

  rest(entries: HeaderEntry[]): HeaderRest {
    const [before] = this.free;
    const text = onOneLine(this.free.map((line) => line.text));
    if (before)
      this.findings.add('text-before-first', before.at, {
        found: text,
        note: 'Kept as the text before paragraph 1.',
      });
    return {
      captions: this.captions,
      passLines: [...this.pass, ...wordsOf(entries, 'pass')],
      corrected: onOneLine(this.corrections) || null,
      handling: this.handled,
      textBeforeFirst: text || null,
    };
  }

  private banner(lines: SourceLine[]): void {
    const [first, ...others] = lines.filter((line) => !isEmpty(line.text));
    if (!first) return;
    const found = [first, ...others].map((line) => line.text).join(' ');
    this.findings.add('banner-above', first.at, {
      found,
      note: 'Stands above the cable and is no part of it.',
    });
  }

  private takeCorrection(text: string): boolean {
    const isCorrection = CORRECTED.test(text);
    if (isCorrection) this.corrections.push(text.trim());
    return isCorrection;
  }

  private handle(text: string): void {
    if (!isEmpty(text)) this.handled.push(text.trim());
  }
}

function isPageBanner(text: string): boolean {
  return isClassificationAlone(text) || isCaptionLine(text);
}

function isEmpty(text: string): boolean {
  return RULE.test(text);
}
