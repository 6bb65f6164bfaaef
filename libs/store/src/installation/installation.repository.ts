import { Injectable } from '@nestjs/common';
import { InstallationFact } from './installation.entity';
import { Store } from '../connection/store';
import { UnitOfWork } from '../units/unit-of-work.service';

/** Reads and writes the few facts that an installation keeps of itself. */
@Injectable()
export class Installation {
  constructor(
    private readonly store: Store,
    private readonly units: UnitOfWork,
  ) {}

  /** The value kept under a name, or null. */
  async fact(name: string): Promise<string | null> {
    const row = await this.store.reads.findOneBy(InstallationFact, { id: name });
    return row?.value ?? null;
  }

  /** Keeps a value under a name, replacing an older one; only inside a unit of work. */
  async keep(name: string, value: string): Promise<void> {
    await this.store.writes.upsert(InstallationFact, { id: name, value }, ['id']);
  }

  /**
   * Runs work once for a value of a fact, in one unit with the fact itself, however many processes start together:
   * the later ones wait at the row's lock and then find it done. Says whether this caller did it.
   */
  async once(name: string, value: string, work: () => Promise<void>): Promise<boolean> {
    return this.units.run(async () => {
      await this.keep(`lock.${name}`, 'taken');
      if ((await this.fact(name)) === value) return false;
      await work();
      await this.keep(name, value);
      return true;
    });
  }
}
