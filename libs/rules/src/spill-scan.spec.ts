import { type SpillCode, spillScan } from './spill-scan';

const SENTENCE = 'The Ambassador raised the draft law with the minister.';
const MARKS = ['(C)', '(S)', '(TS)', '(C/NF)', '(S//NF)', '(TS//SI//NF)', '(S-NF)', '(C//REL TO USA, GBR)'];
// Every way in which a paragraph is opened, with the mark where it belongs.
const POSITIONS: readonly ((mark: string) => string)[] = [
  (mark) => `${mark} ${SENTENCE}`,
  (mark) => `1. ${mark} ${SENTENCE}`,
  (mark) => `¶3. ${mark} ${SENTENCE}`,
  (mark) => `12.${mark} ${SENTENCE}`,
  (mark) => `4 ${mark} ${SENTENCE}`,
  (mark) => `(2) ${mark} ${SENTENCE}`,
  (mark) => `2.1. ${mark} ${SENTENCE}`,
  (mark) => `a. ${mark} ${SENTENCE}`,
  (mark) => `B) ${mark} ${SENTENCE}`,
  (mark) => `iv. ${mark} ${SENTENCE}`,
  (mark) => `- ${mark} ${SENTENCE}`,
  (mark) => `• ${mark} ${SENTENCE}`,
  (mark) => `> ${mark} ${SENTENCE}`,
  (mark) => `    ${mark} ${SENTENCE}`,
  (mark) => `SUBJECT: ${mark} TALKS ON THE DRAFT LAW`,
  (mark) => `Summary: ${mark} ${SENTENCE}`,
  (mark) => `1. (U) An open paragraph.\n2. ${mark} ${SENTENCE}`,
  (mark) => `1. (SBU) An open paragraph.\u000B2. ${mark} ${SENTENCE}`,
  (mark) => `5. (U) End of the summary. ${mark} ${SENTENCE}`,
];

const HEADERS = [
  'CONFIDENTIAL',
  'SECRET',
  'TOP SECRET',
  'Confidential',
  'Top Secret',
  '*** SECRET ***',
  '===CONFIDENTIAL===',
  'C O N F I D E N T I A L',
  'C O N F I D E N T I A L SECTION 01 OF 02 LOME 000415',
  'S E C R E T DUSHANBE 001234',
  'T O P   S E C R E T',
  'S.E.C.R.E.T',
  'CONFIDENTIAL STATE 088558',
  'SECRET PORT LOUIS 000123',
  'CONFIDENTIAL SECTION 02 OF 03',
  'SECRET//NOFORN',
  'Secret//Noforn',
  'SECRET/NOFORN',
  'SECRET NOFORN',
  'SECRET - NODIS',
  'TOP SECRET//SI//NOFORN',
  'CONFIDENTIAL//REL TO USA, GBR',
  'CONFIDENTIAL NOFORN SIPDIS',
  'NATO SECRET',
  'Classification: Confidential',
  'CLASSIFICATION: SECRET',
  'Overall classification: TOP SECRET',
  'This memorandum is classified SECRET.',
  'CLASSIFIED CONFIDENTIAL',
  'UNCLAS\nCONFIDENTIAL\nTHE TEXT',
];
const CAPTIONS = [
  'NOFORN',
  'NOFORN SIPDIS',
  'SIPDIS NOFORN',
  'ORCON',
  'NOFORN, ORCON',
  'REL TO USA, GBR, AUS',
  'NOT RELEASABLE TO FOREIGN NATIONALS',
  'NO FOREIGN DISSEM',
  'SBU//NOFORN',
  'CAPTIONS: NOFORN',
  '(U//NOFORN) An open sentence.',
];
const AUTHORITIES = [
  'Classified By: Ambassador for reasons given below',
  'CLASSIFIED BY: DCM',
  'Classified by: the Political Chief',
  'CLASSIFIED BY AMBASSADOR, REASONS BELOW',
  'Classified By Political Chief Smith, see below',
  'Originally classified by: the Secretary',
  'Derived from: Multiple Sources',
  'DERIVED FROM: DSCG 05-1',
  'Derived From: State Classification Guide',
];
const REASONS = [
  'REASON: 1.4 (B) AND (D)',
  'Reasons: 1.4(b), (d)',
  'reason 1.5 (b)',
  'The chief signed for reasons 1.4 (b) and (d).',
  'Reason: E.O. 12958, 1.4(c)',
  'REASONS E.O. 13526 SECTION 1.4(B)',
  'E.O. 13526, section 1.4 (d)',
  'Section 1.4(b) of E.O. 12958',
];
const DATES = [
  'E.O. 12958: DECL: 11/05/2019',
  'E.O. 13526: DECL: 2034/11/05',
  'EO 12958 DECL 11/05/19',
  'E.O. 12356: DECL: OADR',
  'E.O. 11652: GDS',
  'E.O. 11652: XGDS-2',
  'Declassify on: 20191105',
  'DECLASSIFY ON: X1',
  'DECL ON: 11/05/2019',
  'DECL: 11/05/2019',
];

const POSITIVE: readonly (readonly [SpillCode, string])[] = [
  ...MARKS.flatMap((mark) => POSITIONS.map((position) => ['portion-mark', position(mark)] as const)),
  ...HEADERS.map((text) => ['header-line', text] as const),
  ...CAPTIONS.map((text) => ['caption', text] as const),
  ...AUTHORITIES.map((text) => ['classified-by', text] as const),
  ...REASONS.map((text) => ['reason-line', text] as const),
  ...DATES.map((text) => ['declassify-line', text] as const),
];

const PLAIN = [
  'the Secret Service',
  'The Secret Service trained forty officers.',
  'Secret Service agents took part in the course.',
  'SECRET SERVICE TRAINING FOR BORDER GUARDS',
  '(c) 2025',
  '(C) 2025',
  '(C) 2025 Ministry of Justice',
  '(C) 2008-2009, Embassy of the Republic',
  '(c) 2009 All rights reserved.',
  'Copyright (C) 2009 by the ministry',
  '(s) he',
  '(s)he signed the form',
  '(S)he signed the form.',
  '(S) he or she may apply',
  'UNCLASSIFIED',
  'UNCLAS',
  'UNCLAS STATE 088558',
  'SBU',
  'SENSITIVE BUT UNCLASSIFIED',
  'UNCLAS SENSITIVE SIPDIS',
  'E.O. 12958: N/A',
  'E.O. 13526: N/A',
  'E.O. 12958 DOES NOT APPLY',
  '(U) The plan follows.',
  '1. (SBU) The plan follows.',
  '2. (SBU/N) The plan follows.',
  '(U//FOUO) The roster of the course.',
  'CUI//LES',
  'SBU\nSIPDIS',
  'NODIS is a caption.',
  'Remove the NOFORN caption from the template.',
  'A confidential hotline was opened.',
  'Confidential interviews were held with twelve victims.',
  'CONFIDENTIAL HOTLINE FOR VICTIMS',
  'Confidential counselling is free of charge.',
  'The identity of witnesses is kept secret.',
  'Secret ballots were held in the union.',
  'SECRET RECRUITMENT BY BROKERS',
  'Top secretaries of the ministry took part.',
  'He kept it in confidence.',
  'The court keeps such files confidential or secret.',
  'Confidential PR campaign for shelters',
  'Confidential - hotline staff only know the number',
  'Cases are classified by type of offence.',
  'Classified by sector, most cases are of farm labour.',
  'The offence is classified as a felony.',
  'Victims were classified as illegal migrants.',
  'The declassified report is public.',
  'Classified advertisements lure young women.',
  'CLASSIFIED ADVERTISEMENTS',
  'The reason: 1.4 billion somoni were missing.',
  'For reasons 1 and 4 the case was closed.',
  'Reason: lack of evidence',
  'Reasons: 1. no budget; 2. no staff',
  'Article 1.4 (b) of the labour code',
  'Executive Order 13257 set up the task force.',
  'E.O. 13126 lists goods made by children.',
  'Declared income fell.',
  'Decline of cases in 2009',
  'The declaration on 11/05/2009 was signed.',
  '(A) no increasing efforts;\n(B) a significant number of victims;\n(C) commitments for the next year',
  'The law names (A) force; (B) fraud. (C) Coercion is a third.',
  '(a) law;\n(b) budget;\n(c) training',
  '(P) Prevention\n(Q) Quality\n(R) Return\n(S) Shelter',
  '22 U.S.C. 7107(b)(2)(A)(iii)(C)',
  'Sections 5(C) and 7(S) apply.',
  'Hepatitis (C) was treated.',
  'See annex (C) and table (S).',
  'It was 25 degrees (C) in the shelter.',
  'The Technical Secretariat (TS) met twice.',
  'Shelter(s) for victim(s)',
  'The ministry (C. Rahmonov) answered.',
  'Coordinator (S. Karimov) signed.',
  'Vitamin C and zinc',
  'Grade: C',
  'S. Ivanov, C. Petrov',
  'C) training of prosecutors',
  'c. training of prosecutors',
  'T. S. Eliot',
  'Plan A, plan B, plan C',
  'The minister said: "It is no secret."',
  'Is it confidential?',
  'Confidentiality of records',
  'SECRETARIAT',
  'SECRETARY OF STATE WASHINGTON DC',
  'SECSTATE WASHDC',
  'Rel to the earlier request, see below.',
  'Foreign nationals are held in the centre.',
  'Not releasable before trial.',
  'Eyes only tell half the story.',
  'FOR OFFICIAL USE ONLY',
  'LIMITED OFFICIAL USE',
  'DERIVED FROM THE ANNUAL REPORT',
  'Derived from: survey of households',
  'Figures derived from court records',
  'C O M M E N T',
  'S U M M A R Y',
  'S E C T I O N 2',
  '2009',
  '-',
];
const TOPICS = ['budget', 'law', 'shelter', 'training', 'court', 'border'];
const FRAMES: readonly ((topic: string) => string)[] = [
  (topic) => `1. (U) The ${topic} plan.\n2. (SBU) The ${topic} was discussed.`,
  (topic) => `The secret of a good ${topic} plan is its budget.`,
  (topic) => `(c) the ${topic} plan`,
  (topic) => `Confidential advice on the ${topic} is given.`,
  (topic) => `The ${topic} unit of the Secret Service (C) took part.`,
  (topic) => `c) ${topic}\nd) ${topic} reform`,
  (topic) => `Step (A): ${topic}. Step (B): ${topic}. (C) Report on the ${topic}.`,
  (topic) => `Files on the ${topic} are classified by year.`,
  (topic) => `(s) The ${topic} is under review.`,
  (topic) => `${topic} (c) 2009`,
  (topic) => `E.O. 12958: N/A\nSUBJECT: ${topic}`,
  (topic) => `UNCLAS DUSHANBE 001234\n\nSUBJECT: ${topic}`,
  (topic) => `Option C: ${topic}`,
  (topic) => `The ${topic} ministry (S. Aliev) and the council (T. S. Nazarov) agreed.`,
  (topic) => `Declassified papers on the ${topic}`,
  (topic) => `A ${topic} of 1.4 (b) and 1.5 (c) percent`,
  (topic) => `SENSITIVE: ${topic}`,
];
const ORDINARY = [...PLAIN, ...FRAMES.flatMap((frame) => TOPICS.map(frame))];

describe('classified texts', () => {
  it('are 200 or more', () =>
    expect(new Set(POSITIVE.map(([, text]) => text)).size).toBeGreaterThanOrEqual(200));

  it.each(POSITIVE)('are found by their %s: %j', (code, text) => {
    expect(spillScan(text)).toMatchObject({ code });
  });

  it.each([
    ['soft hyphens', '(\u00ADC) A paragraph.'],
    ['marks of no width', 'NO\u200BFORN'],
    ['wide letters', '（Ｃ） A paragraph.'],
    ['blanks that do not break', '1.\u00A0(S)\u00A0A paragraph.'],
  ])('are found behind %s', (_what, text) => expect(spillScan(text)).not.toBeNull());

  it('are told by the line on which they show it', () => {
    expect(spillScan('1. (U) One.\r\n\r\n2. (C) Two.')).toEqual({ code: 'portion-mark', line: 3 });
  });
});

describe('ordinary texts', () => {
  it('are 200 or more, and at most 4 of them are stopped', () => {
    expect(new Set(ORDINARY).size).toBeGreaterThanOrEqual(200);
    const stopped = ORDINARY.filter((text) => spillScan(text) !== null);
    expect(stopped).toEqual([]);
  });

  it('of 400,000 characters are read in less than a second, whatever they are made of', () => {
    const parts = [
      '(B) x\n(C) y\n',
      ' ',
      '1. ',
      'SECRET STATE ',
      'E.O. 12958 ',
      'SBU, ',
      'C O N F ',
      'Secret By Aa ',
    ];
    for (const part of parts) {
      const started = process.cpuUsage();
      spillScan(part.repeat(400_000 / part.length));
      expect(process.cpuUsage(started).user / 1_000).toBeLessThan(1_000);
    }
  });
});
