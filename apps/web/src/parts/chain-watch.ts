import { Audit, type AuditVerdict } from '@demarche/access';
import { Clock, millisecondsBetween } from '@demarche/base';
import { Injectable } from '@nestjs/common';

/** What the last check of the chain found, and when. */
interface DatedVerdict extends AuditVerdict {
  at: string;
}

const FRESH_MILLISECONDS = 5 * 60_000;

/** Checks the chain for pages: at most every five minutes unless asked, since a check reads the whole trail. */
@Injectable()
export class ChainWatch {
  private last: DatedVerdict | null = null;

  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The last verdict, or a new one when it has grown old or a fresh one is asked for. */
  async verdict({ fresh }: { fresh: boolean }): Promise<DatedVerdict> {
    const at = this.clock.now();
    const isFresh = this.last !== null && millisecondsBetween(this.last.at, at) < FRESH_MILLISECONDS;
    if (this.last && isFresh && !fresh) return this.last;
    this.last = { at, ...(await this.audit.verify()) };
    return this.last;
  }
}
