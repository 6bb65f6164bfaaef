import { Deadlines, deadlinesEntities, DeadlinesModule } from '@demarche/deadlines';
import { JobsModule } from '@demarche/jobs';
import { noticesEntities } from '@demarche/notices';
import { PlanDrafting, plansEntities } from '@demarche/plans';
import { progressEntities } from '@demarche/progress';
import { remindersEntities, RemindersModule } from '@demarche/reminders';
import { UnitOfWork } from '@demarche/store';
import type { OpenRooms, RoomsWanted } from './rooms';
import { openStaffedRooms, type Staff } from './staff';

/** The house up to the reminders, with people at work and the plan of Tajikistan 2009–10. */
export interface ReminderRooms extends OpenRooms {
  staff: Staff;
  deadlines: Deadlines;
  planId: string;
}

/** Opens deadlines and their ledger; nothing rings unless a module that does is wanted too. */
export async function openReminderRooms(wanted: RoomsWanted = {}): Promise<ReminderRooms> {
  const open = await openStaffedRooms({
    ...wanted,
    modules: [
      JobsModule.forRoot({ mode: 'silent' }),
      DeadlinesModule,
      RemindersModule,
      ...(wanted.modules ?? []),
    ],
    entities: [
      ...noticesEntities,
      ...plansEntities,
      ...progressEntities,
      ...deadlinesEntities,
      ...remindersEntities,
    ],
  });
  const plan = { countryId: 'TJK', cycleId: '2009', placementReason: 'commitments' } as const;
  const { id: planId } = await open.rooms.get(PlanDrafting).create(open.staff.desk, plan);
  return { ...open, deadlines: open.rooms.get(Deadlines), planId };
}

/** Empties what deadlines and their reminders have left, so that the tests of one file may share a house. */
export async function forgetDeadlines({ rooms }: ReminderRooms): Promise<void> {
  await rooms.get(UnitOfWork).run(async ({ manager }) => {
    for (const table of ['reminders', 'deadlineRevisions', 'deadlines', 'notices'])
      await manager.query(`DELETE FROM "${table}"`);
  });
}
