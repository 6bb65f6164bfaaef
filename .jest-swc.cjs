// Shared transform: TypeScript with Nest's decorators, and the few packages that ship as ES modules only.
const swc = (parser) => [
  '@swc/jest',
  {
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      parser,
      transform: { legacyDecorator: true, decoratorMetadata: true },
      keepClassNames: true,
    },
  },
];

const ESM_PACKAGES =
  '/node_modules/(?!(nodemailer|docx|temporal-polyfill|temporal-utils|nanoid|uuid|content-disposition|cookie|@fastify/cookie)/)';

const project = (name, testMatch, extra = {}) => ({
  displayName: name,
  rootDir: __dirname,
  testMatch,
  testEnvironment: 'node',
  moduleNameMapper: { '^@demarche/([^/]+)$': '<rootDir>/libs/$1/src' },
  transform: {
    '\\.ts$': swc({ syntax: 'typescript', decorators: true }),
    '\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [ESM_PACKAGES],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/var'],
  ...extra,
});

module.exports = { project };
