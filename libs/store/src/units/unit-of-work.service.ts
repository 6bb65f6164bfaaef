import { AsyncLocalStorage } from 'node:async_hooks';
import { LOGGER, type Logger } from '@demarche/base';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, QueryRunner } from 'typeorm';
import { Happenings } from './happenings';
import { OncePerRequest } from './once-per-request';
import { openTransaction } from './transaction';
import { WriteQueue } from './write-queue';
import type { Unit } from './unit';
import { WRITER } from '../connection/writer';

const TURN_PATIENCE_MILLISECONDS = 10_000;
/** The first try and three more (REL-9). */
const TRIES = 4;
/** PostgreSQL codes after which the same work may be tried again: serialization failure and deadlock. */
const TRY_AGAIN = ['40001', '40P01'];

/** The only door to writing: runs work inside one transaction, one after another on SQLite. */
@Injectable()
export class UnitOfWork {
  private readonly running = new AsyncLocalStorage<{ unit: Unit; open: boolean }>();
  private readonly queue = new WriteQueue(TURN_PATIENCE_MILLISECONDS);

  constructor(
    @Inject(WRITER) private readonly writer: DataSource,
    private readonly happenings: Happenings,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly readings: OncePerRequest,
  ) {}

  /** The unit that surrounds the caller, or null; work that outlives its unit finds none. */
  get current(): Unit | null {
    const surrounding = this.running.getStore();
    return surrounding?.open ? surrounding.unit : null;
  }

  /**
   * Runs work in one transaction and returns its result; a throw rolls everything back and is passed on. Inside a
   * running unit the work joins it. No network call belongs inside.
   */
  async run<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    const surrounding = this.current;
    if (surrounding) return work(surrounding);
    for (let left = TRIES - 1; ; left -= 1) {
      try {
        return await this.once(work);
      } catch (error) {
        if (left === 0 || !TRY_AGAIN.includes(codeOf(error))) throw error;
      }
    }
  }

  private async once<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    const after: (() => void | Promise<void>)[] = [];
    const leave = this.writer.options.type === 'sqlite' ? await this.queue.enter() : () => undefined;
    let result: T;
    this.readings.forget();
    try {
      result = await this.readings.apart(() => this.inTransaction(work, after));
    } finally {
      this.readings.forget();
      leave();
    }
    for (const act of after) await this.afterwards(act);
    return result;
  }

  private async inTransaction<T>(
    work: (unit: Unit) => Promise<T>,
    after: (() => void | Promise<void>)[],
  ): Promise<T> {
    const transaction = await openTransaction(this.writer);
    const surrounding = { unit: this.unitOn(transaction.runner, after), open: true };
    try {
      const result = await this.running.run(surrounding, () => work(surrounding.unit));
      surrounding.open = false;
      await transaction.commit();
      return result;
    } catch (error) {
      surrounding.open = false;
      await transaction.rollback();
      throw error;
    }
  }

  private unitOn(runner: QueryRunner, after: (() => void | Promise<void>)[]): Unit {
    const unit: Unit = {
      manager: runner.manager,
      happened: (event) => this.happenings.tell(event, unit),
      afterCommit: (work) => void after.push(work),
    };
    return unit;
  }

  private async afterwards(act: () => void | Promise<void>): Promise<void> {
    try {
      await this.running.exit(async () => act());
    } catch (error) {
      this.logger.warn({ error: String(error) }, 'work after a commit failed; the change itself is kept');
    }
  }
}

function codeOf(error: unknown): string {
  const driver = (error as { driverError?: { code?: string } }).driverError;
  return driver?.code ?? '';
}
