import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Cable } from './cable';
import { readCable } from './read-cable';

/** The words of a text, apart from lone letters: written here anew, so that the reader's own account is not its own judge. */
const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
};

/** Words of the source that stand neither in a field nor in what an anomaly found, oftener than they may. */
const lostWords = (source: string, cable: Cable): string[] => {
  const { anomalies } = cable;
  // Points and recommendations repeat what stands in the paragraphs.
  const fields = { ...cable, anomalies: [], talkingPoints: [], recommendations: [] };
  const form =
    'e.o. tags subject ref reference references classified by decl captions pass line and signature re';
  const numbers = cable.paragraphs.map(({ number }) => number).join(' ');
  const landed = [...stringsIn(fields), numbers, form, ...anomalies.map(({ found }) => found)].flatMap(
    wordsIn,
  );
  const counts = new Map<string, number>();
  for (const word of landed) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wordsIn(source).filter((word) => {
    const count = counts.get(word) ?? 0;
    counts.set(word, count - 1);
    return count <= 0 && word !== 'and';
  });
};

const folders = [
  [process.env.DEMARCHE_CORPUS || join(__dirname, '../../../../shared'), 'corpus'],
  [process.env.DEMARCHE_CORPUS || join(__dirname, '../../../../shared'), 'cases/cables'],
  [__dirname, '../fixtures'],
] as const;
const files = folders
  .map((parts) => join(...parts))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
  .filter((file) => file.endsWith('.txt') && /^(?:> )?SUBJECT:|^Subject:/im.test(readFileSync(file, 'utf8')));

describe('every word of the source lands in a field or is told of', () => {
  it.each(files.filter((file) => !/no-cable/.test(file)).map((file) => [file.split('/').at(-1), file]))(
    'in %s',
    (...[, file]) => {
      const text = readFileSync(String(file), 'utf8');
      expect(lostWords(text, readCable(text))).toEqual([]);
    },
  );
});

// Every generated word stands once, so that none can hide behind its like.
let count = 0;
const fresh = (many: number): string => Array.from({ length: many }, () => `word${(count += 1)}`).join(' ');
const sentence = (many = 4) => `The ${fresh(many)}.`;

const banner = fc.constantFrom(
  '',
  'UNCLASSIFIED   STATE   00088558\n\n',
  'UNCLASSIFIED\n\nPAGE 01        STATE  088558\n\n',
  'Viewing cable 09STATE88558, a copy\n\n',
  'UNCLASSIFIED U.S. Department of State Case No. F-2012-12345 Doc No. C05512345\nRELEASED IN FULL\n',
  'ORIGIN EUR-25\nINFO  OCT-01 ISO-00 LOG-00 AF-10 /036 R\nDRAFTED BY EUR/SOV:JDOE\nAPPROVED BY EUR:PROE\n--------------------- 044556\n',
  'VZCZCXRO0758\nPP RUEHDBU\nDE RUEHC #8558/01 2371751\nZNR UUUUU ZZH\n',
);
const info = fc.constantFrom(
  '',
  'INFO AMEMBASSY ASTANA 0012\nAMEMBASSY TASHKENT PRIORITY 0400\n',
  'INFO RUEHAST/AMEMBASSY ASTANA\nRUCNCIS/CIS COLLECTIVE\nINFO RUEKJCS/SECDEF WASHDC\n',
);
const classification = fc.constantFrom(
  'UNCLAS STATE 088558',
  'UNCLAS SECTION 01 OF 02 STATE 088558',
  'C O N F I D E N T I A L STATE 088558',
  'UNCLAS STATE 088558 SENSITIVE',
  'S E C R E T SECTION 01 OF 02 STATE 088558 NOFORN',
  'LIMITED OFFICIAL USE STATE 088558',
);
const under = fc.subarray(
  [
    'SENSITIVE',
    'SIPDIS',
    'NOFORN',
    'STATE FOR G/TIP AND SCA/CEN',
    'NSC FOR SMITH',
    'PLEASE PASS TO USAID WASHDC',
    'AIDAC',
    'C O R R E C T E D  C O P Y (PARA MARKINGS)',
    'CORRECTED COPY',
  ],
  { minLength: 0 },
);
const fields = fc.shuffledSubarray(
  [
    'E.O. 12958: DECL: 11/05/2019',
    'TAGS: KTIP, PHUM, TI',
    'SUBJECT: TAJIKISTAN: A PLAN\nOF TWO LINES',
    'REF: A. 08 STATE 132759 (NOTAL)\n     B. DUSHANBE 948 AND PREVIOUS\n     C. DOE-ROE EMAIL OF MAY 3',
    'CLASSIFIED BY: AMBASSADOR PAT DOE\nREASON: 1.4 (B), (D)',
    'DECL: OADR',
  ],
  { minLength: 6, maxLength: 6 },
);
const between = fc.constantFrom(
  '',
  'WHAT COMES NEXT\n---------------\n\n',
  'A Heading of Note\n\n',
  '----------\n\n',
);
const inside = fc.constantFrom(
  '',
  'STATE 00088558 002 OF 004\n\n',
  'UNCLASSIFIED\n\nPAGE 02        STATE  088558\n\n',
  'UNCLAS SECTION 02 OF 02 STATE 088558\n\nSENSITIVE\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: KTIP\nSUBJECT: A PLAN\n\n',
  'Declassified/Released US Department of State EO Systematic Review 30 JUN 2005\n\n',
  'Begin talking points:\n\n-- One point.\n\nEnd talking points.\n\n',
  '-- [Note: for post alone.]\n\n',
  '1. a list\n2. of two\n\n',
);
const mark = fc.constantFrom('(U) ', '(SBU) ', '(C/NF) ', '');
const number = fc.constantFrom('', '¶', '[1](#)', '\ufffd', '&para;');
const paragraph = fc.record({
  skip: fc.constantFrom(0, 0, 0, 1, 2),
  number,
  mark,
  inside,
  between,
  breaks: fc.boolean(),
});
const foot = fc.constantFrom(
  'CLINTON\n',
  'CLINTON\n\nMINIMIZE CONSIDERED\n',
  'AMBASSADOR DOE\n\nBT\n#8558\n\nNNNN\n',
  'DOE\nCHARGE\n\nSome text that follows.\n',
  'http://www.state.gov/g/tip\nCLINTON\n',
  '\nClinton\n\nUNCLASSIFIED\n\nNNNN\n\nMessage Attributes\nAutomatic Decaptioning: X\nCapture Date: 01 JAN 1994\n',
  'Declassified/Released US Department of State EO Systematic Review 05 JUL 2006\n',
  '',
);

const anyCable = fc
  .record({
    banner,
    info,
    classification,
    under,
    fields,
    paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 7 }),
  })
  .chain((parts) =>
    fc
      .record({ summary: fc.constantFrom('', 'Summary: ', 'SUMMARY\n-------\n'), foot, quoted: fc.boolean() })
      .map((rest) => {
        let at = 0;
        const body = parts.paragraphs.map((one) => {
          at += 1 + one.skip;
          const text = one.breaks
            ? `${sentence()} The ${fresh(2)}\n\n${fresh(3)}.`
            : `${sentence(7)}\n${sentence()}`;
          return `${one.number}${at}. ${one.mark}${text}\n\n${one.inside}${one.between}`;
        });
        const top = `P 251732Z AUG 09\nFM SECSTATE WASHDC\nTO AMEMBASSY DUSHANBE PRIORITY 1090\n${parts.info}\n`;
        const head = `${parts.banner}${top}${parts.classification}\n\n${parts.under.join('\n')}\n\n${parts.fields.join('\n')}\n\n`;
        const summary = rest.summary === '' ? '' : `${rest.summary}${sentence(6)}\n\n`;
        const text = `${head}${summary}${body.join('')}${sentence()}\n${rest.foot}`;
        return rest.quoted ? text.replace(/^/gm, '> ') : text;
      }),
  );

describe('every word of a made cable lands in a field or is told of', () => {
  it('whatever stands above, between, inside and below', () => {
    fc.assert(
      fc.property(anyCable, (text) => {
        expect(lostWords(text, readCable(text))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('by its own place, so that the last look of the reader finds nothing left', () => {
    const sample = fc.sample(anyCable, { numRuns: 300, seed: 11 });
    const looks = sample.filter((text) => readCable(text).anomalies.some(({ code }) => code === 'left-out'));
    expect(looks).toEqual([]);
  });
});
