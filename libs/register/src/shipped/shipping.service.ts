import { Acts, SYSTEM_ACTOR } from '@demarche/access';
import { Installation } from '@demarche/store';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ShippingRepository } from './shipping.repository';

/** Raised whenever rows are added to what ships, so that older installations receive them too. */
const EDITION = '2026-11-22';
const FACT = 'register.shipped';

/** Loads the shipped register on the first start, and what a newer edition adds on later ones. */
@Injectable()
export class Shipping implements OnModuleInit {
  constructor(
    private readonly acts: Acts,
    private readonly installation: Installation,
    private readonly shipped: ShippingRepository,
  ) {}

  /** Runs before any door opens; the rooms above find a filled register. */
  onModuleInit(): Promise<boolean> {
    return this.load();
  }

  /** Loads what this edition ships; whether there was anything to do. Rows that people changed stay as they are. */
  async load(): Promise<boolean> {
    if ((await this.installation.fact(FACT)) === EDITION) return false;
    const act = { permission: 'manage-register', action: 'register.load-shipped' } as const;
    return this.installation.once(FACT, EDITION, () =>
      this.acts.perform(SYSTEM_ACTOR, act, async (unit, note) => {
        await this.shipped.loadShipped(unit);
        note.about('register', EDITION);
      }),
    );
  }
}
