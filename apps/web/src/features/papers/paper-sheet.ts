import type { PaperView, SheetEntry, SheetPart } from '@demarche/papers';

/** A part of a sheet with the anchor that a list of open slots leads to; null where nothing is open. */
type Anchored<T> = T & { anchor: string | null };

const anchorOf = (block: number) => `slot-${block}`;

/** The sheet as the page draws it: headings below the page's own title, and an anchor wherever something is open. */
export function shownSheet(view: Pick<PaperView, 'sheet' | 'blocks' | 'openSlots'>) {
  return underTitle(view.sheet).map((part) => anchored(part, anchorsOf(view)));
}

/** What is still open in a paper, each with the place on the sheet. */
export function openSlotsOf({ openSlots }: Pick<PaperView, 'openSlots'>) {
  return openSlots.map(({ slot, place, block }) => ({ slot, place, href: `#${anchorOf(block)}` }));
}

const SETTLING = {
  plan: { path: '', label: 'Settle it on the plan' },
  narrative: { path: '/narrative#scale-title', label: 'Settle it in the assessment' },
};

/** Where a person settles what is open. */
export function settlingOf({ plan, form }: Pick<PaperView, 'plan' | 'form'>) {
  const { path, label } = SETTLING[form.settledOn];
  return { href: `/plans/${plan.id}${path}`, label };
}

type Anchors = Map<string, string>;

/** Anchors by the text of the block that holds the slot. */
function anchorsOf({ blocks, openSlots }: Pick<PaperView, 'blocks' | 'openSlots'>): Anchors {
  return new Map(openSlots.map(({ block }) => [blocks[block]?.text ?? '', anchorOf(block)]));
}

function anchored(part: SheetPart, anchors: Anchors) {
  const own = 'text' in part ? (anchors.get(part.text) ?? null) : null;
  if ('entries' in part)
    return { ...part, anchor: own, entries: part.entries.map((entry) => anchoredEntry(entry, anchors)) };
  if ('fields' in part)
    return {
      ...part,
      anchor: own,
      fields: part.fields.map((field) => ({ ...field, anchor: anchors.get(field.text) ?? null })),
    };
  return { ...part, anchor: own };
}

function anchoredEntry(entry: SheetEntry, anchors: Anchors): Anchored<SheetEntry> {
  const texts = [entry.text, ...entry.notes];
  return { ...entry, anchor: texts.map((text) => anchors.get(text)).find(Boolean) ?? null };
}

/** The page's own title comes first; a paper without a title begins one level below it all the same. */
function underTitle(sheet: SheetPart[]): SheetPart[] {
  const isHeading = (part: SheetPart) => part.kind === 'heading';
  if (sheet.some((part) => part.kind === 'heading' && part.level === 1) || !sheet.some(isHeading))
    return sheet;
  return sheet.map((part) => (part.kind === 'heading' ? { ...part, level: part.level === 3 ? 2 : 1 } : part));
}
