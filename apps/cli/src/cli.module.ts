import { accessEntities, AccessModule } from '@demarche/access';
import { BaseModule, type Ground } from '@demarche/base';
import { RegisterModule, registerEntities } from '@demarche/register';
import { type SchemaDuty, StoreModule } from '@demarche/store';
import { type DynamicModule, Module } from '@nestjs/common';

/** The rooms that commands work in: people, the trail, the register. No page, no bell, no mail. */
@Module({})
export class CliModule {
  /** Binds the rooms to the ground of a command. */
  static on(ground: Ground, schema: SchemaDuty): DynamicModule {
    const entities = [...accessEntities, ...registerEntities];
    const machinery = [BaseModule.on(ground), StoreModule.forRoot({ entities, schema })];
    return { module: CliModule, imports: [...machinery, AccessModule, RegisterModule] };
  }
}
