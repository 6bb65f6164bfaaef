import type { Withdrawable } from '@demarche/progress';
import { wordFor } from '@demarche/words';
import type { Mark } from './mark';

/** That an entry was withdrawn, as pages tell it beside what is struck through. */
export interface Withdrawn {
  at: string;
  by: string;
  reason: string;
}

/** The mark of an entry that counts nowhere. */
export function withdrawnMark(): Mark {
  return { shape: '✕', tone: 'calm', word: wordFor('standing', 'withdrawn') };
}

/** What a list's summary adds when it shows withdrawn entries, which it does not count. */
export function withdrawnToo(count: number): string {
  return count > 0 ? `, ${count} withdrawn` : '';
}

/** Who withdrew an entry, when and why; null while it stands. */
export function withdrawnOf(entry: Withdrawable, nameOf: (userId: string) => string): Withdrawn | null {
  const { withdrawnAt, withdrawnBy, withdrawReason } = entry;
  if (withdrawnAt === null) return null;
  return { at: withdrawnAt, by: nameOf(withdrawnBy ?? ''), reason: withdrawReason ?? '' };
}

/** Those whose names a list of entries needs for what was withdrawn. */
export function withdrawersOf(entries: readonly Withdrawable[]): string[] {
  return entries.flatMap(({ withdrawnBy }) => withdrawnBy ?? []);
}

/** One earlier state of an entry: until when it held, who ended it, and how. */
interface EarlierState {
  version: number;
  by: string;
  at: string;
  how: string;
  reason: string | null;
  text: string;
}

interface Revision {
  version: number;
  wording: Record<string, unknown>;
  replacedBy: string;
  replacedAt: string;
  reason: string | null;
}

/** Earlier states of an entry, the oldest first, each with what ended it: a change, a withdrawal or a restoring. */
export function earlierStates(
  revisions: readonly Revision[],
  now: Withdrawable,
  told: { nameOf: (userId: string) => string; textOf: (wording: Record<string, unknown>) => string },
): EarlierState[] {
  const wasWithdrawn = (index: number) => Boolean((revisions[index]?.wording ?? now).withdrawnAt);
  return revisions.map(({ version, wording, replacedBy, replacedAt, reason }, index) => ({
    ...{ version, reason, at: replacedAt },
    by: told.nameOf(replacedBy),
    how: wordFor('entry-change', changeBetween(wasWithdrawn(index), wasWithdrawn(index + 1))),
    text: told.textOf(wording),
  }));
}

function changeBetween(before: boolean, after: boolean) {
  if (before === after) return 'changed';
  return after ? 'withdrawn' : 'restored';
}
