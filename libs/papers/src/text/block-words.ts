import type { PaperBlock } from './paper-block';

type Words<K extends PaperBlock['kind']> = (block: Extract<PaperBlock, { kind: K }>) => string;

const WORDS: { [K in PaperBlock['kind']]: Words<K> } = {
  heading: ({ text }) => text,
  field: ({ name, text }) => `${name}: ${text}`,
  numbered: ({ number, mark, text }) => `${number}. (${mark}) ${text}`,
  plain: ({ text }) => text,
  bullet: ({ text }) => text,
  ask: ({ label, text }) => `${label}. ${text}`,
  note: ({ text }) => `[${text}]`,
  begin: ({ text }) => `Begin ${text}:`,
  end: ({ text }) => `End ${text}.`,
};

/** What a block says in one line, number, mark and label included; a list point without its sign. */
export function wordsOfBlock(block: PaperBlock): string {
  const words = WORDS[block.kind] as (block: PaperBlock) => string;
  return words(block);
}
