import { calls } from './.ci/calls.mjs';

const rowRules = Object.entries(calls).map(([plugin, row]) => ({
  name: `${plugin}-calls-only-its-row`,
  comment: `${plugin} may import core and: ${row.join(', ') || 'nothing else'}`,
  severity: 'error',
  from: { path: `^plugins/${plugin}/` },
  to: { path: '^plugins/', pathNot: [plugin, 'core', ...row].map((name) => `^plugins/${name}/`) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...rowRules,
    {
      name: 'public-entries-only',
      comment: 'Another plugin is entered by its index, domain, api or strapi-server, never by its insides.',
      severity: 'error',
      from: { path: '^plugins/([^/]+)/' },
      to: {
        path: '^plugins/[^/]+/(src|dist)/',
        pathNot: ['^plugins/$1/', '^plugins/[^/]+/(src|dist)/(index|domain/index|api/index|server/index)\\.'],
      },
    },
    {
      name: 'domain-imports-no-framework',
      severity: 'error',
      from: { path: '^plugins/[^/]+/src/domain/', pathNot: '\\.test\\.ts$' },
      to: {
        path: ['node_modules/(@strapi|koa|knex|pg|bullmq|ioredis)', '/src/(server|api)/'],
        pathNot: '^plugins/core/(src|dist)/domain',
      },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'plugins-do-not-import-the-app',
      severity: 'error',
      from: { path: '^plugins/' },
      to: { path: '^(cms|admin)/' },
    },
    {
      name: 'console-imports-only-contracts',
      severity: 'error',
      from: { path: '^admin/' },
      to: { path: '^plugins/', pathNot: '^plugins/[^/]+/(src|dist)/(api|domain)/' },
    },
    {
      name: 'config-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^config/' },
      to: { path: '^(plugins|cms|admin|database)/' },
    },
    {
      name: 'not-unresolvable',
      severity: 'error',
      from: { path: '^(plugins|cms|config|database)/', pathNot: 'dist/' },
      to: { couldNotResolve: true, path: '^(@linggong/|\\.)' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['\\.d\\.ts$', '/dist/', '^cms/(build|\\.strapi|\\.cache)/', '^database/\\.data'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default'],
    },
  },
};
