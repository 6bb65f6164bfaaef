import { millisecondsBetween, plusMilliseconds } from '@demarche/base';
import { backOffAfter, courseAfter, type Delivery, TRY_FOR_MILLISECONDS } from './delivery-course';

const NOW = '2009-11-06T14:00:00.000Z';
const MOMENT = { now: NOW, holdMilliseconds: 600_000, chance: 0 };
const FRESH = { attempt: 1, firstTriedAt: NOW, wasUnanswered: false };
const SILENCE: Delivery = { kind: 'unanswered', response: 'nothing was said' };
const LATER: Delivery = { kind: 'not-yet', reason: 'try-later', response: '451 later' };

describe('the course of a reminder after an attempt', () => {
  it('is at its end when the server took the mail', () => {
    const course = courseAfter({ kind: 'accepted', response: '250 ok' }, FRESH, MOMENT);
    expect(course).toMatchObject({
      state: 'sent',
      sentAt: NOW,
      response: '250 ok',
      nextAt: null,
      leaseUntil: null,
    });
  });

  it('is at its end, and shown, when the server refused for good', () => {
    const course = courseAfter({ kind: 'refused', reason: 'refused', response: '550 no' }, FRESH, MOMENT);
    expect(course).toMatchObject({ state: 'failed', reason: 'refused', response: '550 no', nextAt: null });
  });

  it('waits for the hold when a body left and nobody answered', () => {
    const course = courseAfter(SILENCE, FRESH, MOMENT);
    expect(course).toMatchObject({ state: 'unknown', wasUnanswered: true });
    expect(course.nextAt).toBe(plusMilliseconds(NOW, 600_000));
    expect(course).not.toHaveProperty('token');
  });

  it('ends as failed at the second silence, so that there is never a third copy', () => {
    const course = courseAfter(SILENCE, { ...FRESH, attempt: 2, wasUnanswered: true }, MOMENT);
    expect(course).toMatchObject({ state: 'failed', reason: 'unanswered-twice', nextAt: null });
  });

  it('keeps in mind that one copy may be out when the second try is put off', () => {
    const course = courseAfter(LATER, { ...FRESH, attempt: 2, wasUnanswered: true }, MOMENT);
    expect(course.state).toBe('deferred');
    expect(course).not.toHaveProperty('wasUnanswered');
  });

  it.each([
    [1, 30_000],
    [2, 60_000],
    [3, 120_000],
    [8, 3_840_000],
  ])('waits after attempt %i for %i milliseconds', (attempt, wait) => {
    const course = courseAfter(LATER, { ...FRESH, attempt }, MOMENT);
    expect(millisecondsBetween(NOW, course.nextAt ?? '')).toBe(wait);
  });

  it('shortens a wait by chance, by a quarter at most', () => {
    expect(backOffAfter(3, 0)).toBe(120_000);
    expect(backOffAfter(3, 0.5)).toBe(105_000);
    expect(backOffAfter(3, 1)).toBe(90_000);
  });

  it('tries a last time when the day is over, and then gives up where people see it', () => {
    const almost = {
      attempt: 12,
      firstTriedAt: plusMilliseconds(NOW, 60_000 - TRY_FOR_MILLISECONDS),
      wasUnanswered: false,
    };
    expect(courseAfter(LATER, almost, MOMENT)).toMatchObject({
      state: 'deferred',
      nextAt: plusMilliseconds(NOW, 60_000),
    });
    const over = { ...almost, firstTriedAt: plusMilliseconds(NOW, -TRY_FOR_MILLISECONDS) };
    expect(courseAfter(LATER, over, MOMENT)).toMatchObject({
      state: 'failed',
      reason: 'gave-up',
      nextAt: null,
    });
  });
});
