export * from './accept';
export * from './base.module';
export * from './clock';
export * from './errors';
export * from './ids';
export * from './logging';
export * from './secrets';
export * from './settings';
