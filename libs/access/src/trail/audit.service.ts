import { setImmediate as letOthersGo } from 'node:timers/promises';
import { ROWS_A_PAGE } from '@demarche/base';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../actor';
import { Anchors } from './anchors.service';
import type { AnchorReading } from './anchor-file';
import { CHAIN_START } from './audit-chain';
import { AuditCheck, byEntry, type ChainPlace } from './audit-check';
import type { AuditFilter } from './audit-list';
import { AuditRepository } from './audit.repository';
import type { AuditEntry } from './trail.entity';

/**
 * The outcome of a check: how many entries stand whole, the first fault or null, all of them, and what is worth a word.
 * Entries up to `since` were not read, because an anchor vouches for the chain up to there; 0 for the whole chain.
 */
export interface AuditVerdict {
  entries: number;
  since: number;
  fault: string | null;
  findings: string[];
  remarks: string[];
}

/** Called after each slice of a check, with the number of the entry read last and of the last one to read. */
export type Pace = (read: number, end: number) => Promise<void>;

const MOST_FINDINGS = 20;
const BEGINNING: ChainPlace = { seq: 0, hash: CHAIN_START };
const NO_ANCHOR =
  'no anchor stands outside the database yet, so a trail rewritten as a whole would not be found';

/** Shows the audit trail and proves that nobody touched it. */
@Injectable()
export class Audit {
  constructor(
    private readonly trail: AuditRepository,
    private readonly anchors: Anchors,
  ) {}

  /** One page of entries, newest first. */
  async entries(actor: Actor, filter: AuditFilter): Promise<AuditEntry[]> {
    actor.must('read-audit');
    return this.trail.newest(filter, ROWS_A_PAGE);
  }

  /**
   * Reads the whole chain and names what is broken. The head row finds a cut tail, the anchors in a file of their own
   * find a chain that was rewritten as a whole, and the guards of the table are looked at. Entries that are written
   * meanwhile raise no alarm: anchors are read before the end is settled, and the chain up to that end never changes.
   */
  async verify(pace: Pace = atOnce): Promise<AuditVerdict> {
    return this.check(await this.anchors.read(), { from: BEGINNING, pace });
  }

  /**
   * Reads the chain from the last anchor on, which takes no longer after twenty years than after one. Where there is no
   * anchor it reads the whole.
   */
  async verifyTail(pace: Pace = atOnce): Promise<AuditVerdict> {
    const reading = await this.anchors.readLast();
    const last = reading.anchors.at(-1);
    const anchored = last ? await this.trail.at(last.seq) : null;
    const from = anchored ? { seq: anchored.seq - 1, hash: anchored.previousHash } : BEGINNING;
    return this.check(reading, { from, pace });
  }

  /** Anchors the present end of the chain, after a check where none was made yet; never after one that failed. */
  async anchor(): Promise<void> {
    if (this.anchors.isUnchecked) await this.verifyTail();
    await this.anchors.write();
  }

  private async check(
    reading: AnchorReading,
    { from, pace }: { from: ChainPlace; pace: Pace },
  ): Promise<AuditVerdict> {
    const check = new AuditCheck(byEntry(reading.anchors), from);
    const most = await this.trail.lastSeq();
    const head = await this.trail.head();
    const end = Math.max(most, head?.seq ?? 0);
    await check.readAll(this.trail.slices(from.seq, end), (read) => pace(read, end));
    check.end(head);
    const findings = [...check.findings, ...reading.faults, ...(await this.trail.guardFaults())];
    this.anchors.checked(findings.length === 0, check.place);
    const isUnanchored = reading.lines === 0 && end > 0;
    const remarks = [...reading.remarks, ...(isUnanchored ? [NO_ANCHOR] : [])];
    const told = shortened(findings);
    return { entries: check.whole, since: from.seq, fault: told[0] ?? null, findings: told, remarks };
  }
}

function shortened(findings: string[]): string[] {
  const more = findings.length - MOST_FINDINGS;
  return more > 0 ? [...findings.slice(0, MOST_FINDINGS), `${more} more findings of this kind`] : findings;
}

const atOnce: Pace = () => letOthersGo();
