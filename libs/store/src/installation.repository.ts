import { Injectable } from '@nestjs/common';
import { InstallationFact } from './installation.entity';
import { Store } from './store';

/** Reads and writes the few facts that an installation keeps of itself. */
@Injectable()
export class Installation {
  constructor(private readonly store: Store) {}

  /** The value kept under a name, or null. */
  async fact(name: string): Promise<string | null> {
    const row = await this.store.reads.findOneBy(InstallationFact, { id: name });
    return row?.value ?? null;
  }

  /** Keeps a value under a name, replacing an older one; only inside a unit of work. */
  async keep(name: string, value: string): Promise<void> {
    await this.store.writes.upsert(InstallationFact, { id: name, value }, ['id']);
  }
}
