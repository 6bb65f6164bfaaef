import type { PaperBlock } from '@demarche/papers';
import fc from 'fast-check';

const MARKS = ['U', 'SBU', 'SBU/N', 'C'];

/** Any one-line text of words that a paper may hold; `letters` narrows it, for example to ASCII. */
export function anyWords(letters = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 14 })) {
  const printable = letters.map((word) =>
    word.replace(/[\p{Cc}\p{Cs}\s\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu, ''),
  );
  return fc
    .array(
      printable.filter((word) => word !== ''),
      { minLength: 1, maxLength: 40 },
    )
    .map((words) => words.join(' '));
}

export const asciiLetters = fc
  .array(fc.integer({ min: 0x21, max: 0x7e }), { minLength: 1, maxLength: 14 })
  .map((codes) => String.fromCharCode(...codes));

type Held = Extract<PaperBlock, { kind: 'bullet' | 'heading' | 'note' | 'ask' }>;

function anyHeld(words: fc.Arbitrary<string>): fc.Arbitrary<Held> {
  return fc.oneof(
    words.map((text) => ({ kind: 'bullet' as const, text })),
    words.map((text) => ({ kind: 'ask' as const, label: '', text })),
    fc.tuple(fc.constantFrom(2 as const, 3 as const), words).map(([level, text]) => ({
      kind: 'heading' as const,
      level,
      text,
    })),
  );
}

function labelled(blocks: PaperBlock[]): PaperBlock[] {
  let asked = 0;
  return blocks.map((block) => (block.kind === 'ask' ? { ...block, label: `A${(asked += 1)}` } : block));
}

/** Any numbered paper that the grammar allows: header lines, paragraphs with marks, what they hold, parts. */
export function anyPaper(words: fc.Arbitrary<string> = anyWords()): fc.Arbitrary<PaperBlock[]> {
  const field = fc
    .tuple(fc.constantFrom('TAGS', 'SUBJECT', 'REF', 'E.O. 12958'), words)
    .map(([name, text]) => ({ kind: 'field' as const, name, text }));
  const note = words.map((text) => ({ kind: 'note' as const, text }));
  const held = fc
    .tuple(anyHeld(words), fc.option(note))
    .map(([block, after]): PaperBlock[] => (after && block.kind !== 'heading' ? [block, after] : [block]));
  const group = fc
    .tuple(fc.array(held, { maxLength: 6 }), fc.option(words))
    .map(([inner, part]): PaperBlock[] =>
      part === null
        ? inner.flat()
        : [{ kind: 'begin', text: part }, ...inner.flat(), { kind: 'end', text: part }],
    );
  const paragraph = fc.tuple(fc.constantFrom(...MARKS), words, group);
  return fc
    .tuple(fc.array(field, { maxLength: 4 }), fc.array(paragraph, { minLength: 1, maxLength: 9 }))
    .map(([fields, paragraphs]) =>
      labelled([
        ...fields,
        ...paragraphs.flatMap(([mark, text, inner], index): PaperBlock[] => [
          { kind: 'numbered', number: index + 1, mark, text },
          ...inner,
        ]),
      ]),
    );
}

/** Blocks written as the paper text they came from. */
export function paperTextOf(blocks: readonly PaperBlock[]): string {
  return blocks.map(lineOf).join('\n');
}

const LINES: { [K in PaperBlock['kind']]: (block: Extract<PaperBlock, { kind: K }>) => string } = {
  heading: ({ level, text }) => `${'#'.repeat(level)} ${text}`,
  field: ({ name, text }) => `= ${name}: ${text}`,
  numbered: ({ number, mark, text }) => `${number}. (${mark}) ${text}`,
  plain: ({ text }) => `. ${text}`,
  bullet: ({ text }) => `- ${text}`,
  ask: ({ label, text }) => `* ${label}. ${text}`,
  note: ({ text }) => `! ${text}`,
  begin: ({ text }) => `[ ${text}`,
  end: ({ text }) => `] ${text}`,
};

function lineOf<K extends PaperBlock['kind']>(block: Extract<PaperBlock, { kind: K }>): string {
  const write = LINES[block.kind] as (block: PaperBlock) => string;
  return write(block);
}
