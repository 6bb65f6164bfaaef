import { JobsModule } from '@demarche/jobs';
import { deadlinesEntities, Deadlines } from '@demarche/deadlines';
import { narrativesEntities } from '@demarche/narratives';
import { noticesEntities } from '@demarche/notices';
import { KeptPapers, PaperMaking, PaperReading, papersEntities, PapersModule } from '@demarche/papers';
import {
  CableImporting,
  type NewRecommendation,
  PlanDrafting,
  PlanReading,
  plansEntities,
  Recommendations,
} from '@demarche/plans';
import { progressEntities } from '@demarche/progress';
import { remindersEntities } from '@demarche/reminders';
import { reviewEntities } from '@demarche/review';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { type OpenRooms, PRACTICE_MORNING, type RoomsWanted } from './rooms';
import { openStaffedRooms, type Staff } from './staff';

/** The house up to its top floor, with people at work. */
export interface PaperRooms extends OpenRooms {
  staff: Staff;
  plans: PlanReading;
  drafting: PlanDrafting;
  recommendations: Recommendations;
  importing: CableImporting;
  making: PaperMaking;
  kept: KeptPapers;
  reading: PaperReading;
  deadlines: Deadlines;
}

/** What stands above the register: rows of plans and of all that hangs on them. */
const OF_PLANS = [
  ...noticesEntities,
  ...reviewEntities,
  ...plansEntities,
  ...progressEntities,
  ...deadlinesEntities,
  ...remindersEntities,
  ...narrativesEntities,
  ...papersEntities,
];

/** Opens everything a paper is made from. */
export async function openPaperRooms(wanted: RoomsWanted = {}): Promise<PaperRooms> {
  const open = await openStaffedRooms({
    ...wanted,
    modules: [JobsModule.forRoot({ mode: 'silent' }), PapersModule, ...(wanted.modules ?? [])],
    entities: OF_PLANS,
  });
  const { rooms } = open;
  return {
    ...open,
    plans: rooms.get(PlanReading),
    drafting: rooms.get(PlanDrafting),
    recommendations: rooms.get(Recommendations),
    importing: rooms.get(CableImporting),
    making: rooms.get(PaperMaking),
    kept: rooms.get(KeptPapers),
    reading: rooms.get(PaperReading),
    deadlines: rooms.get(Deadlines),
  };
}

/** Takes the plans with all that hangs on them out of rooms on SQLite that the tests of a file share, and puts the clock back. */
export async function emptyOfPlans({ rooms, clock }: PaperRooms): Promise<void> {
  clock.set(PRACTICE_MORNING);
  const source = rooms.get<DataSource>(getDataSourceToken());
  await source.query('PRAGMA foreign_keys = OFF');
  for (const entity of OF_PLANS) await source.getRepository<object>(entity).clear();
  await source.query('PRAGMA foreign_keys = ON');
}

/** A plan's recommendations in the order of the trade: 5 high-priority ones, then 3, 6 and 3. */
export const RECOMMENDATIONS: readonly Omit<NewRecommendation, 'planId'>[] = [
  ...[
    'Shelter every victim who asks.',
    'Try officials who take part.',
    'Keep children out of the fields.',
  ].map((text) => ({ priority: 'high' as const, text })),
  { priority: 'high', text: 'Pay for the shelters.', note: 'The deputy minister promised this in May.' },
  { priority: 'high', text: 'Send convicted traffickers to prison.' },
  ...(['prosecution', 'protection', 'protection', 'prevention'] as const).flatMap((pillar) =>
    [1, 2, 3].map((place) => ({
      priority: 'other' as const,
      pillar,
      text: `Take step ${place} for ${pillar}: train 20 officers & keep “records”.`,
    })),
  ),
];

/** Makes the plan of Tajikistan 2009–10 with its recommendations. */
export async function planWithRecommendations(
  { drafting, recommendations, staff }: PaperRooms,
  asked = RECOMMENDATIONS,
): Promise<string> {
  const { id } = await drafting.create(staff.desk, {
    countryId: 'TJK',
    cycleId: '2009',
    placementReason: 'no-increasing-efforts',
  });
  for (const one of asked) await recommendations.add(staff.desk, { planId: id, ...one });
  return id;
}
