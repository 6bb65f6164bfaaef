// `npm run bench`: the built product beside its floors, on a generated house. See the section on speed in README.md.
import { createRequire } from 'node:module';
import { ensureBuilt, ensureInstalled, ROOT } from '../../apps/launch/prepare.mjs';

process.chdir(ROOT);
await ensureInstalled();
await ensureBuilt();
const load = createRequire(import.meta.url);
load('../faults/typescript.cjs');
load('./bench.ts');
