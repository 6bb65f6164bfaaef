import type { Anchor } from './anchor-file';
import { CHAIN_START, faultOf } from './audit-chain';
import type { AuditEntry } from './trail.entity';

/** Where a chain stands: the number and the hash of an entry. */
export interface ChainPlace {
  seq: number;
  hash: string;
}

/** One walk along the chain, entry by entry, that gathers everything that is wrong instead of stopping at the first. */
export class AuditCheck {
  readonly findings: string[] = [];
  /** How many entries stand whole before the first fault. */
  whole = 0;
  private last: ChainPlace;

  constructor(
    private readonly anchors: Map<number, string[]>,
    from: ChainPlace = { seq: 0, hash: CHAIN_START },
  ) {
    this.last = from;
    this.whole = from.seq;
  }

  /** The place of the entry that was read last. */
  get place(): ChainPlace {
    return this.last;
  }

  /** Reads the next entry. */
  read(entry: AuditEntry): void {
    const fault = faultOf(entry, this.last);
    if (fault) this.findings.push(fault);
    if ((this.anchors.get(entry.seq) ?? []).some((hash) => hash !== entry.hash))
      this.findings.push(`entry ${entry.seq} differs from what was anchored outside the database`);
    this.last = entry;
    if (this.findings.length === 0) this.whole = entry.seq;
  }

  /** Reads entries slice by slice, and tells after each how far it is. */
  async readAll(
    slices: AsyncIterable<AuditEntry[]>,
    pause: (seq: number) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    for await (const slice of slices) {
      for (const entry of slice) this.read(entry);
      await pause(this.last.seq);
    }
  }

  /** Holds the end of the chain against the head row and against the anchor that lies farthest. */
  end(head: ChainPlace | null): void {
    const { seq, hash } = this.last;
    let farthest = 0;
    for (const one of this.anchors.keys()) farthest = Math.max(farthest, one);
    const expected = Math.max(head?.seq ?? 0, farthest);
    if (seq < expected)
      this.findings.push(`entry ${seq + 1} is missing: the trail once held ${expected} entries`);
    else if (!head) this.findings.push('the head of the chain was removed');
    else if (seq > head.seq)
      this.findings.push(`entry ${head.seq + 1} was added behind the head of the chain`);
    else if (head.hash !== hash) this.findings.push(`entry ${seq} does not match the head of the chain`);
  }
}

/** Anchors by the entry they are of; one entry may have several, and none replaces another. */
export function byEntry(anchors: Pick<Anchor, 'seq' | 'hash'>[]): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const { seq, hash } of anchors) {
    const known = found.get(seq);
    if (known) known.push(hash);
    else found.set(seq, [hash]);
  }
  return found;
}
