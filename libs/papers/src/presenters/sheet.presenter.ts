import type {
  RecommendationBlock,
  BulletBlock,
  FieldBlock,
  NoteBlock,
  PaperBlock,
} from '../text/paper-block';

/** A point or a thing asked for, with the notes for the post that belong to it. */
export interface SheetEntry {
  label: string | null;
  text: string;
  notes: string[];
}

/** Neighbours that a page draws as one: a list of points, a list of what is asked, the header of a cable. */
export type SheetPart =
  | { kind: 'list' | 'asks'; entries: SheetEntry[] }
  | { kind: 'fields'; fields: { name: string; text: string }[] }
  | { kind: 'single-note'; text: string }
  | Exclude<PaperBlock, BulletBlock | RecommendationBlock | FieldBlock | NoteBlock>;

function listed(sheet: SheetPart[], block: BulletBlock | RecommendationBlock): SheetPart[] {
  const kind = block.kind === 'ask' ? 'asks' : 'list';
  const entry = { label: block.kind === 'ask' ? block.label : null, text: block.text, notes: [] };
  const last = sheet.at(-1);
  if (last?.kind !== kind) return [...sheet, { kind, entries: [entry] }];
  last.entries.push(entry);
  return sheet;
}

function headed(sheet: SheetPart[], { name, text }: FieldBlock): SheetPart[] {
  const last = sheet.at(-1);
  if (last?.kind !== 'fields') return [...sheet, { kind: 'fields', fields: [{ name, text }] }];
  last.fields.push({ name, text });
  return sheet;
}

function noted(sheet: SheetPart[], { text }: NoteBlock): SheetPart[] {
  const last = sheet.at(-1);
  const entry = last && 'entries' in last ? last.entries.at(-1) : undefined;
  if (!entry) return [...sheet, { kind: 'single-note', text }];
  entry.notes.push(text);
  return sheet;
}

/** A paper as a page draws it: plain values only, so that the view escapes them and decides nothing. */
export function sheetOf(blocks: readonly PaperBlock[]): SheetPart[] {
  return blocks.reduce<SheetPart[]>((sheet, block) => {
    if (block.kind === 'bullet' || block.kind === 'ask') return listed(sheet, block);
    if (block.kind === 'field') return headed(sheet, block);
    if (block.kind === 'note') return noted(sheet, block);
    return [...sheet, { ...block }];
  }, []);
}
