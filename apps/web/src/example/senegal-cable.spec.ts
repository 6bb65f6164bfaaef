import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CableChecking } from '@demarche/plans';
import { openPaperRooms, type PaperRooms } from '../../../../test/support/paper-rooms';

const text = readFileSync(join(__dirname, 'senegal-cable.txt'), 'utf8');

describe('the practice cable', () => {
  let rooms: PaperRooms;

  beforeEach(async () => {
    rooms = await openPaperRooms();
  });
  afterEach(() => rooms.close());

  it('is read with no oddity but its wrapped subject, and nothing in it stops the plan', async () => {
    const check = await rooms.rooms.get(CableChecking).check(rooms.staff.desk, text);
    // The shipped register lists the country of the worked example only, so the page asks whether Senegal was placed.
    expect(check.problems.map(({ weight, code }) => `${weight} ${code}`)).toEqual(['look placement-unknown']);
    expect(check.cable).toMatchObject({ number: '09STATE88901', precedence: 'PRIORITY' });
    expect(check.cable.anomalies.map(({ code }) => code)).toEqual(['subject-wrapped']);
  });

  it('becomes a plan of its country with three urgent steps, four further ones and one note', async () => {
    const { desk } = rooms.staff;
    const { id } = await rooms.importing.import(desk, {
      ...{ text, countryId: 'SEN', cycleId: '2009' },
      placementReason: 'no-increasing-efforts',
    });
    const { standing, country, post } = await rooms.plans.open(desk, id);
    expect([country.name, post?.id]).toEqual(['Senegal', 'DAKAR']);
    expect(standing.map(({ label }) => label)).toEqual(['A1', 'A2', 'A3', 'B1', 'C1', 'C2', 'D1']);
    expect(standing.filter(({ note }) => note !== null).map(({ label }) => label)).toEqual(['A2']);
    const { id: paperId } = await rooms.making.generate(desk, { planId: id, kind: 'non-paper' });
    expect((await rooms.kept.open(desk, paperId)).openSlots).toEqual([]);
  });
});
