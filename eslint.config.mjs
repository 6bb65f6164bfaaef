import js from '@eslint/js';
import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';

const FORBIDDEN_TIME = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Ask the Clock: only the clock knows what time it is.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Ask the Clock: only the clock knows what time it is.',
  },
  {
    selector: "CallExpression[callee.object.property.name='Now']",
    message: 'Ask the Clock: only the clock knows what time it is.',
  },
];
const FORBIDDEN_ENV = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Read settings through base/settings: only main.ts files see the environment.',
  },
];
const FORBIDDEN_NEST = [{ selector: "Identifier[name='forwardRef']", message: 'A cycle is a design fault.' }];

const MOST_LINES = 12;
/** Counts what stands between the braces of a method: the signature of a handler grows with its decorators. */
const HANDLER_LINES = {
  create: (context) => ({
    MethodDefinition({ key, kind, value: { body } }) {
      const lines = body ? body.loc.end.line - body.loc.start.line - 1 : 0;
      if (kind !== 'method' || lines <= MOST_LINES) return;
      context.report({ node: key, message: `A handler has at most ${MOST_LINES} lines; this has ${lines}.` });
    },
  }),
};

export default tseslint.config(
  { ignores: ['dist/**', 'var/**', 'node_modules/**', 'coverage/**', 'apps/web/public/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
  },
  {
    files: ['**/*.ts'],
    plugins: { jsdoc },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 200 }],
      'max-lines-per-function': ['error', { max: 30 }],
      'max-params': ['error', { max: 3 }],
      'max-depth': ['error', { max: 3 }],
      complexity: ['error', { max: 8 }],
      'no-restricted-syntax': ['error', ...FORBIDDEN_TIME, ...FORBIDDEN_ENV, ...FORBIDDEN_NEST],
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          checkConstructors: false,
          require: { ClassDeclaration: true, FunctionDeclaration: true, ArrowFunctionExpression: true },
          contexts: [
            'ExportNamedDeclaration > TSInterfaceDeclaration',
            'ExportNamedDeclaration > TSTypeAliasDeclaration',
            'ExportNamedDeclaration > VariableDeclaration',
          ],
        },
      ],
    },
  },
  {
    // Rules that know types: what is not awaited, what cannot be what it is asked for.
    files: ['apps/*/src/**/*.ts', 'libs/*/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    extends: [tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowNever: true }],
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true }],
      // An adapter of a port promises without waiting, rows of a driver come as any, and a rule object is taken apart.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
  {
    // Syntax trees of templates are doubted on purpose: the parser's types promise more than a hostile template keeps.
    files: ['libs/formats/src/**/*.ts'],
    rules: { '@typescript-eslint/no-unnecessary-condition': 'off' },
  },
  {
    // A handler reads its input, asks a service and shows the answer; what is longer is a model or a rule.
    files: ['**/*.page.ts', '**/*.api.ts'],
    plugins: { house: { rules: { 'handler-lines': HANDLER_LINES } } },
    rules: { 'house/handler-lines': 'error' },
  },
  {
    // Nest hands a constructor its dependencies by position: five is the budget there, three elsewhere.
    files: ['libs/**/*.{service,repository,module,jobs}.ts', 'apps/**/*.ts', 'libs/**/*.{mailer,queue}.ts'],
    rules: { 'max-params': ['error', { max: 5 }] },
  },
  {
    files: ['**/*.spec.ts', 'libs/store/src/migrations/**'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: ['test/**', '**/*.spec.ts', 'libs/store/src/migrations/**'],
    rules: { 'jsdoc/require-jsdoc': 'off' },
  },
  {
    files: ['apps/*/src/main.ts', 'test/**/*.ts', '**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...FORBIDDEN_TIME, ...FORBIDDEN_NEST] },
  },
  {
    files: ['libs/base/src/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...FORBIDDEN_ENV, ...FORBIDDEN_NEST] },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        require: 'readonly',
        module: 'writable',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
        __dirname: 'readonly',
        document: 'readonly',
        window: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
