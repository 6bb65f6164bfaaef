export * from './left-out-words';
export * from './narrative';
export { Narratives } from './narratives.service';
export * from './narratives.module';
export * from './scale';
export { NarrativeStandings } from './standings.service';
