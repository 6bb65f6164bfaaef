import fc from 'fast-check';
import { backoffAfter, bellId, callAfter, settledWithin, waitFor } from './bell';
import { FrozenClock } from '../../../test/support/frozen-clock';

const DAY = 86_400_000;

describe('a bell', () => {
  it('waits until its time by the clock of the house, and not at all when the time is past', () => {
    const clock = new FrozenClock('2009-11-04T14:00:00.000Z');
    expect(waitFor(clock, '2009-11-04T14:00:01.500Z')).toBe(1_500);
    expect(waitFor(clock, '2009-11-04T13:59:59.000Z')).toBe(0);
    expect(waitFor(clock, undefined)).toBe(0);
  });

  it('waits twice as long after every failed attempt', () => {
    expect([1, 2, 3, 4].map((attempt) => backoffAfter(attempt, 500))).toEqual([500, 1_000, 2_000, 4_000]);
  });

  it('has an identity that two jobs or two keys never share, without a colon and not of digits', () => {
    const job = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
    const key = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.tuple(job, key), fc.tuple(job, key), (left, right) => {
        const [one, other] = [bellId(...left), bellId(...right)];
        expect(one === other).toBe(left[0] === right[0] && left[1] === right[1]);
        expect(one).not.toContain(':');
        expect(one).not.toMatch(/^\d+$/);
      }),
    );
  });
});

describe('a call after a wait', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('comes after sixty days, which is longer than a timer can wait', () => {
    const call = jest.fn();
    callAfter(60 * DAY, call);
    jest.advanceTimersByTime(60 * DAY - 1);
    expect(call).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('can be called off at any time before', () => {
    const call = jest.fn();
    const callOff = callAfter(60 * DAY, call);
    jest.advanceTimersByTime(40 * DAY);
    callOff();
    jest.advanceTimersByTime(40 * DAY);
    expect(call).not.toHaveBeenCalled();
  });
});

describe('patience', () => {
  it('tells whether work settled in time, and passes its error on', async () => {
    expect(await settledWithin(Promise.resolve(), 50)).toBe(true);
    expect(await settledWithin(new Promise(() => undefined), 20)).toBe(false);
    await expect(settledWithin(Promise.reject(new Error('broken')), 50)).rejects.toThrow('broken');
  });
});
