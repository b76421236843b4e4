import js from '@eslint/js';
import globals from 'globals';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const framework = [
  '@strapi/*',
  'koa',
  'koa-*',
  'knex',
  'pg',
  'bullmq',
  'ioredis',
  'node:fs*',
  'node:net',
  '**/server/**',
];

/** Chinese that people read is set with full-width signs; half-width ones after a Chinese character are a slip of the keyboard. */
const halfWidth = '/[\\u4e00-\\u9fff][,;:!?]/u';
const fullWidthSigns = [
  `Literal[value=${halfWidth}]`,
  `TemplateElement[value.cooked=${halfWidth}]`,
  `JSXText[value=${halfWidth}]`,
].map((selector) => ({ selector, message: 'Chinese texts take full-width punctuation: ，；：！？' }));

/** Bytes of UTF-8 that were read as Latin-1 and encoded once more: a full-width comma comes out as three signs. */
const encodedTwice = '/[\\u00e0-\\u00ef][\\u0080-\\u00bf]{2}/u';
const readableSigns = [
  `Literal[value=${encodedTwice}]`,
  `TemplateElement[value.cooked=${encodedTwice}]`,
  `JSXText[value=${encodedTwice}]`,
].map((selector) => ({ selector, message: 'This text was encoded twice' }));

/** Cells of files for people are made in one place, which knows what a spreadsheet would run. */
const oneCsvWriter = {
  selector: `CallExpression[callee.property.name=/^replace(All)?$/][arguments.1.value='""']`,
  message: 'CSV for people is written by exportCsv of core; bank files, by format, by bank-csv.ts.',
};

/** Calls out of the platform go past the guard of outbound calls: an address from outside must not reach our own network. */
const guardedCallsOnly = {
  selector:
    "CallExpression[callee.name='fetch'], CallExpression[callee.object.name='globalThis'][callee.property.name='fetch'], CallExpression[callee.object.name=/^https?$/][callee.property.name='request']",
  message: 'Servers call out by guardedRequest of core.',
};

/** What an effect gives back is called when it ends: `scrollIntoView` gives a promise in newer browsers, and the page dies of it. */
const effectsGiveNothing = {
  selector: ['ChainExpression', "CallExpression[callee.type='MemberExpression']"]
    .map((given) => `CallExpression[callee.name=/^use(Layout)?Effect$/] > ArrowFunctionExpression > ${given}.body`)
    .join(),
  message: 'Write braces: what an effect gives back is called when it ends.',
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/build/**',
      '**/node_modules/**',
      'cms/types/generated/**',
      'cms/.strapi/**',
      'test-artifacts/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: { globals: { ...globals.node, ...globals.jest } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['{plugins/*,config,database,cms}/src/**/*.ts', 'admin/{src,fake}/**/*.{ts,tsx}'],
    // Tests and fixtures read what people type.
    ignores: ['**/*.test.ts', '**/*.fixture.ts'],
    rules: { 'no-restricted-syntax': ['error', ...fullWidthSigns, ...readableSigns, oneCsvWriter] },
  },
  {
    files: ['plugins/channels/src/server/bank-file/bank-csv.ts'],
    rules: { 'no-restricted-syntax': ['error', ...fullWidthSigns, ...readableSigns] },
  },
  {
    // The domain decides; it knows no framework, no database and no clock.
    files: ['plugins/*/src/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: framework, message: 'Domain code imports no framework.' }] },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Time is an argument.',
        },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is an argument.' },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Randomness is an argument.',
        },
        ...fullWidthSigns,
        ...readableSigns,
        oneCsvWriter,
      ],
    },
  },
  {
    files: ['plugins/*/src/**/*.ts', '{config,cms}/src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/*.fixture.ts', 'plugins/*/src/domain/**', '**/bank-csv.ts'],
    rules: { 'no-restricted-syntax': ['error', ...fullWidthSigns, ...readableSigns, oneCsvWriter, guardedCallsOnly] },
  },
  {
    // Strapi's document service dies on entities whose relations are plain columns; writes are SQL of the owning plugin.
    files: ['plugins/*/src/**/*.ts', 'cms/src/**/*.ts', 'database/src/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { property: 'documents', message: 'Write rows with SQL of the owning plugin.' },
      ],
    },
  },
  {
    files: ['admin/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: globals.browser },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  {
    files: ['admin/src/**/*.{ts,tsx}'],
    ignores: ['**/*.test.ts', '**/*.fixture.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...fullWidthSigns, ...readableSigns, oneCsvWriter, effectsGiveNothing],
    },
  },
  {
    files: [
      '.ci/**/*.mjs',
      '**/bench/**',
      '**/*.cjs',
      '**/*.config.js',
      'database/src/**/*.ts',
      'database/start.js',
      'cms/src/{serve,migrate}.ts',
      '**/*.config.*',
    ],
    rules: { 'no-console': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
);
