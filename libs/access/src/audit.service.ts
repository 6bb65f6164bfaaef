import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Clock, SETTINGS, type Settings } from '@demarche/base';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from './actor';
import { CHAIN_START, faultOf } from './audit-chain';
import { type AuditFilter, AuditRepository } from './audit.repository';
import type { AuditEntry } from './trail.entity';

/** The outcome of a check: how many entries were read, and the first fault found, or null. */
export interface AuditVerdict {
  entries: number;
  fault: string | null;
}

interface Anchor {
  seq: number;
  hash: string;
}

const PAGE = 50;
const BATCH = 1_000;

/** Shows the audit trail and proves that nobody touched it. */
@Injectable()
export class Audit {
  constructor(
    private readonly trail: AuditRepository,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** One page of entries, newest first. */
  async entries(actor: Actor, filter: AuditFilter): Promise<AuditEntry[]> {
    actor.must('read-audit');
    return this.trail.newest(filter, PAGE);
  }

  /**
   * Reads the whole chain and names the first broken entry. The head row finds a cut tail, the anchors in a file of
   * their own find a chain that was rewritten as a whole.
   */
  async verify(): Promise<AuditVerdict> {
    let last: Anchor = { seq: 0, hash: CHAIN_START };
    const anchors = new Map(this.anchors().map((anchor) => [anchor.seq, anchor.hash]));
    for (;;) {
      const batch = await this.trail.after(last.seq, BATCH);
      for (const entry of batch) {
        const fault = faultOf(entry, last) ?? anchorFault(entry, anchors);
        if (fault) return { entries: last.seq, fault };
        last = entry;
      }
      if (batch.length < BATCH) return { entries: last.seq, fault: await this.tailFault(last) };
    }
  }

  private async tailFault(last: Anchor): Promise<string | null> {
    const head = await this.trail.head();
    const anchored = Math.max(0, ...this.anchors().map((anchor) => anchor.seq));
    const expected = Math.max(head?.seq ?? 0, anchored);
    if (last.seq < expected)
      return `entry ${last.seq + 1} is missing: the trail once held ${expected} entries`;
    if (!head) return 'the head of the chain was removed';
    if (head.hash !== last.hash) return `entry ${last.seq} does not match the head of the chain`;
    return null;
  }

  /** Writes the present end of the chain to the anchor file, where a rewrite of the table cannot reach it. */
  async anchor(): Promise<void> {
    const head = await this.trail.head();
    if (!head || head.seq === 0) return;
    mkdirSync(this.settings.varFolder, { recursive: true });
    appendFileSync(
      this.anchorFile,
      `${JSON.stringify({ at: this.clock.now(), seq: head.seq, hash: head.hash })}\n`,
    );
  }

  private get anchorFile(): string {
    return join(this.settings.varFolder, 'audit-anchors.jsonl');
  }

  private anchors(): Anchor[] {
    if (!existsSync(this.anchorFile)) return [];
    const lines = readFileSync(this.anchorFile, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as Anchor);
  }
}

function anchorFault(entry: Anchor, anchors: Map<number, string>): string | null {
  const anchored = anchors.get(entry.seq);
  if (anchored === undefined || anchored === entry.hash) return null;
  return `entry ${entry.seq} differs from what was anchored outside the database`;
}
