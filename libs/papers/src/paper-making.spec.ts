import { Audit } from '@demarche/access';
import { Forbidden, Invalid, NotFound, sha256 } from '@demarche/base';
import { readCable } from '@demarche/cables';
import { readDocxText } from '../../../test/support/docx-text';
import { Narratives } from '@demarche/narratives';
import { Plan } from '@demarche/plans';
import { Efforts, Statistics } from '@demarche/progress';
import { Review } from '@demarche/review';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  emptyOfPlans,
  RECOMMENDATIONS,
  openPaperRooms,
  type PaperRooms,
  planWithRecommendations,
} from '../../../test/support/paper-rooms';
import { wordsOfBlock } from './text/block-words';
import { PAPER_KINDS, type PaperKind } from './paper-kind';
import { PaperReleases } from './paper-releases.service';
import { releaseSubject } from './paper-view';

describe('papers', () => {
  let rooms: PaperRooms;
  let planId: string;

  beforeAll(async () => void (rooms = await openPaperRooms()));
  beforeEach(async () => {
    await emptyOfPlans(rooms);
    planId = await planWithRecommendations(rooms);
  });
  afterAll(() => rooms.close());

  const make = (kind: PaperKind, actor = rooms.staff.desk) => rooms.making.generate(actor, { planId, kind });
  const made = async (kind: PaperKind) => rooms.kept.open(rooms.staff.desk, (await make(kind)).id);
  const said = async (kind: PaperKind) => (await made(kind)).blocks.map(wordsOfBlock);

  it.each(PAPER_KINDS)(
    'a %s is kept with its text, its hashes and its facts, under the next number',
    async (kind) => {
      await make(kind);
      const { id, number } = await make(kind);
      const { paper, madeByName } = await rooms.kept.open(rooms.staff.desk, id);
      expect(number).toBe(2);
      expect(paper).toMatchObject({ planId, kind, number: 2, madeAt: '2009-11-04T14:00:00.000Z' });
      expect(paper.textHash).toBe(sha256(paper.text));
      expect(paper.templateHash).toMatch(/^[0-9a-f]{64}$/);
      expect(paper.facts).toMatchObject({
        country: { name: 'Tajikistan', government: 'Government of Tajikistan' },
      });
      expect(madeByName).toBe('Dana Desk');
      expect((await rooms.kept.of(rooms.staff.desk, planId)).map((row) => row.number)).toEqual([2, 1]);
      const entries = await rooms.rooms.get(Audit).entries(rooms.staff.administrator, { subjectId: id });
      expect(entries).toEqual([
        expect.objectContaining({
          action: 'paper.generate',
          subjectKind: 'paper',
          detail: expect.objectContaining({ planId, kind, number: 2 }),
        }),
      ]);
    },
  );

  const confirmPlacement = (id: string) =>
    rooms.rooms
      .get<DataSource>(getDataSourceToken())
      .getRepository(Plan)
      .update({ id }, { placementConfirmedBy: rooms.staff.desk.userId });

  describe('the cable', () => {
    it('tells the post what to do, by when, and why', async () => {
      await rooms.deadlines.setFromMilestones(rooms.staff.desk, planId);
      const { blocks } = await made('cable');
      const paragraphs = blocks.filter((block) => block.kind === 'numbered');
      expect(paragraphs.map(({ number, mark }) => `${number} ${mark}`)).toEqual(
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => `${number} ${number === 9 ? 'SBU' : 'U'}`),
      );
      const text = blocks.map(wordsOfBlock).join('\n');
      expect(text).toContain('TO: AMEMBASSY DUSHANBE');
      expect(text).toContain('E.O. 12958: N/A');
      expect(text).toContain('TAGS: KTIP, KCRM, KWMN, PHUM, PREL, SMIG, TI');
      expect(text).toContain('SUBJECT: TAJIKISTAN: TIER 2 WATCH LIST ACTION PLAN, 2009–10');
      expect(text).toContain('Sunday, 15 November 2009');
      expect(text).toContain('the last working day before it is Friday, 13 November 2009');
      expect(text).toContain('due to Congress on 1 February 2010');
      expect(text).toContain('2 years in a row, counting reports made after 23 December 2008');
      expect(text).toContain('the 2011 report is the first in which this can happen');
      expect(text).toContain('up to 2 further years');
      expect(text).toContain('[Note for post: The deputy minister promised this in May.]');
      expect(text).toContain('did not find evidence that its efforts had grown');
    });

    it('states the law of its own year', async () => {
      const { id } = await rooms.drafting.create(rooms.staff.desk, {
        countryId: 'TJK',
        cycleId: '2024',
        placementReason: 'significant-victims',
      });
      await rooms.recommendations.add(rooms.staff.desk, { planId: id, priority: 'high', text: 'Act.' });
      await confirmPlacement(id);
      rooms.clock.set('2024-08-01T14:00:00.000Z');
      const { id: paperId } = await rooms.making.generate(rooms.staff.desk, { planId: id, kind: 'cable' });
      const { paper } = await rooms.kept.open(rooms.staff.desk, paperId);
      expect(paper.text).toContain('no more than one year');
      expect(paper.text).toContain('may stay there for 1 year only');
      expect(paper.text).toContain('concrete action has not kept pace');
      expect(paper.text).toContain('E.O. 13526');
      expect(paper.text).not.toContain('2011');
      expect(paper.text).not.toContain('promised for the year ahead');
      expect(paper.text).toContain(
        "The date for post's report on each high-priority step follows separately",
      );
    });

    it('is the same for the next country but for the names', async () => {
      const { desk } = rooms.staff;
      const placementReason = 'no-increasing-efforts' as const;
      const { id } = await rooms.drafting.create(desk, {
        countryId: 'KHM',
        cycleId: '2009',
        placementReason,
      });
      for (const asked of RECOMMENDATIONS) await rooms.recommendations.add(desk, { planId: id, ...asked });
      await confirmPlacement(id);
      const made = await rooms.making.generate(desk, { planId: id, kind: 'cable' });
      const first = await rooms.kept.open(desk, (await make('cable')).id);
      const second = await rooms.kept.open(desk, made.id);
      const renamed = first.paper.text
        .replaceAll('Tajikistan', 'Cambodia')
        .replaceAll('TAJIKISTAN', 'CAMBODIA')
        .replaceAll('Dushanbe', 'Phnom Penh')
        .replaceAll('DUSHANBE', 'PHNOM PENH')
        .replace(', TI\n', ', CB\n');
      expect(second.paper.text).toBe(renamed);
    });

    it('has a form of its own, which no other paper has', async () => {
      const { desk } = rooms.staff;
      const { id } = await make('cable');
      const file = await rooms.reading.file(desk, id, 'cable');
      expect(file.filename).toBe('tajikistan-2009-10-cable-1-for-transmission.txt');
      expect(file.bytes.toString('ascii')).toMatch(
        /^FM SECSTATE WASHDC\nTO AMEMBASSY DUSHANBE ROUTINE\n\nUNCLAS SECTION 01 OF 0\d STATE\n\nSENSITIVE\n/,
      );
      const { id: other } = await make('non-paper');
      await expect(rooms.reading.file(desk, other, 'cable')).rejects.toThrow(Invalid);
    });

    it('is read back by the cable reader as what was asked', async () => {
      const file = await rooms.reading.file(rooms.staff.desk, (await make('cable')).id, 'cable');
      const sent = file.bytes
        .toString('ascii')
        .replace('FM', 'R 041400Z NOV 09\nFM')
        .replace(/ STATE\n/g, ' STATE 012345\n');
      const cable = readCable(sent);
      expect(cable.paragraphs).toHaveLength(10);
      expect(cable.talkingPoints).toHaveLength(7);
      expect(cable.recommendations.map(({ priority, pillar }) => pillar ?? priority)).toEqual(
        RECOMMENDATIONS.map(({ priority, pillar }) => pillar ?? priority),
      );
      expect(cable.recommendations[0]?.text).toBe(RECOMMENDATIONS[0]?.text);
    });

    it('is not written with letters that no cable can carry', async () => {
      const { desk } = rooms.staff;
      const text = 'Ask Душанбе.';
      await rooms.recommendations.add(desk, { planId, priority: 'high', text });
      await expect(make('cable')).rejects.toMatchObject({
        reasons: [expect.objectContaining({ field: 'A6', code: 'cable-character' })],
      });
      await expect(make('non-paper')).resolves.toMatchObject({ number: 1 });
    });

    it('keeps the label of every recommendation when another one is dropped', async () => {
      const { recommendations } = await rooms.plans.open(rooms.staff.desk, planId);
      const second = recommendations[1];
      await rooms.recommendations.drop(rooms.staff.desk, {
        id: second?.id ?? '',
        version: 1,
        reason: 'Done.',
      });
      const labels = (await made('cable')).blocks.flatMap((block) =>
        block.kind === 'ask' ? block.label : [],
      );
      expect(labels).toEqual([
        'A1',
        'A3',
        'A4',
        'A5',
        'B1',
        'B2',
        'B3',
        'C1',
        'C2',
        'C3',
        'C4',
        'C5',
        'C6',
        'D1',
        'D2',
        'D3',
      ]);
    });

    it.each([
      ['asks for nothing', 'EGY', /asks for nothing yet/],
      ['has no post to go to', 'SYR', /No post deals with Syria/],
    ])('is not written for a plan that %s', async (_why, countryId, message) => {
      const { desk } = rooms.staff;
      const placementReason = 'no-increasing-efforts';
      const { id } = await rooms.drafting.create(desk, { countryId, cycleId: '2009', placementReason });
      if (countryId === 'SYR')
        await rooms.recommendations.add(desk, { planId: id, priority: 'high', text: 'Act.' });
      const refusal = rooms.making.generate(desk, { planId: id, kind: 'cable' });
      await expect(refusal).rejects.toMatchObject({ code: 'state', message: expect.stringMatching(message) });
    });
  });

  it('the talking points stand alone, seven points and the steps to have at hand', async () => {
    const { blocks } = await made('talking-points');
    expect(blocks.filter(({ kind }) => kind === 'bullet')).toHaveLength(7);
    expect(blocks.filter(({ kind }) => kind === 'ask')).toHaveLength(5);
    expect(blocks.filter(({ kind }) => kind === 'note' || kind === 'numbered')).toEqual([]);
  });

  it('the non-paper carries the country, an introduction and what is asked', async () => {
    const lines = await said('non-paper');
    expect(lines[0]).toBe('Tajikistan: suggested steps against trafficking in persons');
    expect(lines.slice(3, 8)).toEqual(
      RECOMMENDATIONS.slice(0, 5).map(({ text }, index) => `A${index + 1}. ${text}`),
    );
    expect(lines).toHaveLength(4 + RECOMMENDATIONS.length + 3);
  });

  it.each([
    ['Fund it as told in STATE 12345.', 'cable-number', 'STATE 12345'],
    ['Fund it. (SBU)', 'portion-mark', '(SBU)'],
    ['Post will explain.', 'post', 'Post'],
    ['Ask Dana Desk.', 'name', 'Dana Desk'],
    ['Fund it [ask whom].', 'note', '['],
  ])('no non-paper is made while a recommendation says “%s”', async (text, code, found) => {
    await rooms.recommendations.add(rooms.staff.desk, {
      planId,
      priority: 'other',
      pillar: 'prevention',
      text: `${text} Then go on.`,
    });
    const refusal = await make('non-paper').then(
      () => null,
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(Invalid);
    const reasons = (refusal as Invalid).reasons;
    expect(reasons).toContainEqual(expect.objectContaining({ field: 'D4', code }));
    expect(reasons.map(({ message }) => message).join()).toContain(`Recommendation D4 says “${found}”`);
    expect(await rooms.kept.of(rooms.staff.desk, planId)).toEqual([]);
    await expect(make('cable')).resolves.toMatchObject({ number: 1 });
  });

  it.each(['cable', 'talking-points'] as const)(
    'a %s says that a country was placed on the list only when the register or a person says so',
    async (kind) => {
      const { desk } = rooms.staff;
      const plan = { countryId: 'AUS', cycleId: '2009', placementReason: 'no-increasing-efforts' as const };
      const { id } = await rooms.drafting.create(desk, plan);
      await rooms.recommendations.add(desk, { planId: id, priority: 'high', text: 'Act.' });
      const makeIt = async () => {
        const { id: paperId } = await rooms.making.generate(desk, { planId: id, kind });
        return rooms.kept.open(desk, paperId);
      };
      const unknown = await makeIt();
      expect(unknown.openSlots.map(({ slot }) => slot)).toContainEqual(
        expect.stringMatching(/^\[Placement of Australia in the 2009 report.*to be confirmed\.\]$/),
      );
      expect(unknown.paper.text).not.toMatch(/placed on the|is on the Tier 2 Watch List/);
      await confirmPlacement(id);
      const confirmed = await makeIt();
      expect(confirmed.openSlots).toEqual([]);
      expect(confirmed.paper.text).toContain(
        'Australia is on the Tier 2 Watch List in the 2009 report because',
      );
    },
  );

  it('one further step is told of in the singular', async () => {
    const { desk } = rooms.staff;
    const plan = { countryId: 'KHM', cycleId: '2009', placementReason: 'no-increasing-efforts' as const };
    const { id } = await rooms.drafting.create(desk, plan);
    await rooms.recommendations.add(desk, { planId: id, priority: 'high', text: 'Act.' });
    await rooms.recommendations.add(desk, { planId: id, priority: 'other', text: 'Count.' });
    const { id: paperId } = await rooms.making.generate(desk, { planId: id, kind: 'cable' });
    const { paper } = await rooms.kept.open(desk, paperId);
    expect(paper.text).toContain('1 suggestion for the longer run. It comes on top');
    expect(paper.text).toContain('1 further step that looks further ahead');
    expect(paper.text).toMatch(/^### B\. Other areas\n\* B1\. Count\.$/m);
  });

  describe('the interim assessment', () => {
    const log = async (text: string, given: object = {}) => {
      const { standing } = await rooms.plans.open(rooms.staff.post, planId);
      return rooms.rooms.get(Efforts).record(rooms.staff.post, {
        planId,
        recommendationIds: [standing[0]?.id ?? ''],
        happenedOn: '2009-10-12',
        ranBy: 'government',
        text,
        ...given,
      });
    };

    it('tells of every high-priority recommendation, and apart what is not counted and why', async () => {
      await log('The ministry opened a shelter in Khujand.');
      await log('A club held a concert.', { ranBy: 'ngo', paidBy: 'ngo' });
      await rooms.rooms.get(Statistics).record(rooms.staff.post, {
        planId,
        from: '2009-05-01',
        until: '2009-09-30',
        term: 'fines for prostitution',
        category: 'sentence',
        basis: 'related',
        count: 120,
        unit: 'persons',
      });
      await rooms.rooms
        .get(Narratives)
        .chooseScale(rooms.staff.desk, { planId, version: 0, scaleWord: 'modest' });
      const { blocks, paper, notes, openSlots } = await made('interim-assessment');
      expect(openSlots).toEqual([]);
      const text = blocks.map(wordsOfBlock).join('\n');
      expect(text).toContain('made modest progress');
      expect(text).toContain('opened a shelter in Khujand');
      expect(text).not.toMatch(/concert|prostitution|counted/);
      const beside = notes.flatMap(({ lines }) => lines).join('\n');
      expect(beside).toContain('A1: 1 act counted.');
      expect(beside).toContain('A5: 0 acts counted.');
      expect(beside).toMatch(
        /12 October 2009: A club held a concert\. It does not count for the government: /,
      );
      expect(beside).toMatch(/120 persons, .*“fines for prostitution”\. Refused: a related offense/);
      expect(text).not.toMatch(/\btier|watch list/i);
      expect(paper.marking).toBe('SBU');
    });

    it('keeps the drafter’s notes out of every file of it', async () => {
      await log('A club held a concert.', { ranBy: 'ngo', paidBy: 'ngo' });
      const { paper, notes } = await made('interim-assessment');
      expect(JSON.stringify(notes)).toContain('concert');
      const plain = await rooms.reading.file(rooms.staff.desk, paper.id, 'txt');
      const word = await rooms.reading.file(rooms.staff.desk, paper.id, 'docx');
      expect(plain.bytes.toString('utf8')).not.toMatch(/concert|notes/i);
      expect(readDocxText(word.bytes).join('\n')).not.toMatch(/concert|notes/i);
    });

    it('is not proposed for release, nor confirmed, while its word of measure is open', async () => {
      const { desk, secondDesk } = rooms.staff;
      const releases = rooms.rooms.get(PaperReleases);
      const open = await made('interim-assessment');
      const refusal = {
        reasons: [
          expect.objectContaining({
            code: 'open-slot',
            message: expect.stringContaining('paragraph 2: “[word of measure to be chosen]”'),
          }),
        ],
      };
      await expect(releases.propose(desk, open.paper.id)).rejects.toMatchObject(refusal);
      await rooms.rooms.get(Review).propose(desk, releaseSubject(open));
      await expect(releases.confirm(secondDesk, open.paper.id)).rejects.toMatchObject(refusal);
      await rooms.rooms.get(Narratives).chooseScale(desk, { planId, version: 0, scaleWord: 'some' });
      const filled = await made('interim-assessment');
      await releases.propose(desk, filled.paper.id);
      await releases.confirm(secondDesk, filled.paper.id);
      expect((await rooms.kept.open(desk, filled.paper.id)).standing.state).toBe('released');
    });

    it('is not made while anything in it speaks of tiers', async () => {
      await log('The minister asked whether Tier 2 is in reach.');
      await expect(make('interim-assessment')).rejects.toMatchObject({
        reasons: [expect.objectContaining({ code: 'names-tier' })],
      });
    });
  });

  describe('who may', () => {
    it('only a desk officer makes papers', async () => {
      for (const person of ['post', 'manager', 'clearer', 'administrator'] as const)
        await expect(make('cable', rooms.staff[person])).rejects.toThrow(Forbidden);
    });

    it('the post reads the papers of its own plan; another post learns nothing of them', async () => {
      const { id } = await make('cable');
      const { post, otherPost } = rooms.staff;
      expect((await rooms.kept.open(post, id)).paper.kind).toBe('cable');
      const missing = await rooms.kept.open(otherPost, 'nothing').catch((error: unknown) => error);
      const hidden = await rooms.kept.open(otherPost, id).catch((error: unknown) => error);
      expect(missing).toEqual(new NotFound('paper'));
      expect(hidden).toEqual(missing);
      await expect(rooms.reading.file(otherPost, id, 'docx')).rejects.toEqual(missing);
      await expect(rooms.kept.of(otherPost, planId)).rejects.toThrow(NotFound);
    });
  });

  it('a release is given for exactly one text, by two people', async () => {
    const review = rooms.rooms.get(Review);
    const { desk, secondDesk } = rooms.staff;
    const first = await made('non-paper');
    expect(first.standing.state).toBe('none');
    const { id } = await review.propose(desk, releaseSubject(first));
    expect((await rooms.kept.open(desk, first.paper.id)).standing.state).toBe('proposed');
    await review.confirm(secondDesk, id, { text: first.paper.text });
    expect((await rooms.kept.open(desk, first.paper.id)).standing.state).toBe('released');
    expect((await made('non-paper')).standing.state).toBe('none');
  });

  it.each(PAPER_KINDS)('the Word file of a %s says the same, paragraph by paragraph', async (kind) => {
    const view = await made(kind);
    const { filename, mediaType, bytes } = await rooms.reading.file(rooms.staff.desk, view.paper.id, 'docx');
    expect(readDocxText(bytes)).toEqual(view.blocks.map(wordsOfBlock));
    expect(mediaType).toContain('wordprocessingml');
    expect(filename).toBe(
      kind === 'non-paper' ? 'tajikistan-non-paper.docx' : `tajikistan-2009-10-${kind}-1.docx`,
    );
    const again = await rooms.reading.file(rooms.staff.desk, view.paper.id, 'docx');
    expect(again.bytes.equals(bytes)).toBe(true);
  });
});
