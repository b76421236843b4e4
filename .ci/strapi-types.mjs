#!/usr/bin/env node
/**
 * Types of the content types, as Strapi writes them from the schemas: `npm run types` writes cms/types/generated,
 * `--check` fails where what is committed is not what the schemas say. Needs the build and no database: only what
 * happens before the first connection runs.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const check = process.argv.includes('--check');
const cms = path.resolve(import.meta.dirname, '../cms');
const committed = path.join(cms, 'types/generated/contentTypes.d.ts');

Object.assign(process.env, {
  TZ: 'UTC',
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  LINGGONG_SECRET: 'no secret: nothing is signed while types are written',
});

const require = createRequire(path.join(cms, 'package.json'));
const { generators } = createRequire(require.resolve('@strapi/strapi/package.json'))('@strapi/typescript-utils');
const { createApp } = require(path.join(cms, 'dist/src/boot.js'));
const strapi = createApp();
strapi.runPluginsLifecycles = async () => {}; // what plugins do in register() asks the database; no type comes of it
await strapi.register();

const folder = check ? mkdtempSync(path.join(tmpdir(), 'linggong-types-')) : path.join(cms, 'types');
await generators.generate({
  strapi,
  pwd: folder,
  rootDir: '.',
  artifacts: { contentTypes: true },
  logger: { silent: true },
});
if (check) {
  const fresh = readFileSync(path.join(folder, 'generated/contentTypes.d.ts'), 'utf8');
  rmSync(folder, { recursive: true });
  if (fresh !== readFileSync(committed, 'utf8')) {
    console.error('cms/types/generated is not what the schemas say. Run `npm run types` and commit what changed.');
    process.exit(1);
  }
}
process.exit(0);
