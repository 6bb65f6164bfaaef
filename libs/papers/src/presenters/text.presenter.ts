import { wrapped } from './column-wrap';
import type { PaperBlock } from '../text/paper-block';

const WIDTH = 72;
const TEXT_OF_HEADING_WITH_LINE = 2;
const RULES = { 1: '=', 2: '-' } as const;

type Words<K extends PaperBlock['kind']> = (block: Extract<PaperBlock, { kind: K }>) => string[];

const WORDS: { [K in PaperBlock['kind']]: Words<K> } = {
  heading: ({ level, text }) => {
    const lines = wrapped(text, { width: WIDTH });
    if (level > TEXT_OF_HEADING_WITH_LINE) return lines;
    const longest = Math.max(...lines.map((line) => line.length));
    return [...lines, RULES[level as 1 | 2].repeat(longest)];
  },
  field: ({ name, text }) => wrapped(text, { width: WIDTH, first: `${name}: `, next: '    ' }),
  numbered: ({ number, mark, text }) => wrapped(text, { width: WIDTH, first: `${number}. (${mark}) ` }),
  plain: ({ text }) => wrapped(text, { width: WIDTH }),
  bullet: ({ text }) => wrapped(text, { width: WIDTH, first: '- ', next: '  ' }),
  ask: ({ label, text }) =>
    wrapped(text, { width: WIDTH, first: `${label}. `, next: ' '.repeat(label.length + 2) }),
  note: ({ text }) => wrapped(`[${text}]`, { width: WIDTH, first: '    ', next: '    ' }),
  begin: ({ text }) => wrapped(`Begin ${text}:`, { width: WIDTH }),
  end: ({ text }) => wrapped(`End ${text}.`, { width: WIDTH }),
};

/** What a block says on the lines of a plain text. */
function linesOfBlock<K extends PaperBlock['kind']>(block: Extract<PaperBlock, { kind: K }>): string[] {
  const words = WORDS[block.kind] as Words<K>;
  return words(block);
}

/** Blocks as plain text of at most 72 columns, one empty line between them, header lines kept together. */
export function plainTextOf(blocks: readonly PaperBlock[]): string {
  const parts = blocks.map((block, index) => {
    const isWithin = block.kind === 'field' && blocks[index - 1]?.kind === 'field';
    const gap = index === 0 || isWithin ? '' : '\n';
    return `${gap}${linesOfBlock(block).join('\n')}\n`;
  });
  return parts.join('');
}
