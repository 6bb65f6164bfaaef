import { SETTINGS, type Settings } from '@demarche/base';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { type EntityList, readerOptions, writerOptions } from './connection/data-source';
import { Happenings } from './units/happenings';
import { InstallationFact } from './installation/installation.entity';
import { Installation } from './installation/installation.repository';
import { PracticeClock } from './installation/practice-clock';
import { SendingGate } from './installation/sending-gate.service';
import { SendingPauses } from './installation/sending-pauses.repository';
import { IntegrityWatch } from './connection/integrity-watch.service';
import { prepare, type SchemaDuty } from './connection/preparation';
import { Store } from './connection/store';
import { OncePerRequest } from './units/once-per-request';
import { UnitOfWork } from './units/unit-of-work.service';
import { READER_NAME, WRITER } from './connection/writer';

/** What a process says when it opens the store: the rooms' entities, and whether it migrates. */
interface StoreChoice {
  entities: (new () => object)[];
  schema: SchemaDuty;
}

/** Opens the database twice, to write and to read, and gives every room the unit of work. */
@Global()
@Module({})
export class StoreModule {
  /** Binds the store to the settings' database; the schema is fit for use before any room wakes. */
  static forRoot(choice: StoreChoice): DynamicModule {
    const entities = [InstallationFact, ...choice.entities];
    const own = [
      OncePerRequest,
      UnitOfWork,
      Store,
      Happenings,
      Installation,
      PracticeClock,
      SendingPauses,
      SendingGate,
      IntegrityWatch,
    ];
    return {
      module: StoreModule,
      imports: [writer(entities, choice.schema), reader(entities)],
      providers: own,
      exports: own,
    };
  }
}

function writer(entities: EntityList, duty: SchemaDuty): DynamicModule {
  return TypeOrmModule.forRootAsync({
    inject: [SETTINGS],
    useFactory: (settings: Settings) => ({ ...writerOptions(settings, entities), retryAttempts: 0 }),
    dataSourceFactory: async (options) => {
      const opened = await new DataSource(options as DataSourceOptions).initialize();
      await prepare(opened, duty);
      return opened;
    },
  });
}

/** The writer is injected only so that the file and its tables exist before the reader opens them. */
function reader(entities: EntityList): DynamicModule {
  return TypeOrmModule.forRootAsync({
    name: READER_NAME,
    inject: [SETTINGS, WRITER],
    useFactory: (settings: Settings) => ({
      ...readerOptions(settings, entities),
      name: READER_NAME,
      retryAttempts: 0,
    }),
  });
}
