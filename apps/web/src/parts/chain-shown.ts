import type { ChainStanding, DatedVerdict } from '@demarche/access';

/** How the chain stands, for a page: a finding if there is one, and which part was read when. */
export interface ChainShown {
  /** The check that found something, or else the last one; null while the first check runs. */
  verdict: DatedVerdict | null;
  /** Where only the end was read last: the number of the entry before it; null where the whole was. */
  endAfter: number | null;
  wholeAt: string | null;
  running: ChainStanding['running'];
}

/** A fault that the last reading of the whole found stands until the whole is found sound, whatever its end says. */
export function chainShown({ tail, whole, running }: ChainStanding): ChainShown {
  const verdict = [tail, whole].find((one) => one?.fault) ?? tail ?? whole;
  const isEnd = verdict !== null && verdict.since > 0;
  return { verdict, endAfter: isEnd ? verdict.since : null, wholeAt: whole?.at ?? null, running };
}
