import { readDocxText } from '../../../../test/support/docx-text';
import { Recommendation } from '@demarche/plans';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  openPaperRooms,
  type PaperRooms,
  planWithRecommendations,
} from '../../../../test/support/paper-rooms';
import { Paper } from '../paper.entity';
import { PAPER_KINDS } from '../paper-kind';

describe('characters that were kept before fields refused them', () => {
  let rooms: PaperRooms;
  let planId: string;
  let data: DataSource;

  beforeEach(async () => {
    rooms = await openPaperRooms();
    planId = await planWithRecommendations(rooms);
    data = rooms.rooms.get<DataSource>(getDataSourceToken());
  });
  afterEach(() => rooms.close());

  const keep = (text: string) =>
    data.getRepository(Recommendation).update({ planId, priority: 'high', number: 1 }, { text });
  const make = async (kind: (typeof PAPER_KINDS)[number]) =>
    (await rooms.making.generate(rooms.staff.desk, { planId, kind })).id;

  it.each(PAPER_KINDS)(
    'soft hyphens and hidden marks leave, and Word’s bullets become real: %s',
    async (kind) => {
      await keep('Pay for the bud\u00ADget\u200B line:\uF0B7 in\u2060 full\uFEFF.');
      const id = await make(kind);
      const plain = (await rooms.reading.file(rooms.staff.desk, id, 'txt')).bytes.toString('utf8');
      const word = readDocxText((await rooms.reading.file(rooms.staff.desk, id, 'docx')).bytes).join('\n');
      for (const text of [plain.replace(/\s+/g, ' '), word]) {
        expect(text).toContain('Pay for the budget line:• in full.');
        expect(text).not.toMatch(/[\u00AD\u200B\u2060\uFEFF\p{Co}]/u);
      }
    },
  );

  it('a cable carries the text without them', async () => {
    await keep('Pay for the bud\u00ADget line:\uF0B7 in full.');
    const { bytes } = await rooms.reading.file(rooms.staff.desk, await make('cable'), 'cable');
    expect(bytes.toString('ascii')).toContain('budget line');
  });

  it.each(PAPER_KINDS)('what would print as a box stops a %s with its place', async (kind) => {
    await keep('Pay \uFFFC for the line \uE123.');
    await expect(make(kind)).rejects.toMatchObject({
      reasons: [
        expect.objectContaining({ code: 'control-character', message: expect.stringContaining('U+FFFC') }),
      ],
    });
  });

  it('a paper kept with them is shown clean, and its files are refused where a box would be', async () => {
    const id = await make('non-paper');
    const { text } = (await rooms.kept.open(rooms.staff.desk, id)).paper;
    const change = (to: string) =>
      data.getRepository(Paper).update({ id }, { text: text.replace('Shelter', to) });
    await change('Shel\u00ADter');
    const plain = (await rooms.reading.file(rooms.staff.desk, id, 'txt')).bytes.toString('utf8');
    expect(plain).toContain('A1. Shelter every victim');
    await change('Shelter\uE123');
    for (const format of ['txt', 'docx'] as const)
      await expect(rooms.reading.file(rooms.staff.desk, id, format)).rejects.toMatchObject({
        reasons: [expect.objectContaining({ field: 'recommendation A1', code: 'control-character' })],
      });
  });
});
