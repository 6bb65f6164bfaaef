import { type PrintedBlock, type PrintedDocument, writeDocx } from '@demarche/formats';
import { wordsOfBlock } from '../text/block-words';
import type { PaperBlock } from '../text/paper-block';

/** What a Word file needs besides the blocks. */
export interface PrintTraits {
  title: string;
  style: PrintedDocument['style'];
  /** Printed on head and foot of every page; null for a paper without a marking. */
  banner: string | null;
  /** The instant that the file says it was made. */
  at: string;
}

/** What never begins a page without the end of what it belongs to: a note for the post, the edges of a part. */
const FOLLOWING: readonly PaperBlock['kind'][] = ['note', 'begin', 'end'];

/** One block as it is printed; its printed text is that of `wordsOfBlock`. */
function printedBlockOf(block: PaperBlock, index: number, all: readonly PaperBlock[]): PrintedBlock {
  const next = all[index + 1];
  const isKept = next !== undefined && FOLLOWING.includes(next.kind);
  switch (block.kind) {
    case 'heading':
    case 'bullet':
      return block;
    case 'numbered':
      return { kind: 'paragraph', number: String(block.number), mark: block.mark, isKept, text: block.text };
    case 'ask':
      return { kind: 'paragraph', number: block.label, isKept, text: block.text };
    case 'plain':
    case 'note':
      return { kind: 'paragraph', isKept, text: wordsOfBlock(block) };
    default:
      return { kind: 'line', text: wordsOfBlock(block) };
  }
}

/** Blocks as a Word file; the same blocks and traits always give the same bytes. */
export function docxOf(blocks: readonly PaperBlock[], traits: PrintTraits): Promise<Buffer> {
  const { title, style, banner, at } = traits;
  return writeDocx({
    title,
    style,
    marking: banner,
    pageNumbers: 'x-of-y',
    blocks: blocks.map(printedBlockOf),
    at,
  });
}
