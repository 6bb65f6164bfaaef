import { noticesEntities } from '@demarche/notices';
import {
  PLAN_SORTS,
  PlanDrafting,
  PlanReading,
  plansEntities,
  PlansModule,
  Recommendations,
} from '@demarche/plans';
import { reviewEntities, ReviewModule } from '@demarche/review';
import { DATABASES } from '../support/database';
import type { OpenRooms } from '../support/rooms';
import { openStaffedRooms, type Staff } from '../support/staff';

/** How many recommendations of each priority each plan asks for; the United States has no post in North Korea. */
const ASKED = { TJK: [1, 0], EGY: [2, 1], PRK: [0, 1], MDG: [1, 2] } as const;

describe.each(DATABASES)('a list of plans on %s', (kind) => {
  let open: OpenRooms & { staff: Staff };
  const listed = async (sort?: (typeof PLAN_SORTS)[number]) => {
    const { rows } = await open.rooms.get(PlanReading).list(open.staff.desk, { sort });
    return rows.map(({ countryId }) => countryId);
  };

  beforeAll(async () => {
    const entities = [...noticesEntities, ...reviewEntities, ...plansEntities];
    open = await openStaffedRooms({ kind, modules: [PlansModule, ReviewModule], entities });
    const [drafting, recommendations] = [open.rooms.get(PlanDrafting), open.rooms.get(Recommendations)];
    for (const countryId of Object.keys(ASKED) as (keyof typeof ASKED)[]) {
      const cycleId = countryId === 'EGY' ? '2010' : '2009';
      const plan = { countryId, cycleId, placementReason: 'no-increasing-efforts' } as const;
      const { id: planId } = await drafting.create(open.staff.desk, { ...plan, placementConfirmed: 'yes' });
      for (const [index, priority] of (['high', 'other'] as const).entries())
        for (let number = 0; number < ASKED[countryId][index]!; number += 1)
          await recommendations.add(open.staff.desk, { planId, priority, text: `Step ${number}` });
    }
  });
  afterAll(() => open.close());

  it('has the newest cycle first and then the titles, unless asked otherwise', async () => {
    expect(await listed()).toEqual(['EGY', 'MDG', 'PRK', 'TJK']);
    expect(await listed('-cycle')).toEqual(await listed());
  });

  it.each([
    ['cycle', ['MDG', 'PRK', 'TJK', 'EGY']],
    ['plan', ['EGY', 'MDG', 'PRK', 'TJK']],
    ['-plan', ['TJK', 'PRK', 'MDG', 'EGY']],
    ['post', ['MDG', 'EGY', 'TJK', 'PRK']],
    ['-post', ['TJK', 'EGY', 'MDG', 'PRK']],
    ['high', ['PRK', 'MDG', 'TJK', 'EGY']],
    ['-high', ['EGY', 'MDG', 'TJK', 'PRK']],
    ['other', ['TJK', 'EGY', 'PRK', 'MDG']],
    ['-other', ['MDG', 'EGY', 'PRK', 'TJK']],
  ] as const)(
    'is put in order by %s, what is equal as ever and what has no post last',
    async (sort, order) => {
      expect(await listed(sort)).toEqual(order);
    },
  );

  it('is refused in any other order', async () => {
    const plans = open.rooms.get(PlanReading);
    for (const sort of ['luck', 'title', '--plan', 'plan; drop'])
      await expect(plans.list(open.staff.desk, { sort } as never)).rejects.toThrow('Choose what to sort by.');
  });
});
