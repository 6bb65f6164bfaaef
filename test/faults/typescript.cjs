// Lets a test start a real process from the sources, without a build: node -r ./test/faults/typescript.cjs FILE.ts
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const ROOT = join(__dirname, '..', '..');
const OPTIONS = {
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
};

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...OPTIONS, filename });
  module._compile(code, filename);
};

const resolve = Module._resolveFilename;
Module._resolveFilename = function resolveRooms(request, ...others) {
  const room = /^@demarche\/([^/]+)$/.exec(request)?.[1];
  return resolve.call(this, room ? join(ROOT, 'libs', room, 'src', 'index.ts') : request, ...others);
};
