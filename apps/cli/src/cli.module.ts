import { accessEntities, AccessModule } from '@demarche/access';
import { BaseModule, type ProcessParts } from '@demarche/base';
import { RegisterModule, registerEntities } from '@demarche/register';
import { type SchemaDuty, StoreModule } from '@demarche/store';
import { type DynamicModule, Module, type Type } from '@nestjs/common';

/** Rooms that a command opens besides the usual ones, with their tables. */
export interface MoreRooms {
  modules: (Type | DynamicModule)[];
  entities: (new () => object)[];
}

/** The rooms that commands work in: people, the trail, the register. No page, no bell, no mail. */
@Module({})
export class CliModule {
  /** Binds the rooms to what a command brings. */
  static forRoot(parts: ProcessParts, schema: SchemaDuty, more: MoreRooms): DynamicModule {
    const entities = [...accessEntities, ...registerEntities, ...more.entities];
    const machinery = [BaseModule.forRoot(parts), StoreModule.forRoot({ entities, schema })];
    return { module: CliModule, imports: [...machinery, AccessModule, RegisterModule, ...more.modules] };
  }
}
