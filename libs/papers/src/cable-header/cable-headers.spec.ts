import { Audit } from '@demarche/access';
import { Conflict, Forbidden, NotFound } from '@demarche/base';
import { readCable } from '@demarche/cables';
import { readFileSync } from 'node:fs';
import {
  emptyOfPlans,
  openPaperRooms,
  type PaperRooms,
  planWithRecommendations,
} from '../../../../test/support/paper-rooms';
import { CableHeaders } from './cable-headers.service';

const LESOTHO = 'libs/cables/fixtures/09STATE70412-lesotho.txt';

describe('the header of a plan’s cables', () => {
  let rooms: PaperRooms;
  let planId: string;
  let headers: CableHeaders;

  beforeAll(async () => void (rooms = await openPaperRooms()));
  beforeEach(async () => {
    await emptyOfPlans(rooms);
    planId = await planWithRecommendations(rooms);
    headers = rooms.rooms.get(CableHeaders);
  });
  afterAll(() => rooms.close());

  const choice = { precedence: 'PRIORITY' as const, captions: 'sipdis', references: '08 STATE 132759' };
  const choose = (given: object = {}, by = rooms.staff.desk) =>
    headers.choose(by, { planId, version: 0, ...choice, ...given } as never);
  const fieldsOfCable = async (plan = planId) => {
    const { id } = await rooms.making.generate(rooms.staff.desk, { planId: plan, kind: 'cable' });
    const { blocks } = await rooms.kept.open(rooms.staff.desk, id);
    return blocks.flatMap((block) => (block.kind === 'field' ? [`${block.name}: ${block.text}`] : []));
  };

  it('is without haste, captions and references until a person or a source says otherwise', async () => {
    await expect(headers.of(rooms.staff.desk, planId)).resolves.toEqual({
      ...{ precedence: 'ROUTINE', captions: [], references: [], version: 0 },
      tags: ['KTIP', 'KCRM', 'KWMN', 'PHUM', 'PREL', 'SMIG', 'TI'],
      origin: 'default',
    });
    const fields = await fieldsOfCable();
    expect(fields.filter((line) => /^(CAPTIONS|REF)/.test(line))).toEqual(['CAPTIONS: SENSITIVE']);
  });

  it('is what a person chose, in the next cable', async () => {
    const references = '2008 STATE 132759\n09STATE005577, 08 STATE 132759';
    await expect(choose({ captions: 'sipdis, Noforn', references })).resolves.toBe(1);
    await expect(headers.of(rooms.staff.post, planId)).resolves.toMatchObject({
      ...{ captions: ['SIPDIS', 'NOFORN'], references: ['08STATE132759', '09STATE5577'], version: 1 },
      origin: 'chosen',
    });
    const fields = await fieldsOfCable();
    expect(fields).toEqual(
      expect.arrayContaining([
        'PRECEDENCE: PRIORITY',
        'CAPTIONS: SENSITIVE, SIPDIS, NOFORN',
        'TAGS: KTIP, KCRM, KWMN, PHUM, PREL, SMIG, TI',
        'REF: A. 08 STATE 132759',
        'REF: B. 09 STATE 5577',
      ]),
    );
  });

  it('has the tags that a person chose and no others, and the usual ones again when the choice is emptied', async () => {
    await choose({ tags: 'ktip, Phum, TX,KTIP' });
    expect(await fieldsOfCable()).toContain('TAGS: KTIP, PHUM, TX');
    await choose({ version: 1, tags: ' ' });
    expect((await headers.of(rooms.staff.desk, planId)).tags).toContain('TI');
  });

  it('comes from the cable that the plan was made from, with its letters, and cites that cable last', async () => {
    const { desk } = rooms.staff;
    const text = readFileSync(LESOTHO, 'utf8');
    const made = await rooms.importing.import(desk, {
      ...{ text, countryId: 'LSO', cycleId: '2009' },
      placementReason: 'no-increasing-efforts',
    });
    const header = await headers.of(desk, made.id);
    expect(header).toMatchObject({ origin: 'source', version: 0 });
    const source = await rooms.plans.source(desk, made.id);
    expect(header.references.at(-1)).toBe(source.cableNumber);
    expect(header.references.length).toBeGreaterThan(1);
    const { tags } = readCable(text);
    expect(tags.length).toBeGreaterThan(1);
    expect(header.tags).toEqual([...new Set([...tags, 'LT'])]);
    expect(await fieldsOfCable(made.id)).toContain(`TAGS: ${header.tags.join(', ')}`);
    expect((await fieldsOfCable(made.id))[0]).toBe(`PRECEDENCE: ${header.precedence}`);
    expect(header.precedence).not.toBe('ROUTINE');
  });

  it.each([
    [{ references: 'nothing' }, 'references.0', 'no cable number'],
    [{ captions: 'SENSITIVE; 1' }, 'captions.1', 'in capitals'],
    [{ tags: 'KTIP, (U)' }, 'tags.1', 'no tag'],
    [{ precedence: 'SLOW' }, 'precedence', 'how fast'],
    [{ references: Array.from({ length: 27 }, (_, n) => `08 STATE ${n + 1}`) }, 'references', '26'],
  ])('is refused with its place for %j', async (given, field, message) => {
    await expect(choose(given)).rejects.toMatchObject({
      reasons: [expect.objectContaining({ field, message: expect.stringContaining(message) })],
    });
  });

  it('is not overwritten by whoever saw an older one, and stands in the trail', async () => {
    await choose();
    await expect(choose()).rejects.toThrow(Conflict);
    await expect(choose({ version: undefined })).rejects.toMatchObject({ code: 'missing-version' });
    await expect(choose({ version: 1, precedence: 'IMMEDIATE' })).resolves.toBe(2);
    const entries = await rooms.rooms.get(Audit).entries(rooms.staff.administrator, { subjectId: planId });
    expect(entries.filter(({ action }) => action === 'paper.set-cable-header')).toHaveLength(2);
  });

  it('is set by those who draft, and shown to no other post', async () => {
    await expect(choose({}, rooms.staff.post)).rejects.toThrow(Forbidden);
    await expect(headers.of(rooms.staff.otherPost, planId)).rejects.toThrow(NotFound);
  });
});
