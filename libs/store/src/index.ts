export * from './columns';
export { databaseFile, type EntityList, readerOptions, writerOptions } from './connection/data-source';
export { isDuplicate } from './units/duplicate';
export * from './units/happenings';
export * from './connection/folder-lock';
export { InstallationFact } from './installation/installation.entity';
export { Installation } from './installation/installation.repository';
export { MIGRATIONS } from './migrations';
export { SendingGate } from './installation/sending-gate.service';
export {
  type ClockTrouble,
  type SendingPause,
  SendingPaused,
  SendingPauses,
} from './installation/sending-pauses.repository';
export { PracticeClock, PracticeClockMoved } from './installation/practice-clock';
export { FIRST_START, type SchemaDuty } from './connection/preparation';
export { IntegrityWatch } from './connection/integrity-watch.service';
export { faultCodeOf, mayPass, startFaultOf } from './connection/start-fault';
export * from './connection/store';
export * from './store.module';
export type { Unit } from './units/unit';
export { UnitOfWork } from './units/unit-of-work';
export * from './units/versioned';
