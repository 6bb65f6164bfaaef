import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Actor, SYSTEM_ACTOR, Users } from '@demarche/access';
import { readDocxText } from '../../../../test/support/docx-text';
import { Efforts, Statistics } from '@demarche/progress';
import { CycleKeeping } from '@demarche/register';
import { Review } from '@demarche/review';
import { unzipSync } from 'fflate';
import {
  openPaperRooms,
  type PaperRooms,
  planWithRecommendations,
} from '../../../../test/support/paper-rooms';
import { releaseSubject } from '../paper-view';

/** Every byte that leaves with a non-paper, form by form: file names, each part of the Word file, text, page, facts. */
async function everyByteOf(rooms: PaperRooms, paperId: string): Promise<string> {
  const { desk } = rooms.staff;
  const view = await rooms.kept.open(desk, paperId);
  const word = await rooms.reading.file(desk, paperId, 'docx');
  const plain = await rooms.reading.file(desk, paperId, 'txt');
  const parts = Object.entries(unzipSync(word.bytes)).map(
    ([name, part]) => `${name}\n${Buffer.from(part).toString('utf8')}`,
  );
  return [
    word.filename,
    ...parts,
    readDocxText(word.bytes).join('\n'),
    plain.filename,
    plain.bytes.toString('utf8'),
    view.paper.text,
    JSON.stringify(view.paper.facts),
    JSON.stringify(view.sheet),
    JSON.stringify(view.blocks),
  ].join('\n');
}

/** What no non-paper may hold in any form, whole words, case as written. */
const FORBIDDEN_WORDS = [
  /\(S?B?U\)/,
  /\bSTATE\b/,
  /\bREF\b/,
  /\bCLINTON\b/,
  /\bEnd non-paper\b/,
  /\bBegin\b/,
  /\bG\/TIP\b/,
  /\bPosts?\b/,
  /\bWatch List\b/i,
  /\bTier\b/i,
  /\bEmbassy\b/i,
  /\bTIP\b/,
  /\bK(?:TIP|CRM|WMN)\b/,
  /\bDana Desk\b/,
  /\bDushanbe\b/i,
  /\bSENSITIVE\b/i,
  /\bUNCLAS/i,
  /<w:(?:ins|del|comment\w*)\b/,
  /<dc:creator|<cp:lastModifiedBy|<Company|<Manager|<Application/,
];

function expectCleanOf(bytes: string): void {
  expect(FORBIDDEN_WORDS.flatMap((forbidden) => forbidden.exec(bytes)?.[0] ?? [])).toEqual([]);
}

class Canaries {
  readonly planted: string[] = [];

  /** A new secret, one word that nothing else contains. */
  next(): string {
    const secret = `Zq${(this.planted.length + 1001).toString(36)}Canary`;
    this.planted.push(secret);
    return secret;
  }
}

describe('what a non-paper loses', () => {
  let rooms: PaperRooms;
  beforeEach(async () => void (rooms = await openPaperRooms()));
  afterEach(() => rooms.close());

  const generate = async (actor: Actor, planId: string) =>
    (await rooms.making.generate(actor, { planId, kind: 'non-paper' })).id;

  async function author(canaries: Canaries): Promise<Actor> {
    const name = `${canaries.next()} ${canaries.next()}`;
    const title = canaries.next();
    const email = `${canaries.next()}@example.test`.toLowerCase();
    const userId = await rooms.rooms
      .get(Users)
      .create(SYSTEM_ACTOR, { name, title, email, role: 'desk-officer', postIds: [] });
    return new Actor({ userId, name, role: 'desk-officer', postIds: [] });
  }

  function cableWith(canaries: Canaries): string {
    const items = [1, 2, 3].map((item) => `-- Take step ${item}. [Note: ${canaries.next()}.]`);
    return [
      'VZCZCXYZ0001',
      'P 251732Z AUG 09',
      'FM SECSTATE WASHDC',
      'TO AMEMBASSY DUSHANBE PRIORITY',
      '',
      'UNCLAS STATE 077001',
      '',
      'SENSITIVE',
      'SIPDIS',
      '',
      'E.O. 12958: N/A',
      'TAGS: KTIP, PREL, TI',
      `SUBJECT: TAJIKISTAN: ${canaries.next()} ACTION PLAN (2009-2010)`,
      '',
      'REF: A. 08 STATE 132759',
      '     B. 07 STATE 150188',
      '',
      ...[1, 2, 3, 4].flatMap((number) => [`${number}. (SBU) Ask ${canaries.next()} about it.`, '']),
      '5. (SBU) Begin action plan:',
      '',
      'A. High-priority steps:',
      '',
      ...items.flatMap((item) => [item, '']),
      'End action plan.',
      '',
      `6. (U) Thanks to ${canaries.next()}.`,
      'CLINTON',
      '',
    ].join('\n');
  }

  async function askWithSecrets(planId: string, by: Actor, canaries: Canaries): Promise<string[]> {
    const ids: string[] = [];
    for (let place = 1; place <= 20; place += 1) {
      const { id, version } = await rooms.recommendations.add(by, {
        planId,
        priority: place % 2 ? 'high' : 'other',
        pillar: place % 2 ? null : 'protection',
        text: `Old wording ${canaries.next()}.`,
        note: `${canaries.next()}, ${canaries.next()}`,
        marking: 'SBU',
      });
      const change = { text: `Do thing ${place}. [Note: ${canaries.next()}]`, note: canaries.next() };
      const reworded = await rooms.recommendations.reword(by, {
        id,
        version,
        ...change,
        reason: canaries.next(),
      });
      if (place > 15)
        await rooms.recommendations.drop(by, {
          id,
          version: reworded.version,
          reason: `Away ${canaries.next()}`,
        });
      ids.push(id);
    }
    return ids.slice(0, 15);
  }

  async function logWithSecrets(
    planId: string,
    recommendationIds: string[],
    canaries: Canaries,
  ): Promise<void> {
    const { desk } = rooms.staff;
    for (const recommendationId of recommendationIds) {
      await rooms.rooms.get(Efforts).record(desk, {
        planId,
        recommendationIds: [recommendationId],
        happenedOn: '2009-10-12',
        ranBy: 'ngo',
        governmentGave: ['staff'],
        text: canaries.next(),
        role: canaries.next(),
        source: canaries.next(),
      });
      await rooms.rooms.get(Statistics).record(desk, {
        planId,
        recommendationId,
        from: '2009-05-01',
        until: '2009-09-30',
        term: canaries.next(),
        evidence: canaries.next(),
        article: canaries.next(),
        source: canaries.next(),
        count: 4,
        unit: 'persons',
      });
      await rooms.deadlines.set(desk, {
        planId,
        recommendationId,
        kind: 'recommendation',
        title: canaries.next(),
        statutoryOn: '2009-12-11',
        ownerId: desk.userId,
      });
    }
  }

  async function commentWithSecrets(paperId: string, by: Actor, canaries: Canaries): Promise<void> {
    const review = rooms.rooms.get(Review);
    const subject = releaseSubject(await rooms.kept.open(by, paperId));
    for (let round = 0; round < 5; round += 1) {
      const { id } = await review.propose(by, { ...subject, title: canaries.next() });
      await review.refuse(rooms.staff.secondDesk, id, { reason: canaries.next() });
    }
  }

  it('200 secrets and more, planted in notes, wordings, logs, comments, names and cables: none is found in any byte', async () => {
    const canaries = new Canaries();
    const by = await author(canaries);
    const text = cableWith(canaries);
    const imported = await rooms.importing.import(by, {
      text,
      countryId: 'TJK',
      cycleId: '2009',
      placementReason: 'no-increasing-efforts',
    });
    await rooms.rooms.get(CycleKeeping).setMilestone(rooms.staff.administrator, {
      cycleId: '2009',
      kind: 'post-answers',
      nature: 'instructed',
      on: '2010-02-15',
      source: canaries.next(),
    });
    const ids = await askWithSecrets(imported.id, by, canaries);
    await logWithSecrets(imported.id, ids, canaries);
    await rooms.making.generate(by, { planId: imported.id, kind: 'cable' });
    await commentWithSecrets(await generate(by, imported.id), by, canaries);

    const paperId = await generate(by, imported.id);
    const bytes = await everyByteOf(rooms, paperId);
    expect(canaries.planted.length).toBeGreaterThanOrEqual(200);
    expect(new Set(canaries.planted).size).toBe(canaries.planted.length);
    const leaked = canaries.planted.filter((secret) => bytes.toLowerCase().includes(secret.toLowerCase()));
    expect(leaked).toEqual([]);
    expect(bytes).not.toMatch(/canary/i);
    expectCleanOf(bytes);
    for (const place of [1, 2, 3]) expect(bytes).toContain(`Take step ${place}.`);
    for (const place of [1, 8, 15]) expect(bytes).toContain(`Do thing ${place}.`);
  });

  it('the same secrets are in the cable where they belong, so that the search is known to find them', async () => {
    const canaries = new Canaries();
    const planId = await planWithRecommendations(rooms, [
      { priority: 'high', text: 'Act.', note: `Ask ${canaries.next()} first.` },
    ]);
    const { id } = await rooms.making.generate(rooms.staff.desk, { planId, kind: 'cable' });
    const bytes = await everyByteOf(rooms, id);
    expect(canaries.planted.filter((secret) => !bytes.includes(secret))).toEqual([]);
    expect(() => expectCleanOf(bytes)).toThrow();
  });

  it('the file says no day, no author and no program', async () => {
    const planId = await planWithRecommendations(rooms);
    const paperId = await generate(rooms.staff.desk, planId);
    const { bytes } = await rooms.reading.file(rooms.staff.desk, paperId, 'docx');
    const parts = unzipSync(bytes);
    const core = Buffer.from(parts['docProps/core.xml'] ?? []).toString('utf8');
    expect(
      core
        .replace(/<[^>]*>/g, ' ')
        .split(/\s+/)
        .filter(Boolean)
        .join(' '),
    ).toBe(
      'Tajikistan: suggested steps against trafficking in persons 1980-01-01T00:00:00.000Z 1980-01-01T00:00:00.000Z',
    );
    expect(Object.keys(parts).filter((name) => /comment|custom|people|header/i.test(name))).toEqual([]);
  });

  // The reference texts lie outside the project: named by DEMARCHE_CORPUS, else beside the checkout, else not there at all.
  const given = process.env.DEMARCHE_CORPUS;
  const folder = given || join(__dirname, '../../../../shared');
  const isGiven = Boolean(given) || existsSync(folder);
  if (!isGiven) process.stdout.write('reference corpus not given: 1 not run\n');

  (isGiven ? it : it.skip)('the plan of the sample cable, in full and clean', async () => {
    const { desk } = rooms.staff;
    const text = readFileSync(join(folder, 'corpus/09STATE88558-tajikistan.txt'), 'utf8');
    const { id, recommendations } = await rooms.importing.import(desk, {
      text,
      countryId: 'TJK',
      cycleId: '2009',
      placementReason: 'no-increasing-efforts',
    });
    expect(recommendations).toBe(17);
    const paperId = await generate(desk, id);
    expectCleanOf(await everyByteOf(rooms, paperId));
    const { blocks } = await rooms.kept.open(desk, paperId);
    const asked = blocks.flatMap((block) => (block.kind === 'ask' ? [block] : []));
    const { standing } = await rooms.plans.open(desk, id);
    expect(asked.map((block) => block.text)).toEqual(standing.map((one) => one.text));
    expect(asked.map((block) => block.label).join(' ')).toBe(
      'A1 A2 A3 A4 A5 B1 B2 B3 C1 C2 C3 C4 C5 C6 D1 D2 D3',
    );
  });
});
