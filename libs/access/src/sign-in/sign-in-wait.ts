const SECOND = 1_000;
const FIRST_WAIT = 30 * SECOND;
const LONGEST_WAIT = 5 * 60 * SECOND;

/** How many tries may fail in a row before the next one has to wait. */
const FAILURES_FREE = 10;

/** How long after its last failure a count is forgotten, in milliseconds: longer than any wait. */
export const FORGET_MILLISECONDS = 15 * 60 * SECOND;

/** How long to wait after so many failures, in milliseconds: nothing at first, then doubling from 30 seconds to five minutes. */
export function waitAfter(failures: number): number {
  if (failures < FAILURES_FREE) return 0;
  return Math.min(FIRST_WAIT * 2 ** Math.min(failures - FAILURES_FREE, 10), LONGEST_WAIT);
}

/** A wait in words, rounded up: seconds below two minutes, minutes from there. */
export function waitInWords(seconds: number): string {
  if (seconds >= 120) return `${Math.ceil(seconds / 60)} minutes`;
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
