import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFolder, tell, verdicts } from '../../../../test/support/cli';

const CABLE = [
  'VZCZCXRO0001',
  'PP RUEHNOW',
  'DE RUEHC #4321/01 0641200',
  'ZNR UUUUU ZZH',
  'P 051200Z MAR 09',
  'FM SECSTATE WASHDC',
  'TO AMEMBASSY DUSHANBE PRIORITY 0042',
  'BT',
  'UNCLAS STATE 004321',
  '',
  'SENSITIVE',
  'SIPDIS',
  '',
  'E.O. 12958: N/A',
  'TAGS: KTIP, PHUM, TI',
  'SUBJECT: A CABLE OF OUR OWN',
  '',
  'REF: A. 2008 STATE 132759',
  '     B. DUSHANBE 45',
  '',
  '1. (U) This cable asks for nothing.',
  '',
  '2. (SBU) The café said “no”.',
  '',
  'CLINTON',
  '',
].join('\n');

const KEYS = [
  'anomalies',
  'captions',
  'classification',
  'classifiedBy',
  'corrected',
  'dateTimeGroup',
  'declassification',
  'executiveOrder',
  'from',
  'handling',
  'info',
  'number',
  'paragraphs',
  'passLines',
  'precedence',
  'recommendations',
  'references',
  'signature',
  'subject',
  'tags',
  'talkingPoints',
  'textBeforeFirst',
  'to',
];

describe('demarche cable read', () => {
  const own = ownFolder();
  afterAll(() => own.remove());
  const fileOf = (content: string | Buffer) => {
    const file = join(own.folder, 'cable.txt');
    writeFileSync(file, content);
    return file;
  };

  it('prints one JSON object with every key and no other', async () => {
    const told = await tell(['cable', 'read', fileOf(CABLE), '--json']);
    expect([told.code, told.said]).toEqual([0, '']);
    const [cable] = verdicts(told) as Record<string, unknown>[];
    expect(Object.keys(cable ?? {}).sort()).toEqual(KEYS);
    expect(cable).toMatchObject({
      number: '09STATE4321',
      dateTimeGroup: '2009-03-05T12:00:00Z',
      tags: ['KTIP', 'PHUM', 'TI'],
      signature: 'CLINTON',
      paragraphs: [
        { number: 1, marking: 'U', text: 'This cable asks for nothing.' },
        { number: 2, marking: 'SBU', text: expect.stringContaining('café') },
      ],
    });
  });

  it('reads standard input for -, and the same from a file', async () => {
    const piped = await tell(['cable', 'read', '-', '--json'], {
      input: [CABLE.slice(0, 99), CABLE.slice(99)],
    });
    expect(piped).toEqual(await tell(['cable', 'read', '--json', fileOf(CABLE)]));
  });

  it('reads a copy that is not UTF-8', async () => {
    const bytes = Buffer.from(CABLE.replaceAll('“', '"').replaceAll('”', '"'), 'latin1');
    const [cable] = verdicts(await tell(['cable', 'read', fileOf(bytes), '--json'])) as {
      paragraphs: { text: string }[];
    }[];
    expect(cable?.paragraphs[1]?.text).toBe('The café said "no".');
  });

  it('prints a sheet to read, without the control characters of a hostile file', async () => {
    const hostile = CABLE.replace(
      'asks for nothing',
      'asks \u001b[31mfor \u0007nothing, and it goes on and on and on',
    );
    const { code, out } = await tell(['cable', 'read', fileOf(hostile)]);
    expect(code).toBe(0);
    for (const part of [
      '09STATE4321',
      'KTIP PHUM TI',
      'References (2)',
      'A. 08STATE132759',
      'Paragraphs (2)',
    ])
      expect(out).toContain(part);
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(78);
  });

  it.each([
    ['a text that is no cable', 'Dear all,\n\nlunch is at noon.\n', /^This text is not a cable: it has no /],
    ['an empty file', '', /^This text is not a cable/],
    [
      'a file of noise',
      Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 37) % 256)),
      /not (a cable|plain text)/,
    ],
  ])('ends with exit code 2 and one line on %s', async (_what, content, line) => {
    const { code, out, said } = await tell(['cable', 'read', fileOf(content), '--json']);
    expect([code, out]).toEqual([2, '']);
    expect(said).toMatch(line);
    expect(said.trimEnd().split('\n')).toHaveLength(1);
  });

  it.each([
    ['missing.txt', /missing\.txt cannot be read: there is no such file\./],
    ['.', /cannot be read: it is a folder\./],
  ])('says why %s cannot be read', async (name, line) => {
    const { code, said } = await tell(['cable', 'read', join(own.folder, name)]);
    expect(code).toBe(2);
    expect(said).toMatch(line);
  });
});

describe('demarche cable refs', () => {
  const refs = async (...lines: string[]) =>
    verdicts(await tell(['cable', 'refs'], { input: lines.map((line) => `${line}\n`) }));

  it('answers each line with its cable numbers, whatever further columns say', async () => {
    expect(
      await refs(
        '2009\t"REF: A. 2008 STATE 132759 B. DUSHANBE 0045"',
        '2009\t"REF: NONE"',
        '2007\t"REF: (A) 06 MOSCOW 546"\tanything',
      ),
    ).toEqual([['08STATE132759', '09DUSHANBE45'], [], ['06MOSCOW546']]);
  });

  it('answers a line that it cannot read in its place, and goes on', async () => {
    const answers = await refs('2009\tREF: A', 'year\tref_line_json', '', '2009\t[]', '2009\t"STATE 12"');
    expect(answers).toEqual([
      { error: expect.stringContaining('not JSON') },
      { error: expect.any(String) },
      { error: expect.any(String) },
      { error: expect.stringContaining('JSON string') },
      ['09STATE12'],
    ]);
  });
});

describe('demarche cable tags', () => {
  it('answers each line with its tags, and a line that it cannot read in its place', async () => {
    const input = '"TAGS: KTIP, PHUM; TI"\n17\n"TAGS: "\n"KCRM, \\nKWMN"\tKCRM|KWMN\n';
    const told = await tell(['cable', 'tags'], { input });
    expect(told.code).toBe(0);
    expect(verdicts(told)).toEqual([
      ['KTIP', 'PHUM', 'TI'],
      { error: expect.stringContaining('JSON string') },
      [],
      ['KCRM', 'KWMN'],
    ]);
  });
});
