import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { Clock, SETTINGS, type Settings, sha256 } from '@demarche/base';
import { Installation, UnitOfWork } from '@demarche/store';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import {
  type AnchorMemory,
  type AnchorReading,
  appendAnchor,
  readAnchors,
  readLastAnchor,
} from './anchor-file';
import { AuditCheck, byEntry, type ChainPlace } from './audit-check';
import { AuditRepository } from './audit.repository';

/** An anchor follows an entry after this time at the latest, or after this many entries at once. */
const PATIENCE_MILLISECONDS = 5_000;
const MOST_UNANCHORED = 100;

/**
 * Keeps the end of the chain in a file of its own, where a rewrite of the database does not reach it: at each start and
 * stop, soon after each entry, and at once after a hundred. Nothing is anchored until a check has found the chain whole
 * from the last anchor on, nor ever again after one that found it broken.
 */
@Injectable()
export class Anchors implements OnModuleInit, OnModuleDestroy {
  private state: 'unchecked' | 'whole' | 'broken' = 'unchecked';
  private known: ChainPlace | null = null;
  private waiting = 0;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly trail: AuditRepository,
    private readonly installation: Installation,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'varFolder'>,
  ) {}

  /** From now on every entry that is kept is heard of. */
  onModuleInit(): void {
    this.trail.onKept(() => this.due());
  }

  /** The last anchor of a process that stops in peace. */
  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    if (this.waiting > 0) await this.write();
  }

  /** Tells whether a check passed, and up to where it read: only then is anything anchored, and only what follows is read again. */
  checked(isWhole: boolean, upTo: ChainPlace | null = null): void {
    if (this.state !== 'broken') this.state = isWhole ? 'whole' : 'broken';
    if (isWhole && upTo !== null) this.known = upTo;
  }

  /** Whether a check has been made at all. */
  get isUnchecked(): boolean {
    return this.state === 'unchecked';
  }

  /** The whole anchor file as it stands, held against what the database remembers of it. */
  async read(): Promise<AnchorReading> {
    return readAnchors(this.file, await this.memory());
  }

  /** The last anchor, and the others only where the file is not as the database remembers it. */
  async readLast(): Promise<AnchorReading> {
    const memory = await this.memory();
    return readLastAnchor(this.file, memory) ?? readAnchors(this.file, memory);
  }

  /** Anchors the present end of the chain, unless the chain is unchecked, broken, or anchored there already. */
  write(): Promise<void> {
    this.running = this.running.then(() => this.append()).catch(() => undefined);
    return this.running;
  }

  private due(): void {
    this.waiting += 1;
    if (this.waiting >= MOST_UNANCHORED) return void this.write();
    this.timer ??= setTimeout(() => void this.write(), PATIENCE_MILLISECONDS).unref();
  }

  private async append(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.state !== 'whole') return;
    this.waiting = 0;
    await this.units.run(async () => {
      await this.installation.keep(`lock.${this.fact}`, 'taken');
      const reading = await this.readLast();
      const head = await this.trail.head();
      const isWhole = reading.faults.length === 0 && (await this.leadsTo(reading, head));
      if (!isWhole) return this.checked(false);
      if (!head || head.seq === 0 || reading.anchors.at(-1)?.seq === head.seq) return;
      const memory = appendAnchor(this.file, reading, {
        seq: head.seq,
        hash: head.hash,
        at: this.clock.now(),
      });
      await this.installation.keep(this.fact, JSON.stringify(memory));
    });
  }

  /**
   * Whether the chain leads from the last anchor to its head, so that no tail is anchored that was changed since. What
   * others write meanwhile lies behind that head and is not looked at.
   */
  private async leadsTo(reading: AnchorReading, head: ChainPlace | null): Promise<boolean> {
    const last = reading.anchors.at(-1) ?? null;
    if (last !== null && (await this.trail.at(last.seq))?.hash !== last.hash) return false;
    const check = new AuditCheck(byEntry([]), this.farther(last));
    await check.readAll(this.trail.slices(check.place.seq, head?.seq ?? 0));
    check.end(head);
    if (check.findings.length === 0) this.known = check.place;
    return check.findings.length === 0;
  }

  private farther(last: ChainPlace | null): ChainPlace | undefined {
    const { known } = this;
    return (known !== null && known.seq > (last?.seq ?? 0) ? known : last) ?? undefined;
  }

  private get file(): string {
    return join(this.settings.varFolder, 'audit-anchors.jsonl');
  }

  /** Each folder of each machine has a file of its own, which the database remembers apart. */
  private get fact(): string {
    return `audit-anchors.${sha256(`${hostname()}:${resolve(this.settings.varFolder)}`).slice(0, 16)}`;
  }

  private async memory(): Promise<AnchorMemory | null> {
    const kept = await this.installation.fact(this.fact);
    return kept === null ? null : (JSON.parse(kept) as AnchorMemory);
  }
}
