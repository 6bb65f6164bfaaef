import type { EffortView, StatisticView } from '@demarche/progress';
import { governmentCredit, statisticAcceptance, tierWordsIn } from '@demarche/rules';
import { assembleNarrative, type NarrativeSources } from './assembly';
import { SCALE_WORDS } from './scale';

let made = 0;

function effort(change: Partial<EffortView>): EffortView {
  made += 1;
  const row = {
    id: `effort-${made}`,
    planId: 'plan-1',
    postId: 'DUSHANBE',
    happenedOn: '2009-10-12',
    ranBy: 'government',
    paidBy: 'unknown',
    governmentGave: [],
    role: null,
    actionKind: null,
    sourceKind: null,
    source: null,
    text: 'The ministry of labor opened a shelter in Khujand',
    marking: 'U',
    version: 1,
    recordedBy: 'user-1',
    recordedAt: '2009-10-13T04:00:00.000Z',
    recommendationIds: ['rec-1'],
    completes: [],
    ...change,
  } as EffortView;
  return { ...row, credit: governmentCredit(row) };
}

function figure(change: Partial<StatisticView>): StatisticView {
  made += 1;
  const row = {
    id: `figure-${made}`,
    planId: 'plan-1',
    postId: 'DUSHANBE',
    from: '2009-05-01',
    until: '2009-09-30',
    term: 'prosecutions',
    category: 'prosecution',
    basis: 'trafficking-offence',
    evidence: null,
    count: 4,
    unit: 'cases',
    article: null,
    source: null,
    recommendationId: null,
    version: 1,
    recordedBy: 'user-1',
    recordedAt: '2009-10-13T04:00:00.000Z',
    ...change,
  } as StatisticView;
  return { ...row, acceptance: statisticAcceptance(row) };
}

function narrative(change: Partial<NarrativeSources> = {}) {
  return assembleNarrative({
    planId: 'plan-1',
    country: { id: 'TJK', name: 'Tajikistan' },
    cycle: { id: '2009', name: '2009–10', reportYear: 2009 },
    span: {
      window: { from: '2009-05-01', until: '2009-11-30', source: 'reading' },
      asOf: '2009-11-04',
    },
    subjects: [
      { id: 'rec-1', number: 1, text: 'Shelter identified victims.', marking: 'U' },
      { id: 'rec-2', number: 2, text: 'Try officials who take part in trafficking', marking: 'SBU' },
    ],
    efforts: [],
    statistics: [],
    chosen: { scaleWord: null, version: 0 },
    ...change,
  });
}

const textsOf = (assembled: ReturnType<typeof narrative>, index: number) =>
  assembled.passages[index]?.sentences.map((sentence) => sentence.text);

describe('the passages of a narrative', () => {
  it('stand for every high-priority recommendation in order, done or not, each sentence with its entries', () => {
    const opened = effort({});
    const assembled = narrative({ efforts: [opened] });
    expect(assembled.passages).toEqual([
      {
        recommendationId: 'rec-1',
        number: 1,
        text: 'Shelter identified victims.',
        hasNews: true,
        waiting: [],
        marking: 'U',
        sentences: [
          {
            text: 'On 12 October 2009, the ministry of labor opened a shelter in Khujand.',
            entries: [opened.id],
            statistics: [],
          },
        ],
      },
      {
        recommendationId: 'rec-2',
        number: 2,
        text: 'Try officials who take part in trafficking',
        hasNews: false,
        waiting: [],
        marking: 'SBU',
        sentences: [
          {
            text: 'The government did not report action between 1 May and 4 November 2009 on the recommendation “Try officials who take part in trafficking.”',
            entries: [],
            statistics: [],
          },
        ],
      },
    ]);
  });

  it('tell entries by date, whatever the order in which they were logged', () => {
    const efforts = [
      effort({ happenedOn: '2009-10-12', text: 'The court in Khujand convicted two men.' }),
      effort({ happenedOn: '2009-06-02', text: 'A prosecutor opened the case.' }),
    ];
    expect(textsOf(narrative({ efforts }), 0)).toEqual([
      'On 2 June 2009, a prosecutor opened the case.',
      'On 12 October 2009, the court in Khujand convicted two men.',
    ]);
  });

  it('keep a text that may lack its subject as it was written, with actor and day in brackets', () => {
    const efforts = [effort({ text: 'Opened a shelter in Khujand' })];
    expect(textsOf(narrative({ efforts }), 0)).toEqual([
      'Opened a shelter in Khujand (act of the government, 12 October 2009).',
    ]);
  });

  it('do not repeat a day that the text already names', () => {
    const efforts = [
      effort({ text: 'Parliament ratified the protocol on October 12, 2009.' }),
      effort({ text: 'On 12 October 2009 parliament also amended the code' }),
    ];
    expect(textsOf(narrative({ efforts }), 0)).toEqual([
      'Parliament ratified the protocol on October 12, 2009.',
      'On 12 October 2009 parliament also amended the code.',
    ]);
  });

  it('name an outsider who ran the act, what the government paid and what part it took', () => {
    const efforts = [
      effort({
        happenedOn: '2009-09-01',
        ranBy: 'igo',
        governmentGave: ['premises'],
        role: 'The academy lent its rooms',
        text: 'The mission trained 30 judges.',
      }),
      effort({
        happenedOn: '2009-09-02',
        ranBy: 'ngo',
        paidBy: 'government',
        text: 'A hotline took its first calls.',
      }),
    ];
    expect(textsOf(narrative({ efforts }), 0)).toEqual([
      'On 1 September 2009, the mission trained 30 judges (act of an international organization). The government’s part: The academy lent its rooms.',
      'On 2 September 2009, a hotline took its first calls (act of a non-governmental organization). The government bore the cost.',
    ]);
  });

  it('tell an act that serves two recommendations once, and point back to it in the second passage', () => {
    const shared = effort({ recommendationIds: ['rec-1', 'rec-2'] });
    const own = effort({
      recommendationIds: ['rec-2'],
      happenedOn: '2009-10-20',
      text: 'A judge was tried.',
    });
    const second = narrative({ efforts: [shared, own] }).passages[1];
    expect(second?.sentences).toEqual([
      { text: 'On 20 October 2009, a judge was tried.', entries: [own.id], statistics: [] },
      {
        text: 'The act of 12 October 2009 reported above also served the recommendation “Try officials who take part in trafficking.”',
        entries: [shared.id],
        statistics: [],
      },
    ]);
    expect(second?.hasNews).toBe(true);
  });

  it('say that nothing was reported where all that was logged earns no credit or lies outside the window', () => {
    const outsiders = effort({ ranBy: 'ngo', paidBy: 'ngo' });
    const open = effort({ ranBy: 'ngo', paidBy: 'ngo', governmentGave: ['premises'] });
    const early = effort({ happenedOn: '2009-04-30' });
    const late = effort({ happenedOn: '2009-12-01' });
    const assembled = narrative({ efforts: [outsiders, open, early, late] });
    expect(textsOf(assembled, 0)).toEqual([
      'The government did not report action between 1 May and 4 November 2009 on the recommendation “Shelter identified victims.”',
    ]);
    expect(assembled.passages[0]?.waiting).toEqual([open.id]);
    expect(assembled.uncredited.map(({ effortId, reason, missing }) => [effortId, reason, missing])).toEqual([
      [early.id, 'outside-window', []],
      [outsiders.id, 'no-credit', []],
      [open.id, 'credit-if-role-shown', ['role']],
      [late.id, 'outside-window', []],
    ]);
  });

  it('list the reasons of the credit rule beside each act that earned none', () => {
    const [apart] = narrative({ efforts: [effort({ ranBy: 'us', paidBy: 'us' })] }).uncredited;
    expect(apart?.reasons.map((reason) => reason.code)).toEqual([
      'outsider-ran',
      'outsider-paid',
      'government-gave-nothing',
    ]);
  });

  it('keep credited acts for other recommendations out of the text, and list them', () => {
    const elsewhere = effort({ recommendationIds: ['rec-9'] });
    const assembled = narrative({ efforts: [elsewhere] });
    expect(assembled.passages.every((passage) => !passage.hasNews)).toBe(true);
    expect(assembled.elsewhere.map((entry) => entry.effortId)).toEqual([elsewhere.id]);
    expect(assembled.uncredited).toEqual([]);
  });

  it('carry the highest mark of the recommendation and of the entries they tell', () => {
    const told = effort({ marking: 'SBU' });
    const apart = effort({ marking: 'SBU', ranBy: 'us', paidBy: 'us' });
    expect(narrative({ efforts: [told] }).passages[0]?.marking).toBe('SBU');
    expect(narrative({ efforts: [apart] }).passages[0]?.marking).toBe('U');
  });

  it('count the first and the last day of the window as inside', () => {
    const efforts = [effort({ happenedOn: '2009-05-01' }), effort({ happenedOn: '2009-11-30' })];
    expect(narrative({ efforts }).passages[0]?.sentences).toHaveLength(2);
  });
});

describe('the figures of a narrative', () => {
  it('are told with number, unit and period, and say when there is nothing to compare', () => {
    const counted = figure({});
    expect(narrative({ statistics: [counted] }).statistics).toEqual([
      {
        text: 'Between 1 May and 30 September 2009, the government reported prosecutions in 4 cases. No comparable figure for an earlier period was on record.',
        entries: [],
        statistics: [counted.id],
      },
    ]);
  });

  it('stand beside the latest like figure of an earlier period, and beside no unlike one', () => {
    const now = figure({ count: 1 });
    const year = figure({ from: '2008-05-01', until: '2008-09-30', count: 13 });
    const older = figure({ from: '2007-05-01', until: '2007-09-30', count: 2 });
    const persons = figure({ from: '2009-01-01', until: '2009-04-30', unit: 'persons', count: 40 });
    const assembled = narrative({ statistics: [now, year, older, persons] });
    expect(assembled.statistics).toEqual([
      {
        text: 'Between 1 May and 30 September 2009, the government reported a prosecution in 1 case. For the period from 1 May 2008 to 30 September 2008 it had reported prosecutions in 13 cases.',
        entries: [],
        statistics: [now.id, year.id],
      },
    ]);
    expect(assembled.statisticsOutsideWindow.map((apart) => apart.statisticId)).toEqual([
      older.id,
      persons.id,
    ]);
  });

  it('never add cases to persons: each has its own sentence', () => {
    const statistics = [figure({ count: 4 }), figure({ count: 9, unit: 'persons' })];
    const texts = narrative({ statistics }).statistics.map((sentence) => sentence.text);
    expect(texts.map((text) => /prosecutions (in|of) (\d+ \w+)/.exec(text)?.[2])).toEqual([
      '4 cases',
      '9 persons',
    ]);
  });

  it('keep the host’s own term and the article', () => {
    const statistics = [
      figure({
        term: 'arrest warrants',
        category: 'investigation',
        count: 1,
        unit: 'persons',
        article: '130.1',
      }),
    ];
    expect(narrative({ statistics }).statistics[0]?.text).toContain(
      'the government reported an investigation of 1 person under article 130.1 (in its own term, “arrest warrants”).',
    );
  });

  it('are news on the recommendation they are logged on', () => {
    const convicted = figure({
      term: 'convictions',
      category: 'conviction',
      count: 3,
      unit: 'persons',
      recommendationId: 'rec-2',
    });
    const assembled = narrative({ statistics: [convicted] });
    expect(assembled.passages[1]?.hasNews).toBe(true);
    expect(textsOf(assembled, 1)).toEqual([
      'Between 1 May and 30 September 2009, the government reported convictions of 3 persons. No comparable figure for an earlier period was on record.',
    ]);
    expect(assembled.statistics).toEqual([]);
  });

  it('are no news when they are zero, and are told as zero', () => {
    const none = figure({ term: 'convictions', category: 'conviction', count: 0, recommendationId: 'rec-2' });
    const assembled = narrative({ statistics: [none] });
    expect(assembled.passages[1]?.hasNews).toBe(false);
    expect(textsOf(assembled, 1)?.[0]).toMatch(/^The government did not report action/);
    expect(textsOf(assembled, 1)?.[1]).toContain('the government reported no convictions, counted in cases.');
  });

  it('are listed apart with the reason when the rule refuses them, or when their period leaves the window', () => {
    const related = figure({ basis: 'related' });
    const unmapped = figure({ category: null });
    const partly = figure({ from: '2009-01-01' });
    const assembled = narrative({ statistics: [related, unmapped, partly] });
    expect(assembled.statistics).toEqual([]);
    expect(
      assembled.refusedStatistics.map(({ statisticId, reasons }) => [statisticId, reasons[0]?.code]),
    ).toEqual([
      [related.id, 'related-offence'],
      [unmapped.id, 'no-category'],
    ]);
    expect(assembled.statisticsOutsideWindow.map((apart) => apart.statisticId)).toEqual([partly.id]);
  });
});

describe('the opening of a narrative', () => {
  it('shows an open slot until a person has chosen the measure', () => {
    expect(narrative().opening).toEqual({
      text: 'The Government of Tajikistan made [word of measure to be chosen] progress between 1 May and 4 November 2009 on the points raised with it after the 2009 report.',
      scaleWord: null,
      isOpen: true,
    });
  });

  it('uses the word that was chosen, however much was logged', () => {
    const efforts = Array.from({ length: 9 }, () => effort({}));
    const { opening } = narrative({ efforts, chosen: { scaleWord: 'negligible', version: 1 } });
    expect(opening.text).toContain('made negligible progress');
    expect(opening.isOpen).toBe(false);
  });
});

describe('the words of a narrative', () => {
  it('speak of no tier and forecast nothing wherever they are the room’s own', () => {
    const efforts = [effort({ recommendationIds: ['rec-1', 'rec-2'] }), effort({ text: 'Opened a shelter' })];
    const statistics = [figure({}), figure({ count: 0, recommendationId: 'rec-2' })];
    for (const scaleWord of SCALE_WORDS) {
      const assembled = narrative({ efforts, statistics, chosen: { scaleWord, version: 1 } });
      expect(assembled.objections).toEqual([]);
    }
  });

  it('raise an objection to an officer’s sentence on tiers, and leave the sentence where it is', () => {
    const boast = effort({ text: 'The minister said that the country deserved Tier 2' });
    const assembled = narrative({ efforts: [boast] });
    const sentence = 'On 12 October 2009, the minister said that the country deserved Tier 2.';
    expect(textsOf(assembled, 0)).toEqual([sentence]);
    expect(assembled.objections).toEqual([
      {
        place: 'passage',
        recommendationId: 'rec-1',
        sentence,
        entries: [boast.id],
        findings: tierWordsIn(sentence),
      },
    ]);
    expect(assembled.objections[0]?.findings[0]?.found).toBe('Tier 2');
  });

  it('are counted as a reader counts them', () => {
    const { wordCount, opening, passages } = narrative();
    const all = [opening.text, ...passages.flatMap((passage) => passage.sentences.map(({ text }) => text))];
    expect(wordCount).toBe(all.join(' ').split(' ').length);
  });

  it('are the same for the same sources', () => {
    const efforts = [effort({}), effort({ happenedOn: '2009-06-01' })];
    expect(narrative({ efforts })).toEqual(narrative({ efforts }));
  });
});
