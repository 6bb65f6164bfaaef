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
