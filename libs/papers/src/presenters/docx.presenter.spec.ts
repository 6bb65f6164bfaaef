import { readDocxText } from '../../../../test/support/docx-text';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { anyPaper } from '../../../../test/support/paper-blocks';
import { wordsOfBlock } from '../text/block-words';
import type { PaperBlock } from '../text/paper-block';
import { docxOf, type PrintTraits } from './docx.presenter';

const TRAITS: PrintTraits = {
  title: 'A paper',
  style: 'paper',
  banner: 'SENSITIVE BUT UNCLASSIFIED',
  at: '2009-11-04T14:00:00.000Z',
};

describe('a paper as a Word file', () => {
  it.each(['paper', 'cable'] as const)(
    'says what the paper says, paragraph by paragraph (%s)',
    async (style) => {
      await fc.assert(
        fc.asyncProperty(anyPaper(), async (blocks) => {
          const file = await docxOf(blocks, { ...TRAITS, style });
          expect(readDocxText(file)).toEqual(blocks.map(wordsOfBlock));
        }),
        { numRuns: 50 },
      );
    },
  );

  it.each(['paper', 'cable'] as const)(
    'keeps a note with what it is about and the edges of a part with the part (%s)',
    async (style) => {
      const blocks: PaperBlock[] = [
        { kind: 'numbered', number: 9, mark: 'SBU', text: 'Steps.' },
        { kind: 'begin', text: 'action plan' },
        { kind: 'ask', label: 'A1', text: 'Shelter every victim.' },
        { kind: 'note', text: 'Promised in May.' },
        { kind: 'ask', label: 'A2', text: 'Try officials.' },
        { kind: 'ask', label: 'A3', text: 'Train judges.' },
        { kind: 'end', text: 'action plan' },
      ];
      const file = unzipSync(await docxOf(blocks, { ...TRAITS, style }));
      const body = strFromU8(file['word/document.xml'] as Uint8Array);
      const kept = [...body.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([xml]) => xml.includes('<w:keepNext/>'));
      expect(kept).toEqual([true, true, true, false, false, true, false]);
    },
  );

  it('is the same bytes for the same paper', async () => {
    const blocks = [{ kind: 'plain' as const, text: 'One.' }];
    const [first, second] = [await docxOf(blocks, TRAITS), await docxOf(blocks, TRAITS)];
    expect(first.equals(second)).toBe(true);
  });
});
