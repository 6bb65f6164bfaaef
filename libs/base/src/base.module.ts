import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from './clock';
import { LOGGER, type Logger } from './logging';
import { SETTINGS, type Settings } from './settings';

/** What a process brings when it starts: its settings, its clock, its logger. */
export interface ProcessParts {
  settings: Settings;
  clock: Clock;
  logger: Logger;
}

/** Hands what the process brought to every room; an app reads it from the environment, tests bring a frozen clock. */
@Global()
@Module({})
export class BaseModule {
  /** Binds each part to its token. */
  static forRoot(parts: ProcessParts): DynamicModule {
    const providers = [
      { provide: SETTINGS, useValue: parts.settings },
      { provide: Clock, useValue: parts.clock },
      { provide: LOGGER, useValue: parts.logger },
    ];
    return { module: BaseModule, providers, exports: providers };
  }
}
