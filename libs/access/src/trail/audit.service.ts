import { ROWS_A_PAGE } from '@demarche/base';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../actor';
import { Anchors } from './anchors.service';
import { AuditCheck, byEntry } from './audit-check';
import { type AuditFilter, AuditRepository } from './audit.repository';
import type { AuditEntry } from './trail.entity';

/** The outcome of a check: how many entries stand whole, the first fault or null, all of them, and what is worth a word. */
export interface AuditVerdict {
  entries: number;
  fault: string | null;
  findings: string[];
  remarks: string[];
}

const MOST_FINDINGS = 20;
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
  async verify(): Promise<AuditVerdict> {
    const reading = await this.anchors.read();
    const check = new AuditCheck(byEntry(reading.anchors));
    const most = await this.trail.lastSeq();
    const head = await this.trail.head();
    const end = Math.max(most, head?.seq ?? 0);
    await this.trail.eachAfter(0, (entry) => (entry.seq <= end ? check.read(entry) : undefined));
    check.end(head);
    const findings = [...check.findings, ...reading.faults, ...(await this.trail.guardFaults())];
    this.anchors.checked(findings.length === 0);
    const told = findings.slice(0, MOST_FINDINGS);
    if (told.length < findings.length)
      told.push(`${findings.length - told.length} more findings of this kind`);
    const remarks = [...reading.remarks];
    if (reading.lines === 0 && end > 0) remarks.push(NO_ANCHOR);
    return { entries: check.whole, fault: told[0] ?? null, findings: told, remarks };
  }

  /** Anchors the present end of the chain, after a check where none was made yet; never after one that failed. */
  async anchor(): Promise<void> {
    if (this.anchors.isUnchecked) await this.verify();
    await this.anchors.write();
  }
}
