import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenRooms } from '../../../../test/support/rooms';
import { openStaffedRooms, type Staff } from '../../../../test/support/staff';
import { Plan, PlanSource } from '../plan.entity';
import { PlansModule } from '../plans.module';
import { PlanReading } from '../plan-reading.service';
import { CableChecking } from './cable-checking.service';
import { CableImporting } from './cable-import.service';
import { Recommendation, RecommendationRevision } from '../recommendation.entity';

// The reference texts lie outside the project: named by DEMARCHE_CORPUS, else beside the checkout, else not there at all.
const given = process.env.DEMARCHE_CORPUS;
const folder = given || join(__dirname, '../../../../../shared');
const isGiven = Boolean(given) || existsSync(folder);
const CORPUS_TESTS = 1;
if (!isGiven) process.stdout.write(`reference corpus not given: ${CORPUS_TESTS} not run\n`);

(isGiven ? describe : describe.skip)('the reference cable', () => {
  let open: OpenRooms & { staff: Staff };

  beforeEach(async () => {
    open = await openStaffedRooms({
      modules: [PlansModule],
      entities: [Plan, PlanSource, Recommendation, RecommendationRevision],
    });
  });
  afterEach(() => open.close());

  it('leaves nothing for a person to choose and becomes a plan of 5 + 3 + 6 + 3', async () => {
    const plans = open.rooms.get(PlanReading);
    const checking = open.rooms.get(CableChecking);
    const importing = open.rooms.get(CableImporting);
    const text = readFileSync(join(folder, 'corpus', '09STATE88558-tajikistan.txt'), 'utf8');
    const check = await checking.check(open.staff.desk, text);
    expect(check).toMatchObject({
      country: { id: 'TJK' },
      post: { id: 'DUSHANBE' },
      cycle: { id: '2009' },
      placementReason: 'no-increasing-efforts',
      marking: 'SBU',
      problems: [],
      canImport: true,
    });
    expect(check.cable.anomalies.length).toBeGreaterThan(10);
    const chosen = { countryId: 'TJK', cycleId: '2009', placementReason: 'no-increasing-efforts' } as const;
    const { id } = await importing.import(open.staff.desk, { text, ...chosen });
    const { standing } = await plans.open(open.staff.post, id);
    const under = (pillar: string | null) => standing.filter((each) => each.pillar === pillar).length;
    expect([null, 'prosecution', 'protection', 'prevention'].map(under)).toEqual([5, 3, 6, 3]);
    expect(standing.map(({ text: wording }) => wording).join(' ')).not.toMatch(/STATE 0008|[[\]¶#]|--|,s |&/);
    expect((await plans.source(open.staff.desk, id)).text).toBe(text);
  });
});
