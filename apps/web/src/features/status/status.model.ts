import { wordFor } from '@demarche/words';
import { type Actor, AuditWatch } from '@demarche/access';
import { SETTINGS, type Settings } from '@demarche/base';
import { type LedgerState, LedgerStatus, REMINDER_STATES } from '@demarche/reminders';
import { JobRunner } from '@demarche/jobs';
import { Inject, Injectable } from '@nestjs/common';
import type { PageModel } from '../../http/views/page-result';
import { type ChainShown, chainShown } from '../../parts/chain-shown';
import type { Mark } from '../../parts/mark';

/** REL-12: whoever looks after the house is told when a reminder is later than this. */
const LATE_MINUTES = 15;

/** `checkedAt` is null while the very first check runs; `wholeCheckedAt` until the whole trail was read once. */
interface ChainFacts {
  entries: number;
  fault: string | null;
  checkedAt: string | null;
  wholeCheckedAt: string | null;
}

/** How the house stands, in plain values: for the page and for the API alike. */
interface InstallationStatus {
  reminders: LedgerState;
  chain: ChainFacts;
  database: 'SQLite' | 'PostgreSQL';
  queue: 'Redis' | 'inside this process';
  mail: 'mail server' | 'outbox folder';
  /** What became of the bells that rang in this process. */
  bells: ReturnType<JobRunner['counts']>;
}

/** Gathers how the house stands, and words it for the page. */
@Injectable()
export class StatusModel {
  constructor(
    private readonly ledger: LedgerStatus,
    private readonly chain: AuditWatch,
    private readonly runner: JobRunner,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The plain values. Throws Forbidden without `read-status`. */
  async now(actor: Actor): Promise<InstallationStatus> {
    const reminders = await this.ledger.now(actor);
    const { databaseUrl, redisUrl, smtpUrl } = this.settings;
    return {
      reminders,
      chain: chainFacts(chainShown(await this.chain.standing({ fresh: false }))),
      database: databaseUrl === null ? 'SQLite' : 'PostgreSQL',
      queue: redisUrl === null ? 'inside this process' : 'Redis',
      mail: smtpUrl === null ? 'outbox folder' : 'mail server',
      bells: this.runner.counts(),
    };
  }

  /** The page. */
  async page(actor: Actor): Promise<PageModel> {
    const status = await this.now(actor);
    const { counts } = status.reminders;
    return {
      title: 'Status',
      context: 'Whether reminders leave in time, and whether the trail is whole.',
      ...status,
      remindersMark: remindersMark(status.reminders),
      chainMark: status.chain.fault === null ? good('Whole') : bad('Broken'),
      states: REMINDER_STATES.map((state) => ({
        label: wordFor('reminder-state', state),
        rows: counts[state],
      })),
      bells: Object.entries(status.bells).map(([job, bell]) => ({ job, ...bell })),
    };
  }
}

function remindersMark({ lateMinutes, counts }: LedgerState): Mark {
  if (lateMinutes > LATE_MINUTES) return bad('Late');
  if (counts.unknown > 0 || counts.failed > 0) return { word: 'Look at them', shape: '▲', tone: 'wait' };
  return good('In time');
}

const good = (word: string): Mark => ({ word, shape: '●', tone: 'good' });
const bad = (word: string): Mark => ({ word, shape: '✕', tone: 'bad' });

function chainFacts({ verdict, wholeAt }: ChainShown): ChainFacts {
  if (verdict === null) return { entries: 0, fault: null, checkedAt: null, wholeCheckedAt: wholeAt };
  const { entries, fault, at } = verdict;
  return { entries, fault, checkedAt: at, wholeCheckedAt: wholeAt };
}
