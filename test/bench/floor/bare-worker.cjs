// Starts the bare worker from its sources, as a process of its own.
require('reflect-metadata');
require('../../faults/typescript.cjs');
require('./bare-worker.ts');
