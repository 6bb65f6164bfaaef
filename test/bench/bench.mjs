// `npm run bench`: the built product beside its floors, on a generated house. See the section on speed in README.md.
import { createRequire } from 'node:module';
import { ensureBuilt, ensureInstalled, ROOT } from '../../apps/launch/prepare.mjs';
import { openServices } from '../support/services.mjs';

process.chdir(ROOT);
await ensureInstalled();
await ensureBuilt();
const services = await openServices(console.log);
Object.assign(process.env, services.environment);
const load = createRequire(import.meta.url);
load('../faults/typescript.cjs');
const code = await load('./bench.ts').bench(process.argv.slice(2));
await services.stop();
process.exit(code);
