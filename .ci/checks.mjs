/** Every check that is not a test, in the order in which a newcomer wants to hear of them. */
export const checks = [
  { name: 'build', command: 'npm run --silent build' },
  { name: 'types of the content types', command: 'node .ci/strapi-types.mjs --check' },
  { name: 'types of tests', command: 'npx tsc -p tsconfig.tests.json' },
  { name: 'types of the console', command: 'npx tsc -p admin' },
  { name: 'lint', command: 'npx eslint . --max-warnings 0' },
  { name: 'format', command: 'npx prettier --check --log-level warn .' },
  {
    name: 'who may call whom, circular imports',
    command: 'npx depcruise --config .dependency-cruiser.mjs --output-type err-long plugins config database cms admin',
  },
  { name: 'who may read whose rows', command: 'node .ci/sql-calls.mjs' },
  {
    name: 'dead code, dependencies',
    command: 'npx knip --no-progress --no-config-hints --include files,exports,dependencies,unlisted,unresolved',
  },
  { name: 'sizes', command: 'node .ci/sizes.mjs' },
];
