// `npm start`: from a fresh clone to a running Demarche in one command. Plain JavaScript, so that it runs before
// node_modules exists.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { checkNode, ensureBuilt, ensureInstalled, ROOT } from './prepare.mjs';

checkNode();
process.chdir(ROOT);
await ensureInstalled();
await ensureBuilt();
createRequire(import.meta.url)(join(ROOT, 'dist', 'apps', 'web', 'src', 'main.js'));
