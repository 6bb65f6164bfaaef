import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from './clock';
import { LOGGER, type Logger } from './logging';
import { SETTINGS, type Settings } from './settings';

/** What a process brings from the street: its settings, its clock, its logger. */
export interface Ground {
  settings: Settings;
  clock: Clock;
  logger: Logger;
}

/** Gives every room the ground it stands on; the doors build the ground, tests bring a frozen clock. */
@Global()
@Module({})
export class BaseModule {
  /** Binds the ground to its tokens. */
  static on(ground: Ground): DynamicModule {
    const providers = [
      { provide: SETTINGS, useValue: ground.settings },
      { provide: Clock, useValue: ground.clock },
      { provide: LOGGER, useValue: ground.logger },
    ];
    return { module: BaseModule, providers, exports: providers };
  }
}
