import { silenceOf } from '../support/silence';
import { LONG_SILENCES } from './long-silences';

/** Milliseconds in which nobody else is heard, at most: for the largest input that is taken, and for a page or a list. */
export const LARGEST = 200;
export const PAGE = 50;
/** What is done for the first time takes its time once a process. */
const TRIES = 3;

type Sent = () => Promise<{ status?: number; statusCode?: number }>;

/**
 * Throws where a request fails or keeps everybody waiting for more than so many milliseconds. It is asked again where
 * it took too long, as often as it gives the same answer. PRINT_SILENCE prints each figure.
 */
export async function expectHeard(name: string, send: Sent, most: number): Promise<void> {
  const allowed = LONG_SILENCES[name] ?? most;
  let best = await heardOf(send);
  for (let left = TRIES - 1; left > 0 && best.silence > allowed; left -= 1) {
    const again = await heardOf(send);
    if (again.status === best.status && again.silence < best.silence) best = again;
  }
  judge(name, best, allowed);
}

/** The same for what can be done only once. */
export async function expectHeardOnce(name: string, send: Sent, most: number): Promise<void> {
  judge(name, await heardOf(send), LONG_SILENCES[name] ?? most);
}

async function heardOf(send: Sent): Promise<{ status: number; silence: number }> {
  const { answer, silence } = await silenceOf(send);
  return { status: answer.status ?? answer.statusCode ?? 0, silence: Math.round(silence) };
}

function judge(
  name: string,
  { status, silence }: { status: number; silence: number },
  allowed: number,
): void {
  if (process.env.PRINT_SILENCE) process.stderr.write(`${silence} ms (of ${allowed}) ${status} ${name}\n`);
  expect([name, status < 500]).toEqual([name, true]);
  expect([name, silence, silence <= allowed]).toEqual([name, silence, true]);
}
