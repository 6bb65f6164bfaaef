export * from './left-out-words';
export * from './narrative';
export { Narratives } from './narratives.service';
export * from './narratives.module';
export { OPEN_SLOT } from './opening';
export * from './scale';
