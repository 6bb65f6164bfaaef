const { project } = require('./.jest-swc.cjs');

module.exports = {
  maxWorkers: 2,
  // Two busy cores may make a healthy test slow; what hangs still fails.
  testTimeout: 30_000,
  projects: [
    project('unit', ['<rootDir>/libs/*/src/**/*.spec.ts', '<rootDir>/apps/*/src/**/*.spec.ts']),
    project('contract', ['<rootDir>/test/contract/**/*.spec.ts']),
    project('e2e', ['<rootDir>/test/e2e/**/*.spec.ts']),
    // Wants a quiet machine: `npm run silence`, not part of `npm test`.
    project('silence', ['<rootDir>/test/silence/**/*.spec.ts']),
    project('faults', ['<rootDir>/test/faults/**/*.spec.ts']),
    project('node24', ['<rootDir>/test/node24/**/*.spec.ts']),
    project('browser', ['<rootDir>/test/browser/**/*.spec.ts']),
  ],
};
