import { Audit } from '@demarche/access';
import { Conflict, Forbidden, Invalid, NotFound } from '@demarche/base';
import { Notices, noticesEntities } from '@demarche/notices';
import type { OpenRooms } from '../../../test/support/rooms';
import { openStaffedRooms, type Staff } from '../../../test/support/staff';
import { Release } from './release.entity';
import { RefuseReleaseInput } from './review.input';
import { ReviewModule } from './review.module';
import { Review, textHashOf } from './review.service';

const PAPER = { kind: 'paper', id: 'paper-1' };
const TEXT = 'The government is asked to fund the existing shelters.';

describe('the two-person release', () => {
  let open: OpenRooms & { staff: Staff };
  let review: Review;
  let notices: Notices;

  beforeEach(async () => {
    open = await openStaffedRooms({
      modules: [ReviewModule],
      entities: [...noticesEntities, Release],
    });
    review = open.rooms.get(Review);
    notices = open.rooms.get(Notices, { strict: false });
  });
  afterEach(() => open.close());

  const propose = (text = TEXT, actor = open.staff.desk) =>
    review.propose(actor, {
      ...PAPER,
      text,
      postId: 'DUSHANBE',
      title: 'Tajikistan: non-paper 1',
      link: '/papers/paper-1',
    });
  const texts = async (actor: Staff['desk']) => (await notices.of(actor)).map((notice) => notice.text);

  it('releases a text once a second person has confirmed it', async () => {
    const { id } = await propose();
    expect(await review.releaseOf('paper', 'paper-1', textHashOf(TEXT))).toBeNull();
    open.clock.advance(60_000);
    await review.confirm(open.staff.manager, id, { text: TEXT });
    expect(await review.releaseOf('paper', 'paper-1', textHashOf(TEXT))).toMatchObject({
      id,
      proposedBy: open.staff.desk.userId,
      proposedAt: '2009-11-04T14:00:00.000Z',
      confirmedBy: open.staff.manager.userId,
      confirmedAt: '2009-11-04T14:01:00.000Z',
    });
  });

  it('refuses the proposer as the second person, although the role may confirm', async () => {
    const { id } = await propose();
    const own = review.confirm(open.staff.desk, id, { text: TEXT });
    await expect(own).rejects.toThrow(Invalid);
    await expect(own).rejects.toMatchObject({ reasons: [{ code: 'same-person' }] });
    expect(await review.releaseOf('paper', 'paper-1', textHashOf(TEXT))).toBeNull();
    await review.confirm(open.staff.secondDesk, id, { text: TEXT });
    expect(await review.releaseOf('paper', 'paper-1', textHashOf(TEXT))).not.toBeNull();
  });

  it('lets nobody confirm or propose without the permission, and hides it from other posts', async () => {
    const { id } = await propose();
    await expect(review.confirm(open.staff.post, id, { text: TEXT })).rejects.toThrow(Forbidden);
    await expect(review.refuse(open.staff.administrator, id, { reason: 'No' })).rejects.toThrow(Forbidden);
    await expect(propose('Other', open.staff.manager)).rejects.toThrow(Forbidden);
    await expect(propose('Other', open.staff.otherPost)).rejects.toThrow(NotFound);
    expect(await review.of(open.staff.post, PAPER)).toHaveLength(1);
    expect(await review.of(open.staff.otherPost, PAPER)).toEqual([]);
  });

  it('confirms only the very text that was proposed', async () => {
    const { id } = await propose();
    const changed = review.confirm(open.staff.manager, id, { text: `${TEXT} ` });
    await expect(changed).rejects.toMatchObject({ code: 'stale' });
    expect(await review.releaseOf('paper', 'paper-1', textHashOf(`${TEXT} `))).toBeNull();
    expect(await review.awaiting(open.staff.manager)).toHaveLength(1);
    expect(await review.awaitingPage(open.staff.manager, 1)).toMatchObject({ rows: [{}], total: 1 });
    expect(await review.awaitingPage(open.staff.manager, 2)).toEqual({ rows: [], total: 1 });
  });

  it('no longer counts as released once the text has changed', async () => {
    const { id } = await propose();
    await review.confirm(open.staff.manager, id, { text: TEXT });
    expect(await review.releaseOf('paper', 'paper-1', textHashOf('Another text'))).toBeNull();
  });

  it('lets a newer text push an older open proposal aside', async () => {
    const { id: older } = await propose();
    open.clock.advance(1_000);
    const { id: newer } = await propose('A better text');
    const late = review.confirm(open.staff.manager, older, { text: TEXT });
    await expect(late).rejects.toMatchObject({ code: 'state' });
    expect((await review.awaiting(open.staff.manager)).map((release) => release.id)).toEqual([newer]);
    const listed = await review.of(open.staff.desk, PAPER);
    expect(listed.map(({ id, lapsedAt }) => [id, lapsedAt])).toEqual([
      [newer, null],
      [older, '2009-11-04T14:00:01.000Z'],
    ]);
  });

  it('refuses to propose the same text twice while it waits, and again after it was released', async () => {
    const { id } = await propose();
    await expect(propose(TEXT, open.staff.secondDesk)).rejects.toMatchObject({ code: 'duplicate' });
    await review.confirm(open.staff.manager, id, { text: TEXT });
    await expect(propose()).rejects.toMatchObject({ code: 'state' });
  });

  it('keeps one proposal open when two people propose at the same moment', async () => {
    const outcomes = await Promise.allSettled([propose(), propose(TEXT, open.staff.secondDesk)]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await review.awaiting(open.staff.manager)).toHaveLength(1);
  });

  it('ends once: of a confirmation and a refusal at the same moment one wins', async () => {
    const { id } = await propose();
    const outcomes = await Promise.allSettled([
      review.confirm(open.staff.manager, id, { text: TEXT }),
      review.refuse(open.staff.clearer, id, { reason: 'Not before the visit' }),
    ]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect((refused[0] as PromiseRejectedResult).reason).toBeInstanceOf(Conflict);
  });

  it('is refused with a reason, and the same text may be proposed again', async () => {
    const { id } = await propose();
    await review.refuse(open.staff.manager, id, { reason: 'Not before the visit' });
    expect(await review.releaseOf('paper', 'paper-1', textHashOf(TEXT))).toBeNull();
    expect(await review.of(open.staff.desk, PAPER)).toMatchObject([
      { refusedBy: open.staff.manager.userId, refuseReason: 'Not before the visit' },
    ]);
    const again = await propose();
    await review.confirm(open.staff.manager, again.id, { text: TEXT });
    expect(await review.releaseOf('paper', 'paper-1', textHashOf(TEXT))).toMatchObject({ id: again.id });
  });

  it('asks everybody who may confirm but the proposer, and tells the proposer how it ended', async () => {
    const { id } = await propose();
    const asked = ['Waits for a second person before release: Tajikistan: non-paper 1'];
    expect(await texts(open.staff.manager)).toEqual(asked);
    expect(await texts(open.staff.secondDesk)).toEqual(asked);
    expect(await texts(open.staff.clearer)).toEqual(asked);
    expect(await texts(open.staff.desk)).toEqual([]);
    expect(await texts(open.staff.post)).toEqual([]);
    await review.confirm(open.staff.manager, id, { text: TEXT });
    expect(await notices.of(open.staff.desk)).toMatchObject([
      { text: 'Released: Tajikistan: non-paper 1', link: '/papers/paper-1' },
    ]);
  });

  it('keeps the reason of a refusal out of the notice', async () => {
    const { id } = await propose();
    await review.refuse(open.staff.manager, id, { reason: 'Secret reason' });
    expect(await texts(open.staff.desk)).toEqual(['Release refused, with a reason: Tajikistan: non-paper 1']);
  });

  it('writes each step into the trail with the hash of the text and without the text', async () => {
    const { id } = await propose();
    await review.confirm(open.staff.manager, id, { text: TEXT });
    const trail = await open.rooms.get(Audit).entries(open.staff.administrator, { subjectId: id });
    expect(trail.map((entry) => entry.action)).toEqual(['release.confirm', 'release.propose']);
    expect(trail[0]!.detail).toEqual({
      subject: 'paper',
      subjectId: 'paper-1',
      textHash: textHashOf(TEXT),
    });
  });

  it('has nothing waiting for people who may not confirm', async () => {
    await propose();
    expect(await review.awaiting(open.staff.post)).toEqual([]);
    expect(await review.awaiting(open.staff.desk)).toEqual([]);
    expect(await review.awaiting(open.staff.secondDesk)).toHaveLength(1);
  });

  it('tells a proposer what of theirs still waits', async () => {
    const { id } = await propose();
    expect((await review.proposedBy(open.staff.desk)).map((release) => release.id)).toEqual([id]);
    expect(await review.proposedBy(open.staff.secondDesk)).toEqual([]);
    await review.refuse(open.staff.manager, id, { reason: 'Not yet.' });
    expect(await review.proposedBy(open.staff.desk)).toEqual([]);
  });

  it('answers for an unknown release with NotFound', async () => {
    await expect(review.confirm(open.staff.manager, 'no-such-id', { text: TEXT })).rejects.toThrow(NotFound);
  });
});

describe('the reason of a refusal', () => {
  it('is one line of plain text', () => {
    expect(RefuseReleaseInput.parse({ reason: '  Not before\r\nthe visit ' })).toEqual({
      reason: 'Not before the visit',
    });
  });

  it.each(['', '   ', 'a\u0000b', 'a\u202Eb', 'x'.repeat(1_001)])('is refused when it is %j', (reason) => {
    expect(RefuseReleaseInput.safeParse({ reason }).success).toBe(false);
  });

  it('comes alone', () => {
    expect(RefuseReleaseInput.safeParse({ reason: 'No', more: 1 }).success).toBe(false);
  });
});
