#!/usr/bin/env node
// `npm run -s demarche -- …`: the command line. It builds nothing, so that it answers at once.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/apps/cli/src/main.js', import.meta.url));
if (!existsSync(main)) {
  console.error('Demarche is not built yet. Run npm start once, or npm run build, then try again.');
  process.exit(3);
}
createRequire(import.meta.url)(main);
