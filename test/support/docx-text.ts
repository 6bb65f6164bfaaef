import { Invalid } from '@demarche/base';
import { strFromU8, unzipSync } from 'fflate';

const LARGEST_PART = 50_000_000;
const TEXT_PART = 'word/document.xml';
const TOKEN = /<(\/?)(w:p|w:t|w:tab|w:br|w:cr|w:pPr|mc:Fallback)(?=[\s/>])([^>]*)>|([^<]+)|<[^>]*>/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

type TagEnd = 'start' | 'end' | 'empty';

/** What stands in these is either no text or the same text a second time. */
const SILENT: ReadonlySet<string> = new Set(['w:pPr', 'mc:Fallback']);
const STEPS: Record<TagEnd, number> = { start: 1, end: -1, empty: 0 };

function unreadable(message: string): Invalid {
  return Invalid.because('file', 'docx-unreadable', message);
}

function partOf(file: Uint8Array): string {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(file, {
      filter: (part) => part.name === TEXT_PART && part.originalSize <= LARGEST_PART,
    });
  } catch {
    throw unreadable('This is not a Word file.');
  }
  const part = parts[TEXT_PART];
  if (!part) throw unreadable('This file has no text that Word would show, or far too much of it.');
  const xml = strFromU8(part);
  if (xml.includes('<!DOCTYPE'))
    throw unreadable('This file declares its own document type, which no Word file does.');
  return xml;
}

function character(reference: string): string {
  const named = ENTITIES[reference];
  if (named !== undefined) return named;
  const point = /^#x/i.test(reference) ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1));
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}

function plainText(xml: string): string {
  return xml.replace(/&(amp|lt|gt|quot|apos|#x[0-9a-fA-F]{1,6}|#\d{1,7});/g, (_whole, reference: string) =>
    character(reference),
  );
}

/** Walks the tokens of a document; paragraphs may lie inside one another (text boxes), so the open ones are a stack. */
class ParagraphReader {
  readonly paragraphs: string[] = [];
  private readonly open: { place: number; text: string }[] = [];
  private inText = false;
  private silent = 0;

  tag(name: string, end: TagEnd): void {
    if (name === 'w:p') this.paragraph(end);
    else if (name === 'w:t') this.inText = end === 'start';
    else if (SILENT.has(name)) this.silent = Math.max(0, this.silent + STEPS[end]);
    else if (end !== 'end') this.add(name === 'w:tab' ? ' ' : '\n');
  }

  text(xml: string): void {
    if (this.inText) this.add(plainText(xml));
  }

  private add(text: string): void {
    const paragraph = this.open.at(-1);
    if (paragraph && this.silent === 0) paragraph.text += text;
  }

  private paragraph(end: TagEnd): void {
    if (this.silent > 0) return;
    if (end !== 'end') this.open.push({ place: this.paragraphs.push('') - 1, text: '' });
    if (end === 'start') return;
    const closed = this.open.pop();
    if (closed) this.paragraphs[closed.place] = closed.text;
  }
}

function endOf(slash: string | undefined, rest: string): TagEnd {
  if (slash === '/') return 'end';
  return rest.endsWith('/') ? 'empty' : 'start';
}

/**
 * The paragraphs of a Word file's body in order, deleted revisions and fields left out, a tab as one blank, a line break as
 * `\n`, empty paragraphs as ''. Throws Invalid when the bytes are no Word file.
 */
export function readDocxText(file: Uint8Array): string[] {
  const reader = new ParagraphReader();
  for (const [, slash, name, rest = '', text] of partOf(file).matchAll(TOKEN)) {
    if (name) reader.tag(name, endOf(slash, rest));
    else if (text !== undefined) reader.text(text);
  }
  return reader.paragraphs;
}
