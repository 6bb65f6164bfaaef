import { BaseModule, createLogger, FrozenClock } from '@demarche/base';
import { StoreModule } from '@demarche/store';
import type { DynamicModule, Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { type DatabaseKind, type FreshDatabase, freshDatabase } from './database';

/** Where tests stand in time unless they say otherwise: the first morning of the practice clock. */
export const PRACTICE_MORNING = '2009-11-04T14:00:00.000Z';

/** A few rooms opened on an empty, migrated database with a frozen clock. */
export interface OpenRooms {
  rooms: TestingModule;
  clock: FrozenClock;
  database: FreshDatabase;
  close(): Promise<void>;
}

/** What to open: the rooms' modules, their entities, and on which database (SQLite unless said). */
export interface RoomsWanted {
  modules?: (Type | DynamicModule)[];
  entities?: (new () => object)[];
  kind?: DatabaseKind;
  environment?: Record<string, string>;
  at?: string;
}

/** Opens rooms for a test: real database, frozen clock, nothing mocked. */
export async function openRooms(wanted: RoomsWanted = {}): Promise<OpenRooms> {
  const database = await freshDatabase(wanted.kind ?? 'sqlite', wanted.environment);
  const clock = new FrozenClock(wanted.at ?? PRACTICE_MORNING);
  const ground = { settings: database.settings, clock, logger: createLogger(database.settings) };
  const rooms = await Test.createTestingModule({
    imports: [
      BaseModule.on(ground),
      StoreModule.forRoot({ entities: wanted.entities ?? [], schema: 'migrate' }),
      ...(wanted.modules ?? []),
    ],
  }).compile();
  await rooms.init();
  const close = async () => {
    await rooms.close();
    await database.drop();
  };
  return { rooms, clock, database, close };
}
