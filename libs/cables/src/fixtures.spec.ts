import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCable } from './read-cable';

const read = (file: string) => readCable(readFileSync(join(__dirname, '../fixtures', file), 'utf8'));
const marks = (cable: ReturnType<typeof read>) =>
  cable.paragraphs.map(({ number, marking }) => `${number} ${marking}`);

describe('a plan that suffered everything at once', () => {
  const cable = read('09STATE81190-togo-damaged.txt');

  it('is read into the same parts as a clean one', () => {
    expect(cable).toMatchObject({
      number: '09STATE81190',
      dateTimeGroup: '2009-08-06T14:05:00Z',
      precedence: 'IMMEDIATE',
      from: 'SECSTATE WASHDC',
      to: ['AMEMBASSY LOME'],
      subject: 'TOGO: WHAT THE GOVERNMENT IS ASKED TO DO BEFORE WINTER (2009-2010)',
      tags: ['KTIP', 'PHUM', 'TO'],
      references: [
        { letter: 'A', number: '08STATE130001', raw: '2008 STATE 130001' },
        { letter: 'B', number: '09LOME410', raw: 'LOME 410' },
      ],
      signature: 'CLINTON',
    });
    expect(marks(cable)).toEqual(['1 U', '2 U', '3 SBU', '4 SBU', '5 U']);
    expect(cable.talkingPoints).toEqual([
      'This is the first point, and it runs on until it is cut by a header in the middle.',
      "This is the second point about the record of other governments' efforts to train judges.",
    ]);
    expect(cable.recommendations).toEqual([
      { priority: 'high', pillar: null, text: "Appoint a judge for the children's court.", notes: [] },
      { priority: 'high', pillar: null, text: 'Count the cases of each district.', notes: [] },
      {
        priority: 'other',
        pillar: 'prosecution',
        text: 'Take up the three cases that were set aside in spring.',
        notes: [],
      },
      {
        priority: 'other',
        pillar: 'prevention',
        text: 'Tell parents in the markets what awaits a child that is sent away.',
        notes: [],
      },
    ]);
  });

  it('tells each place once', () => {
    expect(
      cable.anomalies.map(({ code, paragraph, found }) => `${paragraph ?? '-'} ${code}: ${found}`),
    ).toEqual([
      '- date-mismatch: 2191412',
      '- serial-mismatch: #1191',
      '- linked-text: [KTIP](#)',
      '- linked-text: [PHUM](#)',
      '- linked-text: [TO](#)',
      '- subject-wrapped: WINTER (2009-2010)',
      '- reference-not-a-cable: DOE-ROE EMAIL 07/30/09',
      '- linked-text: [1](#)',
      '- linked-text: [1](#)',
      '1 linked-text: [1](#)',
      '1 paragraph-number-form: [1](#)1. (U)',
      '1 mangled-quote: &Field Handbook8',
      '1 mangled-quote: post,s',
      '1 block-not-closed: Begin action request:',
      '1 notes-announced-absent: brackets in the plan hold notes',
      '2 paragraph-number-form: ¶2. (U)',
      '2 mangled-quote: posts, information',
      '2 text-broken: with the press. (For posts, information only.)',
      '2 section-header-inside: STATE 00081190 002 OF 004',
      '2 mangled-quote: don,t',
      '3 paragraph-number-wrong: 13. (SBU)',
      '3 section-header-inside: STATE 00081190 003 OF 004',
      '3 bullet-form: --This is the second point abo',
      '3 mangled-quote: governments, efforts',
      '3 block-closed-by-other: End points.',
      '4 paragraph-number-form: 4.(SBU)',
      '4 dates-disagree: January 2010',
      '4 bullet-form: --Appoint a judge for the chil',
      '4 text-broken: spring.',
      '4 section-header-inside: STATE 00081190 004 OF 004',
      '4 block-closed-by-other: End non-paper.',
      '5 paragraph-number-form: 5 (U)',
      '5 mangled-quote: Department8s',
    ]);
  });
});

describe('a classified reply from post', () => {
  const cable = read('10LOME415-reply.txt');

  it('is read with its marks, its receivers and its references', () => {
    expect(cable).toMatchObject({
      number: '10LOME415',
      dateTimeGroup: '2010-06-10T09:45:00Z',
      precedence: 'ROUTINE',
      from: 'AMEMBASSY LOME',
      to: ['SECSTATE WASHDC', 'AMEMBASSY ACCRA'],
      classification: 'CONFIDENTIAL',
      captions: ['SIPDIS', 'NOFORN'],
      executiveOrder: '12958: DECL: 06/10/2020',
      info: ['AMEMBASSY COTONOU'],
      passLines: ['STATE FOR G/TIP AND AF/W'],
      classifiedBy: 'DCM Pat Doe for reasons 1.4 (b) and (d)',
      declassification: '06/10/2020',
      tags: ['PREL', 'PHUM', 'KTIP', 'TO', 'GH'],
      recommendations: [],
      talkingPoints: [],
      signature: 'ROE',
    });
    expect(cable.references.map(({ letter, number }) => `${letter} ${number}`)).toEqual([
      'A 10STATE61007',
      'B 09LOME88',
      'B 09LOME91',
    ]);
    expect(marks(cable)).toEqual(['1 C', '2 C/NF', '3 S/NF', '4 U', '5 C']);
  });

  it('keeps a list and a figure at the start of a line inside their paragraphs', () => {
    expect(cable.paragraphs[1]?.text).toMatch(/1\. a new decree, .* 4\. a count of cases\.$/);
    expect(cable.paragraphs[3]?.text).toContain('In the year 2009. no case was tried');
  });

  it('tells only what is odd', () => {
    expect(cable.anomalies.map(({ code }) => code)).toEqual([
      'reference-not-a-cable',
      'section-header-inside',
    ]);
  });
});

describe('a cable with the labelled header of 2017', () => {
  const cable = read('17STATE65432-bahrain.txt');

  it('is read into the same shape', () => {
    expect(cable).toEqual({
      number: '17STATE65432',
      dateTimeGroup: '2017-06-27T16:33:00Z',
      precedence: 'ROUTINE',
      from: 'SECSTATE WASHDC',
      to: ['AMEMBASSY MANAMA'],
      info: [],
      classification: 'UNCLAS',
      captions: ['SBU', 'SENSITIVE', 'SIPDIS'],
      passLines: ['PLEASE PASS TO THE LABOR OFFICER'],
      corrected: null,
      classifiedBy: null,
      declassification: null,
      textBeforeFirst: null,
      handling: [
        'UNCLASSIFIED',
        'SBU',
        'MRN: 17 STATE 65432',
        'Date/DTG: Jun 27, 2017 / 271633Z JUN 17',
        'From: SECSTATE WASHDC',
        'Action: MANAMA, AMEMBASSY ROUTINE',
        'Signature: Tillerson',
        'Drafted By: J/TIP: Doe, Pat',
        'Cleared By: NEA/ARP: Roe, Kim',
        'Dissemination Rule: Archive Copy',
      ],
      executiveOrder: '13526',
      tags: ['KTIP', 'PHUM', 'BA'],
      subject: 'Bahrain: prioritized recommendations for the coming year',
      references: [
        { letter: 'A', number: '17STATE60001', raw: '17 STATE 60001' },
        { letter: 'B', number: '16MANAMA701', raw: '16 MANAMA 701' },
      ],
      paragraphs: expect.any(Array),
      talkingPoints: [],
      recommendations: [
        { priority: 'high', pillar: null, text: 'Inspect the farms in the south.', notes: [] },
        { priority: 'high', pillar: null, text: 'Fine agents who keep passports.', notes: [] },
        { priority: 'other', pillar: 'protection', text: 'Keep the hotline open at night.', notes: [] },
      ],
      signature: 'Tillerson',
      anomalies: [],
    });
    expect(marks(cable)).toEqual(['1 U', '2 SBU', '3 U']);
  });
});

describe('a cable of the seventies with one paragraph', () => {
  it('is read without number, page header and signature in its text', () => {
    const cable = read('75STATE20418-single.txt');
    expect(cable).toMatchObject({
      number: '75STATE20418',
      to: ['AMEMBASSY LOME', 'AMEMBASSY ACCRA'],
      paragraphs: [
        {
          number: 1,
          marking: null,
          text: 'THE MISSION WILL ARRIVE ON THE TWELFTH AND ASKS FOR ROOMS NEAR THE PORT. IT WILL LEAVE AFTER TWO DAYS.',
        },
      ],
      signature: 'KISSINGER',
    });
    expect(cable.references.map(({ number }) => number)).toEqual(['75LOME199', '74ACCRA8801']);
    expect(cable.anomalies.map(({ code }) => code)).toEqual(['section-header-inside']);
  });
});
