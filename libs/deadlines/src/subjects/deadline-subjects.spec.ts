import { NotFound } from '@demarche/base';
import { Notices, noticesEntities } from '@demarche/notices';
import { plansEntities } from '@demarche/plans';
import { progressEntities } from '@demarche/progress';
import { CycleKeeping } from '@demarche/register';
import { UnitOfWork } from '@demarche/store';
import type { OpenRooms } from '../../../../test/support/rooms';
import { openStaffedRooms, type Staff } from '../../../../test/support/staff';
import { DeadlineBoard } from '../board/deadline-board.service';
import { DeadlineKeeper } from '../deadline-keeper.service';
import { Deadline } from '../deadline.entity';
import { DeadlineRevision } from '../deadline-revision.entity';
import { DeadlinesModule } from '../deadlines.module';
import { Deadlines } from '../deadlines.service';
import { DeadlineTerms } from '../terms/deadline-terms.service';
import { DeadlineSubjects } from './deadline-subjects.service';
import type { Subject, SubjectRoom } from './subject-room';

/** A kind that no room keeps yet. */
const INQUIRY = 'inquiry' as Subject['kind'];

const inquiries: SubjectRoom = {
  kind: INQUIRY,
  titles: async (ids) => new Map(ids.map((id) => [id, { title: `Inquiry ${id}`, href: `/inquiries/${id}` }])),
  open: async (actor, id) => {
    actor.mustSee('inquiry', 'DUSHANBE');
    const cycle = id === 'undated' ? null : { id: '2009', reportYear: 2009 };
    return { kind: INQUIRY, id, countryId: 'TJK', postId: 'DUSHANBE', cycle, recommendationIds: [] };
  },
};

describe('a deadline that belongs to no plan', () => {
  let open: OpenRooms & { staff: Staff };
  let board: DeadlineBoard;

  beforeAll(async () => {
    open = await openStaffedRooms({
      modules: [DeadlinesModule],
      entities: [...noticesEntities, ...plansEntities, ...progressEntities, Deadline, DeadlineRevision],
    });
    board = open.rooms.get(DeadlineBoard);
    open.rooms.get(DeadlineSubjects).enter(inquiries);
  });
  afterAll(() => open.close());

  const set = (id: string, changes: { kind?: 'other' | 'post-report'; statutoryOn?: string } = {}) =>
    open.rooms.get(UnitOfWork).run(async (unit) => {
      const given = { kind: 'other' as const, title: `Answer ${id}`, statutoryOn: '2009-11-15' };
      const own = { ownerId: open.staff.post.userId, recommendationId: null, quoteTitleInMail: false };
      const drawn = await open.rooms
        .get(DeadlineTerms)
        .draw(open.staff.desk, { kind: INQUIRY, id }, { ...given, ...own, sure: false, ...changes });
      return open.rooms.get(DeadlineKeeper).keep(unit, drawn);
    });

  it('is named by the room that keeps its subject, and stands on the board of its post', async () => {
    await set('one');
    const rows = await board.board(open.staff.post);
    expect(rows.map(({ deadline, subject }) => [deadline.effectiveOn, subject])).toEqual([
      [
        '2009-11-13',
        {
          kind: INQUIRY,
          id: 'one',
          title: 'Inquiry one',
          href: '/inquiries/one',
          countryId: 'TJK',
          countryName: 'Tajikistan',
          cycleId: '2009',
          cycleName: '2009–10',
        },
      ],
    ]);
    await expect(board.one(open.staff.otherPost, rows[0]?.deadline.id ?? '')).rejects.toBeInstanceOf(
      NotFound,
    );
  });

  it('is set only by whoever may see its subject', async () => {
    const { otherPost } = open.staff;
    const terms = open.rooms.get(DeadlineTerms);
    const given = { kind: 'other' as const, title: 'Answer', statutoryOn: '2009-11-15', sure: false };
    const own = { ownerId: otherPost.userId, recommendationId: null, quoteTitleInMail: false };
    const drawn = terms.draw(otherPost, { kind: INQUIRY, id: 'one' }, { ...given, ...own });
    await expect(drawn).rejects.toBeInstanceOf(NotFound);
  });

  it('moves, is waived and opened again, and its owner is told by the country’s name', async () => {
    const { desk, post } = open.staff;
    const deadlines = open.rooms.get(Deadlines);
    const { id } = await set('two');
    await deadlines.move(desk, { id, version: 1, statutoryOn: '2009-11-19' });
    await deadlines.waive(desk, { id, version: 2, reason: 'Settled.' });
    await deadlines.reopen(desk, { id, version: 3, reason: 'Not settled.' });
    expect((await board.one(desk, id)).deadline).toMatchObject({ version: 4, effectiveOn: '2009-11-19' });
    const said = (await open.rooms.get(Notices).of(post)).map(({ text }) => text);
    expect(said).toContain('Tajikistan: Answer two is due Thu 19 Nov 2009 now. It was due Fri 13 Nov 2009.');
  });

  it('follows the cycle that its subject belongs to', async () => {
    const { id } = await set('three', { kind: 'post-report' });
    const instructed = { cycleId: '2009', kind: 'post-report', nature: 'instructed' } as const;
    const cycles = open.rooms.get(CycleKeeping);
    await cycles.setMilestone(open.staff.administrator, {
      ...instructed,
      on: '2009-11-20',
      source: '09 STATE 2',
    });
    expect((await board.one(open.staff.desk, id)).deadline.statutoryOn).toBe('2009-11-20');
  });

  it('may be owed on any day where its subject belongs to no cycle', async () => {
    const { id } = await set('undated', { statutoryOn: '2019-11-15' });
    const { deadline, subject, cycleOn } = await board.one(open.staff.desk, id);
    expect([deadline.cycleId, subject.cycleName, cycleOn]).toEqual([null, null, null]);
    await expect(set('one', { statutoryOn: '2019-11-15' })).rejects.toMatchObject({
      reasons: [{ code: 'far-day' }],
    });
  });

  it('has one room that answers for its kind', () => {
    expect(() => open.rooms.get(DeadlineSubjects).enter(inquiries)).toThrow('Two rooms answer');
  });
});
