import { fileURLToPath } from 'node:url';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Rules about how code reads: they hold for tests too. */
const everywhere = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
  '@typescript-eslint/no-unused-vars': [
    'error',
    { args: 'all', argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
  ],
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
  ],
  '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [] }],
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/prefer-readonly': 'error',
  'no-restricted-syntax': [
    'error',
    { selector: 'ExportDefaultDeclaration', message: 'Export by name: a default export loses its name.' },
    { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
    { selector: 'ExportAllDeclaration', message: 'Import from the file that declares it: no barrels.' },
  ],
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
  'prefer-const': 'error',
  'no-var': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
};

/** Rules about size and reach: the house style for what is shipped. */
const shipped = {
  'max-lines': ['error', { max: 320 }],
  'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
  'max-params': ['error', { max: 3 }],
  'max-depth': ['error', 4],
  complexity: ['error', 20],
  'no-console': 'error',
};

const config = tseslint.config(
  { ignores: ['dist', '.cache', 'output', 'node_modules', 'test/fixtures'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    // One program holds the sources and the tests: two would load every type twice.
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { project: './test/tsconfig.json', tsconfigRootDir: root } },
    rules: everywhere,
  },
  { files: ['src/**/*.ts'], rules: shipped },
  { files: ['src/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  // A declaration file describes a package as it is.
  { files: ['**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
);

// ESLint reads its configuration from the default export only.
export default config;
