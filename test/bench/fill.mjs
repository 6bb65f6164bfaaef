// Fills an empty database with a generated house: `node test/bench/fill.mjs --countries 60 --years 3`.
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);
load('../faults/typescript.cjs');
load('./fill.ts');
