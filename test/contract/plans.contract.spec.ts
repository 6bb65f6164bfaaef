import { noticesEntities } from '@demarche/notices';
import { PlanReading, PlanDrafting, Recommendations, plansEntities, PlansModule } from '@demarche/plans';
import { Review, reviewEntities, ReviewModule } from '@demarche/review';
import { DATABASES } from '../support/database';
import type { OpenRooms } from '../support/rooms';
import { openStaffedRooms, type Staff } from '../support/staff';

const TAJIKISTAN = { countryId: 'TJK', cycleId: '2009', placementReason: 'no-increasing-efforts' } as const;
const AT_ONCE = 12;

describe.each(DATABASES)('people who act at the same moment on %s', (kind) => {
  let open: OpenRooms & { staff: Staff };
  let plans: PlanReading;
  let drafting: PlanDrafting;
  let recommendations: Recommendations;
  let review: Review;

  beforeEach(async () => {
    const entities = [...noticesEntities, ...reviewEntities, ...plansEntities];
    open = await openStaffedRooms({ kind, modules: [PlansModule, ReviewModule], entities });
    plans = open.rooms.get(PlanReading);
    drafting = open.rooms.get(PlanDrafting);
    recommendations = open.rooms.get(Recommendations);
    review = open.rooms.get(Review);
  });
  afterEach(() => open.close());

  const atOnce = (act: (index: number) => Promise<unknown>) =>
    Promise.allSettled(Array.from({ length: AT_ONCE }, (_, index) => act(index)));
  const refusals = (outcomes: PromiseSettledResult<unknown>[]) =>
    outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [(outcome.reason as { code: string }).code] : [],
    );

  it('make one plan for a country and cycle', async () => {
    const outcomes = await atOnce(() => drafting.create(open.staff.desk, TAJIKISTAN));
    expect(refusals(outcomes)).toEqual(Array(AT_ONCE - 1).fill('duplicate'));
    expect((await plans.list(open.staff.desk)).total).toBe(1);
  });

  it('never get the same number for two recommendations', async () => {
    const { id: planId } = await drafting.create(open.staff.desk, TAJIKISTAN);
    const outcomes = await atOnce((index) =>
      recommendations.add(open.staff.desk, {
        planId,
        priority: 'high',
        text: `Step ${index}`,
        at: 1 + (index % 3),
      }),
    );
    expect(refusals(outcomes)).toEqual([]);
    const { standing } = await plans.open(open.staff.post, planId);
    expect(standing.map(({ number }) => number)).toEqual(
      Array.from({ length: AT_ONCE }, (_, index) => index + 1),
    );
  });

  it('reword one version once', async () => {
    const { id: planId } = await drafting.create(open.staff.desk, TAJIKISTAN);
    const { id } = await recommendations.add(open.staff.desk, {
      planId,
      priority: 'high',
      text: 'First',
    });
    const outcomes = await atOnce((index) =>
      recommendations.reword(open.staff.desk, { id, version: 1, text: `Wording ${index}` }),
    );
    expect(refusals(outcomes)).toEqual(Array(AT_ONCE - 1).fill('stale'));
    expect(await plans.revisions(open.staff.desk, id)).toHaveLength(2);
  });

  it('keep one proposal of a text open, and end it once', async () => {
    const proposal = { kind: 'paper', id: 'paper-1', text: 'A text', postId: 'DUSHANBE' };
    const proposed = await atOnce(() => review.propose(open.staff.desk, proposal));
    expect(refusals(proposed)).toEqual(Array(AT_ONCE - 1).fill('duplicate'));
    const [waiting, ...more] = await review.awaiting(open.staff.manager);
    expect(more).toEqual([]);
    const confirmed = await atOnce(() => review.confirm(open.staff.manager, waiting!.id, { text: 'A text' }));
    expect(refusals(confirmed)).toEqual(Array(AT_ONCE - 1).fill('state'));
  });
});
