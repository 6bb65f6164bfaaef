import { readDocxText } from '../../../../test/support/docx-text';
import fc from 'fast-check';
import { anyPaper } from '../../../../test/support/paper-blocks';
import { wordsOfBlock } from '../text/block-words';
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

  it('is the same bytes for the same paper', async () => {
    const blocks = [{ kind: 'plain' as const, text: 'One.' }];
    const [first, second] = [await docxOf(blocks, TRAITS), await docxOf(blocks, TRAITS)];
    expect(first.equals(second)).toBe(true);
  });
});
