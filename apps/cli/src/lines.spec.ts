import fc from 'fast-check';
import { linesOf } from './lines';

async function* pieces(chunks: (string | Buffer)[]) {
  for (const chunk of chunks) yield chunk;
}

async function linesIn(...chunks: (string | Buffer)[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(pieces(chunks))) lines.push(line);
  return lines;
}

describe('the lines of a stream', () => {
  it('end at line feeds, with or without a carriage return, and the last may lack its end', async () => {
    expect(await linesIn('one\r\ntwo\n\nfour')).toEqual(['one', 'two', '', 'four']);
    expect(await linesIn('one\n')).toEqual(['one']);
    expect(await linesIn('')).toEqual([]);
    expect(await linesIn()).toEqual([]);
  });

  it('may hold the other separators that JSON allows inside a string', async () => {
    expect(await linesIn('"a\u2028b\u2029c\u0085d"\n"e"')).toEqual(['"a\u2028b\u2029c\u0085d"', '"e"']);
  });

  it('lose a byte order mark, at the very beginning alone', async () => {
    expect(await linesIn('\uFEFFone\n\uFEFFtwo')).toEqual(['one', '\uFEFFtwo']);
    expect(await linesIn(Buffer.from('\uFEFFone\n'))).toEqual(['one']);
  });

  it('are the same wherever the bytes are cut', async () => {
    const text = fc.array(
      fc.string({ unit: 'grapheme' }).map((line) => line.replace(/[\r\n\uFEFF]/g, ' ')),
      {
        minLength: 1,
      },
    );
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (lines, size) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const count = Math.ceil(bytes.length / size);
        const chunks = Array.from({ length: count }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
        expect(await linesIn(...chunks)).toEqual(lines);
      }),
      { numRuns: 300 },
    );
  });
});
