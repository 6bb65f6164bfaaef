import { holdsOn, movedTo, type Posting } from './postings';

const posting = (postId: string, startsOn: string, endedOn: string | null = null): Posting => ({
  postId,
  startsOn,
  endedOn,
});

/** The postings as they stand once a change is written, in order. */
function after(known: Posting[], wanted: { postIds: string[]; from: string }): Posting[] {
  const { kept, ended, begun } = movedTo(known, wanted);
  const changed = ended.map(({ posting: one, endedOn }) => ({ ...one, endedOn }));
  return [...kept, ...changed, ...begun].sort((a, b) =>
    (a.startsOn + a.postId).localeCompare(b.startsOn + b.postId),
  );
}

describe('a posting', () => {
  it.each([
    ['2026-01-09', false],
    ['2026-01-10', true],
    ['2026-02-28', true],
    ['2026-03-01', false],
  ])('from 10 January until 1 March: on %s it holds: %s', (date, holds) => {
    expect(holdsOn(posting('DUSHANBE', '2026-01-10', '2026-03-01'), date)).toBe(holds);
  });

  it('without an end goes on', () => {
    expect(holdsOn(posting('DUSHANBE', '2026-01-10'), '2031-01-01')).toBe(true);
  });
});

describe('moving a person', () => {
  const dushanbe = posting('DUSHANBE', '2026-01-10');

  it('ends the old post and begins the new one on the day, and keeps the old one as history', () => {
    expect(after([dushanbe], { postIds: ['ASTANA'], from: '2026-08-01' })).toEqual([
      posting('DUSHANBE', '2026-01-10', '2026-08-01'),
      posting('ASTANA', '2026-08-01'),
    ]);
  });

  it('changes nothing where the person serves there already', () => {
    const change = movedTo([dushanbe], { postIds: ['DUSHANBE'], from: '2026-08-01' });
    expect(change).toEqual({ kept: [dushanbe], ended: [], dropped: [], begun: [] });
  });

  it('adds a second post beside the first', () => {
    expect(after([dushanbe], { postIds: ['DUSHANBE', 'ASTANA'], from: '2026-08-01' })).toEqual([
      dushanbe,
      posting('ASTANA', '2026-08-01'),
    ]);
  });

  it('takes back a move that was only planned', () => {
    const planned = [posting('DUSHANBE', '2026-01-10', '2026-08-01'), posting('ASTANA', '2026-08-01')];
    expect(after(planned, { postIds: ['DUSHANBE'], from: '2026-06-01' })).toEqual([dushanbe]);
  });

  it('brings a planned move forward', () => {
    const planned = [posting('DUSHANBE', '2026-01-10', '2026-08-01'), posting('ASTANA', '2026-08-01')];
    expect(after(planned, { postIds: ['ASTANA'], from: '2026-07-01' })).toEqual([
      posting('DUSHANBE', '2026-01-10', '2026-07-01'),
      posting('ASTANA', '2026-07-01'),
    ]);
  });

  it('puts right a post that was entered wrongly the same day, without a history of one day', () => {
    expect(after([dushanbe], { postIds: ['ASTANA'], from: '2026-01-10' })).toEqual([
      posting('ASTANA', '2026-01-10'),
    ]);
  });

  it('goes on with a posting that ended on the very day, and tells a later return from it', () => {
    const left = posting('DUSHANBE', '2026-01-10', '2026-03-01');
    expect(after([left], { postIds: ['DUSHANBE'], from: '2026-03-01' })).toEqual([dushanbe]);
    expect(after([left], { postIds: ['DUSHANBE'], from: '2026-05-01' })).toEqual([
      left,
      posting('DUSHANBE', '2026-05-01'),
    ]);
  });

  it('leaves a person without a post when none is wanted', () => {
    expect(after([dushanbe], { postIds: [], from: '2026-08-01' })).toEqual([
      posting('DUSHANBE', '2026-01-10', '2026-08-01'),
    ]);
  });
});
