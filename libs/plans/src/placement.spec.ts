import { NotFound } from '@demarche/base';
import type { OpenRooms } from '../../../test/support/rooms';
import { openStaffedRooms, type Staff } from '../../../test/support/staff';
import { Placement } from './placement.service';
import { PlanDrafting } from './plan-drafting.service';
import { PlanReading } from './plan-reading.service';
import { Plan, PlanSource } from './plan.entity';
import { PlansModule } from './plans.module';
import { Recommendation, RecommendationRevision } from './recommendation.entity';

const REASON = 'no-increasing-efforts';

describe('the placement of a country', () => {
  let open: OpenRooms & { staff: Staff };
  let placement: Placement;
  const made = async (countryId: string, placementConfirmed?: boolean) => {
    const given = { countryId, cycleId: '2009', placementReason: REASON } as const;
    const asked = placementConfirmed === undefined ? given : { ...given, placementConfirmed };
    const { id } = await open.rooms.get(PlanDrafting).create(open.staff.desk, asked);
    return open.rooms.get(PlanReading).open(open.staff.desk, id);
  };

  beforeEach(async () => {
    open = await openStaffedRooms({
      modules: [PlansModule],
      entities: [Plan, PlanSource, Recommendation, RecommendationRevision],
    });
    placement = open.rooms.get(Placement);
  });
  afterEach(() => open.close());

  it('is known where the register shows it on the list of the report', async () => {
    expect(await placement.isKnown(await made('TJK'))).toBe(true);
  });

  it('is not known where the register does not, until a person confirms it, and can be taken back', async () => {
    const { plan } = await made('AUS');
    const known = async () =>
      placement.isKnown(await open.rooms.get(PlanReading).open(open.staff.desk, plan.id));
    expect(await known()).toBe(false);
    await placement.confirm(open.staff.desk, { id: plan.id, placementConfirmed: true });
    expect(await known()).toBe(true);
    await placement.confirm(open.staff.desk, { id: plan.id });
    expect(await known()).toBe(false);
  });

  it('can be vouched for when the plan is made', async () => {
    const view = await made('AUS', true);
    expect(view.plan.placementConfirmedBy).toBe(open.staff.desk.userId);
    expect(await placement.isKnown(view)).toBe(true);
  });

  it('is confirmed by those who draft, for plans they may see', async () => {
    const { plan } = await made('AUS');
    const given = { id: plan.id, placementConfirmed: true };
    await expect(placement.confirm(open.staff.post, given)).rejects.toMatchObject({
      permission: 'draft-plan',
    });
    await expect(placement.confirm(open.staff.desk, { ...given, id: 'none' })).rejects.toThrow(NotFound);
  });
});
