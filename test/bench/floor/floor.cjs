// Starts the floor from its sources, as a process of its own.
require('reflect-metadata');
require('../../faults/typescript.cjs');
require('./floor.ts');
