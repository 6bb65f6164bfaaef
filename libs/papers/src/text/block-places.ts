import type { PaperBlock } from './paper-block';

type Named = { [K in PaperBlock['kind']]?: (block: Extract<PaperBlock, { kind: K }>) => string };

const NAMED: Named = {
  ask: ({ label }) => `recommendation ${label}`,
  field: ({ name }) => `the line ${name}`,
  heading: ({ text }) => `the heading “${text}”`,
};

function placeOf(block: PaperBlock, paragraph: number): string {
  const named = NAMED[block.kind] as ((block: PaperBlock) => string) | undefined;
  if (named) return named(block);
  return paragraph === 0 ? 'the beginning' : `paragraph ${paragraph}`;
}

/** Where each block stands, for people: `paragraph 2`, `recommendation A1`, `the line SUBJECT`. */
export function placesOf(blocks: readonly PaperBlock[]): string[] {
  let paragraph = 0;
  return blocks.map((block) => {
    if (block.kind === 'numbered') paragraph = block.number;
    if (block.kind === 'plain') paragraph += 1;
    return placeOf(block, paragraph);
  });
}
