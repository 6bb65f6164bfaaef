import { Invalid } from '@demarche/base';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readDocxText } from '../../../../test/support/docx-text';
import { writeDocx } from './docx-writing';
import { type PrintedBlock, type PrintedDocument, printedText } from './printed-document';

const AT = '2009-11-04T14:00:00.000Z';

function paper(blocks: readonly PrintedBlock[], more: Partial<PrintedDocument> = {}): PrintedDocument {
  return { title: 'A paper', style: 'paper', marking: null, pageNumbers: 'none', at: AT, blocks, ...more };
}

async function partsOf(printed: PrintedDocument): Promise<Record<string, string>> {
  const parts = unzipSync(await writeDocx(printed));
  return Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

async function bodyOf(...blocks: PrintedBlock[]): Promise<string> {
  return (await partsOf(paper(blocks)))['word/document.xml'] ?? '';
}

const BLOCKS: PrintedBlock[] = [
  { kind: 'heading', level: 1, text: 'Action plan' },
  { kind: 'line', text: 'Begin talking points:' },
  { kind: 'bullet', text: 'First point & <second>' },
  { kind: 'paragraph', number: '1', mark: 'SBU', text: 'Numbered and marked.' },
  { kind: 'paragraph', number: '1A', text: 'Numbered.' },
  { kind: 'paragraph', mark: 'U', text: 'Marked.' },
  { kind: 'blank' },
  { kind: 'paragraph', text: 'Plain.\nSecond line.' },
];

describe('a written Word file', () => {
  test.each(['cable', 'paper'] as const)('reads back paragraph by paragraph as a %s', async (style) => {
    expect(readDocxText(await writeDocx(paper(BLOCKS, { style })))).toEqual([
      'Action plan',
      'Begin talking points:',
      'First point & <second>',
      '1. (SBU) Numbered and marked.',
      '1A. Numbered.',
      '(U) Marked.',
      '',
      'Plain.\nSecond line.',
    ]);
  });

  test('reads back whatever words it was given', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
    const kept = (value: string): string =>
      value
        .replace(/\r\n?|\u2028|\u2029/g, '\n')
        .replace(/\t/g, ' ')
        .replace(/(?!\n)[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '');
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 6 }), async (texts) => {
        const file = await writeDocx(paper(texts.map((one) => ({ kind: 'paragraph', text: one }))));
        expect(readDocxText(file)).toEqual(texts.map(kept));
      }),
      { numRuns: 60 },
    );
  });

  test('is the same bytes for the same document, with no hour of packing in them', async () => {
    const printed = paper(BLOCKS, { marking: 'SENSITIVE', pageNumbers: 'x-of-y' });
    const first = await writeDocx(printed);
    expect((await writeDocx(printed)).equals(first)).toBe(true);
    expect((await writeDocx({ ...printed, at: '2009-11-05T14:00:00.000Z' })).equals(first)).toBe(false);
    const midnightOfFirstDay = Buffer.from([0, 0, 0x21, 0]);
    expect(first.subarray(10, 14).equals(midnightOfFirstDay)).toBe(true);
    expect(first.subarray(30, 49).toString()).toBe('[Content_Types].xml');
  });

  test('says nothing about who made it, with what, or when it was really written', async () => {
    const parts = await partsOf(paper(BLOCKS, { title: 'Steps & <measures>' }));
    expect(Object.keys(parts)).not.toContain('docProps/custom.xml');
    expect(Object.keys(parts).filter((path) => /comment|people|revision/i.test(path))).toEqual([]);
    const everything = Object.entries(parts)
      .map(([path, text]) => path + text)
      .join('\n');
    expect(everything).not.toMatch(
      /un-named|dolan|docx\b|creator|lastModifiedBy|<Company|<Application|<Manager|custom\.xml|w:ins |w:del |rsid/i,
    );
    expect(everything.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)).toEqual([AT, AT]);
    expect(parts['docProps/core.xml']).toContain('<dc:title>Steps &amp; &lt;measures&gt;</dc:title>');
    expect(parts['docProps/app.xml']).toMatch(/<Properties [^>]*\/>$/);
  });

  test('names every part it holds and holds every part it names', async () => {
    const parts = await partsOf(paper(BLOCKS, { marking: 'SENSITIVE' }));
    const named = [...(parts['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]+)"/g)].map(
      ([, path]) => path,
    );
    expect(named.filter((path) => !(path !== undefined && path in parts))).toEqual([]);
    const linked = [...(parts['_rels/.rels'] ?? '').matchAll(/Target="([^"]+)"/g)].map(([, path]) => path);
    expect(linked).toEqual(['word/document.xml', 'docProps/core.xml', 'docProps/app.xml']);
  });

  test('carries its marking on head and foot of every page, and neither when there is none', async () => {
    const marked = await partsOf(
      paper(BLOCKS, { marking: 'SENSITIVE BUT UNCLASSIFIED', pageNumbers: 'x-of-y' }),
    );
    expect(marked['word/header1.xml']).toContain('SENSITIVE BUT UNCLASSIFIED');
    expect(marked['word/footer1.xml']).toContain('SENSITIVE BUT UNCLASSIFIED');
    expect(marked['word/footer1.xml']).toMatch(/PAGE<.*NUMPAGES</s);
    expect(marked['word/document.xml']).not.toContain('titlePg');
    const bare = await partsOf(paper(BLOCKS));
    expect(Object.keys(bare).filter((path) => /word\/(header|footer)/.test(path))).toEqual([]);
  });

  test('is set in Courier New 12 on 55 columns as a cable and in Times New Roman 14 with inch margins as a paper', async () => {
    const cable = await partsOf(paper(BLOCKS, { style: 'cable' }));
    expect(cable['word/styles.xml']).toMatch(
      /<w:docDefaults>.*Courier New.*<w:sz w:val="24"\/>.*<\/w:docDefaults>/s,
    );
    const [, left, right] = /w:right="(\d+)"[^>]*w:left="(\d+)"/.exec(cable['word/document.xml'] ?? '') ?? [];
    const columns = (12_240 - Number(left) - Number(right)) / 20 / (12 * (1229 / 2048));
    expect(Math.floor(columns)).toBe(55);
    const sheet = await partsOf(paper(BLOCKS));
    expect(sheet['word/styles.xml']).toMatch(
      /<w:docDefaults>.*Times New Roman.*<w:sz w:val="28"\/>.*<\/w:docDefaults>/s,
    );
    expect(sheet['word/document.xml']).toMatch(/w:right="1440"[^>]*w:left="1440"/);
    expect(sheet['word/styles.xml']).not.toMatch(/Calibri|Cambria|Courier/);
  });

  test('hangs numbers and bullets and never leaves a line alone', async () => {
    const parts = await partsOf(paper(BLOCKS));
    const style = (id: string): string =>
      new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(
        parts['word/styles.xml'] ?? '',
      )?.[0] ?? '';
    expect(style('PaperNumbered')).toMatch(/w:hanging="720"/);
    expect(style('PaperText')).toContain('<w:widowControl/>');
    expect(parts['word/document.xml']).toMatch(/PaperBullet.*?<w:numPr>/s);
    expect(parts['word/numbering.xml']).toMatch(/w:lvlText w:val="\u2022".*?w:hanging="360"/s);
  });

  test('leaves out what no XML file can hold', async () => {
    const body = await bodyOf({ kind: 'paragraph', text: 'a\0b\u0007c\uD800d\uFFFEe\u001Bf]]>&#x0;' });
    expect(body).toContain('abcdef]]&gt;&amp;#x0;');
  });

  test('marks Hebrew and Arabic so that Word orders them, and leaves the rest alone', async () => {
    const right = await bodyOf({ kind: 'paragraph', number: '1', text: 'خطة العمل (TVPA) لعام 2009' });
    expect(right).toContain('<w:bidi/>');
    const marked: PrintedBlock = { kind: 'paragraph', number: '1', mark: 'U', text: 'שלום' };
    const cable = await partsOf(paper([marked], { style: 'cable' }));
    expect(cable['word/document.xml']).toContain('<w:bidi/>');
    expect(right).toMatch(/<w:rtl\/><\/w:rPr><w:t[^>]*>خطة العمل</);
    expect(right).toMatch(/<w:r><w:t[^>]*> \(TVPA\) </);
    const left = await bodyOf({ kind: 'paragraph', text: 'The law שלום, שוב of 2009' });
    expect(left).not.toContain('<w:bidi/>');
    expect(left).toMatch(/<w:rtl\/><\/w:rPr><w:t[^>]*>שלום, שוב</);
    expect(await bodyOf({ kind: 'paragraph', text: 'Тоҷикистон' })).not.toMatch(/bidi|rtl/);
  });

  test('takes nothing of one document over into the next', async () => {
    const marked = paper([BLOCKS[0] as PrintedBlock], { marking: 'SENSITIVE', pageNumbers: 'x-of-y' });
    const alone = await writeDocx(marked);
    for (const style of ['cable', 'paper'] as const)
      for (const marking of [null, 'UNCLASSIFIED', 'A & B'])
        expect(readDocxText(await writeDocx(paper(BLOCKS, { style, marking })))).toHaveLength(BLOCKS.length);
    for (let turn = 0; turn < 30; turn += 1) await writeDocx({ ...marked, marking: `MARK ${turn}` });
    expect((await writeDocx(marked)).equals(alone)).toBe(true);
  });

  test('holds 5,000 long paragraphs', async () => {
    const blocks = Array.from({ length: 5_000 }, (_, index): PrintedBlock => {
      return { kind: 'paragraph', number: `${index + 1}`, mark: 'U', text: 'word '.repeat(80).trim() };
    });
    const read = readDocxText(await writeDocx(paper(blocks)));
    expect(read).toEqual(blocks.map(printedText));
  }, 30_000);
});

describe('reading a Word file', () => {
  const file = (body: string): Uint8Array =>
    zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`) });

  test.each([
    ['<w:p><w:r><w:t>a</w:t></w:r><w:r><w:t xml:space="preserve"> b</w:t></w:r></w:p>', ['a b']],
    [
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>1.</w:t><w:tab/><w:t>x</w:t></w:r></w:p>',
      ['1. x'],
    ],
    ['<w:p/><w:p w:rsidR="1"><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>', ['', 'a\nb']],
    [
      '<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>',
      ['new'],
    ],
    ['<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>', ['']],
    [
      '<w:p><w:r><w:t>out</w:t></w:r><w:txbxContent><w:p><w:r><w:t>in</w:t></w:r></w:p></w:txbxContent></w:p>',
      ['out', 'in'],
    ],
    ['<w:p><w:r><w:t>&lt;&#65;&#x42;&amp;amp;&gt;&#x110000;</w:t></w:r></w:p>', ['<AB&amp;>']],
    ['</w:pPr></w:p><w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t/></w:r>stray</w:p>', ['a', '']],
  ])('%s gives %j', (body, paragraphs) => {
    expect(readDocxText(file(body))).toEqual(paragraphs);
  });

  test.each([
    ['words', Buffer.from('no zip at all')],
    ['a zip of something else', Buffer.from(zipSync({ 'a.txt': strToU8('x') }))],
    ['nothing', Buffer.alloc(0)],
    ['a cut file', Buffer.from(zipSync({ 'word/document.xml': strToU8('<w:p/>'.repeat(50)) }).slice(0, 60))],
  ])('%s is refused as no Word file', (_name, bytes) => {
    expect(() => readDocxText(bytes)).toThrow(Invalid);
  });

  test('a file with a document type of its own is refused', () => {
    const bytes = zipSync({ 'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><w:document/>') });
    expect(() => readDocxText(bytes)).toThrow('declares its own document type');
  });
});
