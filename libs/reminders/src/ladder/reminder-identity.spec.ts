import { messageIdOf } from './reminder-identity';

const KEY = { deadlineId: 'a', deadlineVersion: 1, step: 'one-day', recipientId: 'b' } as const;

describe('the Message-ID of a reminder', () => {
  it('is the same for the same key, whenever it is made', () => {
    expect(messageIdOf(KEY, 'Demarche <notes@example.gov>')).toBe(
      messageIdOf({ ...KEY }, 'notes@example.gov'),
    );
  });

  it.each([
    ['deadlineId', { ...KEY, deadlineId: 'c' }],
    ['deadlineVersion', { ...KEY, deadlineVersion: 2 }],
    ['step', { ...KEY, step: 'overdue' as const }],
    ['recipientId', { ...KEY, recipientId: 'c' }],
  ])('differs when the %s differs', (_field, other) => {
    expect(messageIdOf(other, 'notes@example.gov')).not.toBe(messageIdOf(KEY, 'notes@example.gov'));
  });

  it('is a name and the sender’s domain in angle brackets', () => {
    expect(messageIdOf(KEY, 'Demarche <notes@example.gov>')).toMatch(
      /^<reminder\.[0-9a-f]{40}@example\.gov>$/,
    );
    expect(messageIdOf(KEY, 'nobody')).toMatch(/@localhost>$/);
  });
});
