import { readSettings } from '@demarche/base';
import { type Cable, readCable, toCableCharacters } from '@demarche/cables';
import fc from 'fast-check';
import type { z } from 'zod';
import { CablePaper } from '../kinds/cable.paper';
import { PaperTemplates } from '../paper-templates.service';
import type { PaperBlock } from '../text/paper-block';
import { parsePaperText } from '../text/paper-text';
import { wordsOfBlock } from '../text/block-words';
import { cableOf } from './cable.presenter';

type Facts = z.infer<typeof CablePaper.facts>;

const templates = new PaperTemplates(readSettings({ NODE_ENV: 'test', TEMPLATES_FOLDER: 'templates' }));

// Words as people write them, and those which look like parts of a cable where a line happens to break before them.
const word = fc.oneof(
  fc.stringMatching(/^[a-z]{1,12}$/),
  fc.constantFrom(
    'May 12.',
    'article 4.',
    'see ref',
    'B.',
    '(U)',
    '(b)',
    'a.',
    'U.S.',
    'AT&T',
    '“quoted”',
    'post’s',
    'naïve',
  ),
  fc.constantFrom(
    'well-known',
    '2010',
    '3.5',
    '45',
    'STATE',
    'TAGS:',
    'FM',
    '–',
    'e.g.,',
    'Prosecution',
    'the ministry’s',
    '“end”',
  ),
);
const sentence = fc
  .array(word, { minLength: 1, maxLength: 40 })
  .map((words) => `Take ${words.join(' ')} as well.`);
const note = fc.option(
  fc
    .array(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 1, maxLength: 20 })
    .map((words) => `${words.join(' ')}.`),
);
const ask = fc.record({ text: sentence, note });
const PILLARS = ['Prosecution', 'Protection', 'Prevention', 'Other areas'];
const labelled = (letter: string) => (one: { text: string; note: string | null }, index: number) => ({
  label: `${letter}${index + 1}`,
  ...one,
});
const country = fc.constantFrom(
  { name: 'Tajikistan', adjective: 'Tajik', government: 'Government of Tajikistan' },
  { name: 'Papua New Guinea', adjective: 'Papua New Guinean', government: 'Government of Papua New Guinea' },
  { name: 'Côte d’Ivoire', adjective: 'Ivoirian', government: 'Government of Côte d’Ivoire' },
);
const reference = fc
  .tuple(
    fc.constantFrom('STATE', 'DUSHANBE', 'PORT MORESBY', 'ADDIS ABABA'),
    fc.integer({ min: 1, max: 199_999 }),
  )
  .map(([post, serial]) => `09 ${post} ${serial}`);

/** Any plan's cable: what an officer may choose and type, the rest as the template says it. */
const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    country,
    to: fc.constantFrom(
      'AMEMBASSY DUSHANBE',
      'AMEMBASSY PORT MORESBY',
      'USMISSION USUN NEW YORK',
      'AMCONSUL HONG KONG',
    ),
    precedence: fc.constantFrom('ROUTINE', 'PRIORITY', 'IMMEDIATE', 'NIACT IMMEDIATE', 'FLASH'),
    captions: fc.subarray(['SENSITIVE', 'SIPDIS', 'NOFORN']).map((all) => all.join(', ')),
    references: fc.uniqueArray(reference, { maxLength: 12 }),
    year: fc.integer({ min: 2009, max: 2024 }),
    placement: fc.constantFrom('no-increasing-efforts' as const, 'significant-victims' as const),
    planMark: fc.constantFrom('U', 'SBU'),
    flags: fc.record({
      placementKnown: fc.boolean(),
      interimByLaw: fc.boolean(),
      weighsConcreteActions: fc.boolean(),
    }),
    high: fc.array(ask, { minLength: 1, maxLength: 6 }),
    others: fc
      .subarray(PILLARS)
      .chain((titles) =>
        fc.tuple(
          ...titles.map((title) =>
            fc
              .array(ask, { minLength: 1, maxLength: 4 })
              .map((recommendations) => ({ title, recommendations })),
          ),
        ),
      ),
  })
  .map(({ year, flags, high, others, references, ...facts }): Facts => {
    const { weighsConcreteActions, ...known } = flags;
    const groups = others.map(({ title, recommendations }, index) => {
      const letter = String.fromCharCode(66 + index);
      return { letter, title, recommendations: recommendations.map(labelled(letter)) };
    });
    const due = {
      on: `${year}-11-15`,
      weekday: 'Sunday',
      workingOn: `${year}-11-13`,
      workingWeekday: 'Friday',
    };
    return {
      ...facts,
      ...known,
      reportYear: year,
      nextReportYear: year + 1,
      interimOn: `${year + 1}-02-01`,
      grounds: { countsCommitments: year < 2019, weighsConcreteActions },
      highCount: high.length,
      otherCount: groups.flatMap(({ recommendations }) => recommendations).length,
      cycleName: `${year}–${String(year + 1).slice(-2)}`,
      postName: 'Embassy Dushanbe',
      isSensitive: facts.planMark !== 'U',
      executiveOrder: '12958',
      tags: 'KTIP, KCRM, KWMN, PHUM, PREL, SMIG, TI',
      references: references.map((cable, index) => ({ letter: String.fromCharCode(65 + index), cable })),
      postReport: { ...due, isShifted: true },
      clock: {
        years: 2,
        countedAfter: '2008-12-23',
        earliestReport: 2011,
        waiverYears: 2,
        yearsAfterReturn: null,
      },
      hasNotes: high.some((one) => one.note !== null),
      highPriority: high.map(labelled('A')),
      others: groups,
    };
  });

const plain = (text: string) => toCableCharacters(text).replace(/\s+/g, ' ').trim();
const blockText = (block: PaperBlock) => {
  const words = plain(wordsOfBlock(block));
  return block.kind === 'heading' && !words.endsWith(':') ? `${words}:` : words;
};

/** What the blocks of a cable say, in the shape in which the reader gives it. */
function expected(facts: Facts, blocks: PaperBlock[]): Partial<Cable> {
  const paragraphs: Cable['paragraphs'] = [];
  for (const block of blocks) {
    const last = paragraphs.at(-1);
    if (block.kind === 'numbered')
      paragraphs.push({ number: block.number, marking: block.mark, text: plain(block.text) });
    else if (last) last.text = `${last.text} ${blockText(block)}`;
  }
  const { precedence, references, country: named, cycleName } = facts;
  const isSensitive = facts.planMark !== 'U' && !facts.captions.includes('SENSITIVE');
  const asks = [...facts.highPriority, ...facts.others.flatMap((group) => group.recommendations)];
  return {
    number: null,
    dateTimeGroup: null,
    precedence,
    from: 'SECSTATE WASHDC',
    to: [facts.to],
    info: [],
    classification: 'UNCLAS',
    captions: [
      ...(isSensitive ? ['SENSITIVE'] : []),
      ...facts.captions.split(', ').filter((one) => one !== ''),
    ],
    passLines: [],
    executiveOrder: '12958: N/A',
    tags: facts.tags.split(', '),
    subject: plain(`${named.name.toUpperCase()}: TIER 2 WATCH LIST ACTION PLAN, ${cycleName}`),
    references: references.map(({ letter, cable }) => ({
      letter,
      number: cable.replace(/ /g, ''),
      raw: cable,
    })),
    textBeforeFirst: null,
    paragraphs,
    talkingPoints: blocks.filter(({ kind }) => kind === 'bullet').map(({ text }) => plain(text)),
    recommendations: asks.map((one, index) => ({
      priority: index < facts.highPriority.length ? 'high' : 'other',
      pillar: index < facts.highPriority.length ? null : pillarOf(facts, one.label),
      text: plain(one.note === null ? one.text : `${one.text} [Note for post: ${one.note}]`),
      notes: one.note === null ? [] : [one.note],
    })),
    signature: null,
  };
}

function pillarOf(facts: Facts, label: string): Cable['recommendations'][number]['pillar'] {
  const title = facts.others.find(({ letter }) => label.startsWith(letter))?.title.toLowerCase();
  return title === 'prosecution' || title === 'protection' || title === 'prevention' ? title : null;
}

// A draft says so; long subjects wrap, long cables come in sections; all else about our own cable would be a fault.
const ALLOWED = ['draft', 'section-header-inside', 'subject-wrapped'];

// CABLE_PLANS=1000 reads back as many; fewer keep the units short.
describe('our own cable, read back', () => {
  it('says the same in every field, notes included, whatever the plan', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 20, max: 120 }), (facts, linesPerSection) => {
        const blocks = parsePaperText(templates.render('cable', facts));
        const cable = readCable(cableOf(blocks, { linesPerSection }));
        expect(cable).toMatchObject(expected(facts, blocks));
        const odd = cable.anomalies.filter(({ code }) => !ALLOWED.includes(code));
        expect(odd).toEqual([]);
        expect(cable.anomalies.map(({ code }) => code)).toContain('draft');
      }),
      { numRuns: Number(process.env.CABLE_PLANS ?? 300) },
    );
  }, 300_000);
});
