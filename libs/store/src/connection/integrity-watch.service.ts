import { LOGGER, type Logger, SETTINGS, type Settings } from '@demarche/base';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { databaseFile } from './data-source';
import { damageIn } from './integrity';

const DAY_MILLISECONDS = 86_400_000;

/** Reads the whole embedded database after the start and once a day, so that damage is told before a backup keeps it. */
@Injectable()
export class IntegrityWatch implements BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private found: string | null = null;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Whether the last reading found the file damaged. */
  get isDamaged(): boolean {
    return this.found !== null;
  }

  /** Begins to read, without anybody waiting for it; a server looks after its own files. */
  watch(): void {
    if (this.settings.databaseUrl !== null) return;
    const read = () => void this.read();
    this.timer = setInterval(read, DAY_MILLISECONDS);
    this.timer.unref();
    read();
  }

  /** Reads the whole file once. */
  async read(): Promise<void> {
    this.found = await damageIn(databaseFile(this.settings));
    if (this.found !== null) this.logger.error({ found: this.found }, 'the database file is damaged');
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
