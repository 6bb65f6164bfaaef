import { silenceOf } from '../support/silence';
import { LONG_SILENCES } from './long-silences';

/** Milliseconds in which nobody else is heard, at most: for the largest input that is taken, and for a page or a list. */
export const LARGEST = 200;
export const PAGE = 50;

type Sent = () => Promise<{ status?: number; statusCode?: number }>;

/**
 * Throws where a request fails or keeps everybody waiting for more than so many milliseconds. It is asked again where
 * it took too long: what is done for the first time takes its time once a process. PRINT_SILENCE prints each figure.
 */
export async function expectHeard(name: string, send: Sent, most: number): Promise<void> {
  const allowed = LONG_SILENCES[name] ?? most;
  const first = await silenceOf(send);
  const heard = first.silence > allowed ? await silenceOf(send) : first;
  const status = heard.answer.status ?? heard.answer.statusCode ?? 0;
  const silence = Math.round(Math.min(first.silence, heard.silence));
  if (process.env.PRINT_SILENCE) process.stderr.write(`${silence} ms (of ${allowed}) ${status} ${name}\n`);
  expect([name, status < 500]).toEqual([name, true]);
  expect([name, silence, silence <= allowed]).toEqual([name, silence, true]);
}
