import { BaseModule, createLogger } from '@demarche/base';
import { StoreModule } from '@demarche/store';
import type { DynamicModule, Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { type DatabaseKind, type FreshDatabase, freshDatabase } from './database';
import { TemplateDatabase } from './template-database';
import { FrozenClock } from './frozen-clock';

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
  const template = TemplateDatabase.of(database.settings, wordsFor(wanted));
  const isLaid = template.lay(database.settings);
  const parts = { settings: database.settings, clock, logger: createLogger(database.settings) };
  const rooms = await Test.createTestingModule({
    imports: [
      BaseModule.forRoot(parts),
      StoreModule.forRoot({ entities: wanted.entities ?? [], schema: 'migrate' }),
      ...(wanted.modules ?? []),
    ],
  }).compile();
  await rooms.init();
  if (!isLaid) await template.keep(database.settings, rooms);
  const close = async () => {
    await rooms.close();
    await database.drop();
  };
  return { rooms, clock, database, close };
}

/** What decides how an empty database of these rooms looks: its tables, what rooms fill in, settings and time. */
function wordsFor(wanted: RoomsWanted): string[] {
  const modules = (wanted.modules ?? []).map((one) => ('module' in one ? one.module.name : one.name));
  const entities = (wanted.entities ?? []).map((entity) => entity.name);
  return [...modules, ...entities, JSON.stringify(wanted.environment ?? {}), wanted.at ?? PRACTICE_MORNING];
}
