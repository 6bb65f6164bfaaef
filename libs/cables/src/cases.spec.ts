import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCable } from './read-cable';

const whole = readFileSync(join(__dirname, '../fixtures/09STATE70412-lesotho.txt'), 'utf8');
const base = whole
  .replace('SECTION 01 OF 02 ', '')
  .replace(/UNCLAS SECTION 02 OF 02[\s\S]*?2009-2010\n\n/, '');
const plain = readCable(base);
const codesOf = (text: string) => readCable(text).anomalies.map(({ code }) => code);
const sameBody = (text: string) => {
  const cable = readCable(text);
  expect(cable.paragraphs).toEqual(plain.paragraphs);
  expect(cable.recommendations).toEqual(plain.recommendations);
  expect(cable).toMatchObject({ number: plain.number, subject: plain.subject, signature: plain.signature });
  return cable;
};
const numbersIn = (text: string) => readCable(text).paragraphs.map(({ number }) => number);
const short = (body: string) =>
  `P 251732Z AUG 09\nFM AMEMBASSY MASERU\nTO SECSTATE WASHDC\n\nUNCLAS MASERU 000948\n\nE.O. 12958: N/A\nTAGS: KTIP LT\nSUBJECT: X\n\n${body}`;

describe('copies that were read wrongly once', () => {
  it('bear a banner that looks like the line of the classification', () => {
    const cable = sameBody(`UNCLASSIFIED   STATE   00070412\n\n${base}`);
    expect(cable.anomalies.map(({ code }) => code)).toEqual(['banner-above']);
  });

  it('were quoted in a mail, once or twice', () => {
    for (const mark of ['> ', '>', '> > ', '>> ']) {
      const cable = sameBody(base.replace(/^/gm, mark));
      expect(cable.anomalies.map(({ code }) => code)).toEqual(['copy-quoted']);
    }
  });

  it('lost their pilcrows to a sign that no table knows, or to their names', () => {
    for (const sign of ['\ufffd', '\ufffd ', '?', '&para;', '&#182;', '&#xB6;', 'ï¿½'])
      sameBody(base.replace(/^(\d\. )/gm, `${sign}$1`));
    expect(codesOf(base.replace(/^(3\. )/m, '\ufffd$1'))).toEqual(['sign-lost', 'paragraph-number-form']);
  });

  it('kept the signs of a web page', () => {
    const text = base.replace("government's", 'government&rsquo;s').replace('hand over', 'hand&nbsp;over');
    sameBody(text);
    expect(codesOf(text)).toEqual(['markup-left', 'markup-left']);
    sameBody(base.replace(/\n/g, '<br>\n'));
  });

  it('leave out a paragraph, with marks or without, with blank lines or without', () => {
    const marked = '¶1. (U) One.\n\n¶2. (U) Two.\n4. (U) Four: 12 convictions.\n\n¶5. (U) Five.\nSMITH\n';
    expect(numbersIn(short(marked))).toEqual([1, 2, 4, 5]);
    expect(numbersIn(short('1. (U) One.\n\n5. (U) Five.\n\n6. (U) Six.\nSMITH\n'))).toEqual([1, 5, 6]);
    expect(numbersIn(short('1. One.\n\n2. Two.\n\n4. Four.\n\n5. Five.\nSMITH\n'))).toEqual([1, 2, 4, 5]);
    const cable = readCable(short(marked));
    expect(cable.anomalies.find(({ code }) => code === 'paragraph-number-wrong')?.note).toMatch(
      /Paragraph 3/,
    );
  });

  it.each([
    ['CLINTON\n\nMINIMIZE CONSIDERED\n', 'CLINTON'],
    ['http://www.state.gov/g/tip\nCLINTON\n', 'CLINTON'],
    ['See www.state.gov\n\nCLINTON\nBT\n#0758\n\nNNNN\n', 'CLINTON'],
    ['AMBASSADOR DOE\n', 'AMBASSADOR DOE'],
    ['DOE\nCharge\n', 'DOE, Charge'],
    ['Clinton\n', 'Clinton'],
    [
      'CLINTON\n\n\nDeclassified/Released US Department of State EO Systematic Review 05 JUL 2006\n',
      'CLINTON',
    ],
    ['CLINTON\n\nSome words that follow.\n', 'CLINTON'],
  ])('end in %j, signed %s', (...[foot, name]) => {
    expect(readCable(short(`1. (U) One.\n\n2. (U) Two.\n${foot}`)).signature).toBe(name);
  });

  it('tell of text behind the name', () => {
    const { anomalies } = readCable(short('1. (U) One.\n\n2. (U) Two.\nDOE\n\nSome words.\n'));
    expect(anomalies).toMatchObject([{ code: 'text-after-last', paragraph: null, found: 'Some words.' }]);
  });

  it('keep who classified them, who got them, and whom they pass to', () => {
    const text = `C O R R E C T E D  C O P Y (ADDED TAGS)\nP 251732Z AUG 09\nFM AMEMBASSY MASERU\nTO RUEHC/SECSTATE WASHDC 1\nINFO RUEHSA/AMEMBASSY PRETORIA 2\nRUCNCIS/CIS COLLECTIVE\nBT\nC O N F I D E N T I A L SECTION 01 OF 01 MASERU 000948\n\nNOFORN\nSIPDIS\n\nDEPT FOR G/TIP AND AF/S\nPLEASE PASS TO USAID\n\nE.O. 12958: DECL: 11/05/2019\nTAGS: KTIP LT\nSUBJECT: X\n\nCLASSIFIED BY: AMBASSADOR PAT DOE\nREASON: 1.4 (B), (D)\n\n1. (C) One.\nDOE\n`;
    expect(readCable(text)).toMatchObject({
      info: ['AMEMBASSY PRETORIA', 'CIS COLLECTIVE'],
      captions: ['NOFORN', 'SIPDIS'],
      passLines: ['DEPT FOR G/TIP AND AF/S', 'PLEASE PASS TO USAID'],
      corrected: 'C O R R E C T E D C O P Y (ADDED TAGS)',
      classifiedBy: 'AMBASSADOR PAT DOE REASON: 1.4 (B), (D)',
      declassification: '11/05/2019',
      classification: 'CONFIDENTIAL',
      textBeforeFirst: null,
    });
  });

  it('keep a note in round brackets with its recommendation and the plan whole', () => {
    const text = base.replace(
      'under the new law.',
      'under the new law. (Comment: post\nknows it. End comment.)',
    );
    const { recommendations } = readCable(text);
    expect(recommendations).toHaveLength(plain.recommendations.length);
    expect(recommendations[0]?.notes).toEqual(['post knows it.']);
    expect(plain.recommendations[1]?.notes).toEqual(['post may offer the list drawn up in ref B.']);
  });

  it('are drafts without a time or a serial, and say so', () => {
    expect(codesOf(base.replace(/^P 07.*\n/m, ''))).toEqual(['draft']);
    const draft = readCable(base.replace('STATE 070412', 'STATE'));
    expect(draft).toMatchObject({ number: null, classification: 'UNCLAS', subject: plain.subject });
    expect(draft.anomalies).toMatchObject([{ code: 'draft' }]);
  });
});
