import type { CableReference } from '../cable';
import { captionsIn, isCaptionLine } from './classification-line';
import type { Findings } from '../findings';
import type { HeaderEntry, HeaderField } from './header-lines';
import { readReferenceList } from '../references/reference-list';
import { readTags } from '../tags/tags';

/** The lines of one header field, the first without its name; null where the cable has no such field. */
export function fieldOf(entries: HeaderEntry[], field: HeaderField): HeaderEntry | null {
  return entries.find((entry) => entry.field === field) ?? null;
}

/** The subject on one line; reports one that was broken over several. */
export function subjectOf(entries: HeaderEntry[], findings: Findings): string {
  const entry = fieldOf(entries, 'subject');
  const lines = upToBlank(entry?.lines ?? []);
  if (entry && lines.length > 1) {
    const note = 'The subject goes on over the next line; joined.';
    findings.add('subject-wrapped', entry.at + 1, { found: lines.slice(1).join(' '), note });
  }
  return lines.join(' ').replace(/\s+/g, ' ').trim();
}

/** The executive order and what it says (`12958: N/A`); null where the line is missing. */
export function executiveOrderOf(entries: HeaderEntry[]): string | null {
  const words = upToBlank(fieldOf(entries, 'executiveOrder')?.lines ?? []).join(' ');
  const tidy = words
    .replace(/^[\s:]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return tidy === '' ? null : tidy;
}

/** The tags of the cable, in order. */
export function tagsOf(entries: HeaderEntry[]): string[] {
  return readTags((fieldOf(entries, 'tags')?.lines ?? []).join('\n'));
}

/** The captions in the classification line, on lines of their own, and in a later cable's caption field. */
export function captionsOf(inLine: string[], above: string[], entries: HeaderEntry[]): string[] {
  const own = above.filter(isCaptionLine).flatMap(captionsIn);
  const labelled = captionsIn((fieldOf(entries, 'captions')?.lines ?? []).join(' '));
  return [...new Set([...inLine, ...own, ...labelled])];
}

/** The cables cited in the REF field; reports lettered items that are no cables. */
export function referencesOf(entries: HeaderEntry[], year: number, findings: Findings): CableReference[] {
  const entry = fieldOf(entries, 'references');
  if (!entry) return [];
  const { references, others } = readReferenceList(referenceLines(entry.lines).join('\n'), year);
  for (const { letter, raw } of others) {
    const note = `Reference ${letter} names no cable by its number.`;
    findings.add('reference-not-a-cable', entry.at, { found: raw, note });
  }
  return references;
}

// Behind an empty line only what still cites something belongs to the references; headings and warnings do not.
function referenceLines(lines: string[]): string[] {
  const end = lines.findIndex(
    (line, at) => at > 0 && lines[at - 1]?.trim() === '' && /^\s*[^\d]+$/.test(line) && line.trim() !== '',
  );
  const hasCitation = lines.slice(0, Math.max(end, 0)).some((line) => /\d/.test(line));
  return end > 0 && hasCitation ? lines.slice(0, end) : lines;
}

function upToBlank(lines: string[]): string[] {
  const start = lines.findIndex((line) => line.trim() !== '');
  if (start < 0) return [];
  const end = lines.findIndex((line, index) => index > start && line.trim() === '');
  return lines.slice(start, end < 0 ? lines.length : end).map((line) => line.trim());
}
