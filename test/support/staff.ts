import { accessEntities, AccessModule, Actor, type NewUser, SYSTEM_ACTOR, Users } from '@demarche/access';
import { registerEntities, RegisterModule } from '@demarche/register';
import { type OpenRooms, openRooms, type RoomsWanted } from './rooms';

const DUTIES = {
  desk: { role: 'desk-officer', name: 'Dana Desk', postIds: [] },
  secondDesk: { role: 'desk-officer', name: 'Sam Second', postIds: [] },
  post: { role: 'post-officer', name: 'Pat Dushanbe', postIds: ['DUSHANBE'] },
  otherPost: { role: 'post-officer', name: 'Chris Cairo', postIds: ['CAIRO'] },
  clearer: { role: 'clearer', name: 'Clare Clearer', postIds: [] },
  manager: { role: 'manager', name: 'Mo Manager', postIds: [] },
  administrator: { role: 'administrator', name: 'Ada Admin', postIds: [] },
} satisfies Record<string, Pick<NewUser, 'role' | 'name' | 'postIds'>>;

/** One person of each kind, with an account, ready to act. */
export type Staff = Record<keyof typeof DUTIES, Actor>;

/** Opens rooms above access and the register, with the register filled and one person of each kind at work. */
export async function openStaffedRooms(wanted: RoomsWanted = {}): Promise<OpenRooms & { staff: Staff }> {
  const open = await openRooms({
    ...wanted,
    modules: [AccessModule, RegisterModule, ...(wanted.modules ?? [])],
    entities: [...accessEntities, ...registerEntities, ...(wanted.entities ?? [])],
  });
  return { ...open, staff: await hire(open.rooms.get(Users)) };
}

async function hire(users: Users): Promise<Staff> {
  const staff: Partial<Staff> = {};
  for (const [duty, person] of Object.entries(DUTIES)) {
    const account = { ...person, email: `${duty}@example.test`.toLowerCase(), title: 'Officer' };
    const userId = await users.create(SYSTEM_ACTOR, account);
    staff[duty as keyof Staff] = new Actor({ ...person, userId });
  }
  return staff as Staff;
}
