/**
 * Every check that is not a test; the build stands first. `seconds`: about what the long ones take, so that they begin early.
 * `reads: 'sources'`: needs nothing built, and runs beside the build.
 */
export const checks = [
  { name: 'build', command: 'npm run --silent build' },
  { name: 'build of console and panel', seconds: 60, command: 'node .ci/build-pages.mjs' },
  { name: 'types of the content types', command: 'node .ci/strapi-types.mjs --check' },
  { name: 'types of tests', seconds: 18, command: 'npx tsc -p tsconfig.tests.json' },
  { name: 'types of the console', seconds: 14, command: 'npx tsc -p admin' },
  { name: 'lint', seconds: 33, command: 'npx eslint . --max-warnings 0' },
  { name: 'format', seconds: 24, reads: 'sources', command: 'npx prettier --check --log-level warn .' },
  {
    name: 'who may call whom, circular imports',
    command: 'npx depcruise --config .dependency-cruiser.mjs --output-type err-long plugins config database cms admin',
  },
  { name: 'who may read whose rows', reads: 'sources', command: 'node .ci/sql-calls.mjs' },
  {
    name: 'dead code, dependencies',
    command: 'npx knip --no-progress --no-config-hints --include files,exports,dependencies,unlisted,unresolved',
  },
  { name: 'sizes', reads: 'sources', command: 'node .ci/sizes.mjs' },
];
