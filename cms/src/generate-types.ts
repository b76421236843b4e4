import path from 'node:path';
import { generators } from '@strapi/typescript-utils';
import { createApp } from './boot';

/**
 * `node cms/dist/src/generate-types.js [folder]`: writes the types of the content types below the folder (cms/types where
 * none is given). It needs DATABASE_URL of a migrated database, and a process of its own: it loads ES modules.
 */
async function generateTypes(folder: string): Promise<void> {
  const app = createApp();
  await app.register();
  const pwd = path.resolve(__dirname, '../..');
  const logger = { silent: true, debug: false };
  await generators.generate({
    strapi: app,
    pwd,
    rootDir: path.relative(pwd, folder),
    logger,
    artifacts: { contentTypes: true },
  });
  process.exit(0);
}

void generateTypes(process.argv[2] ?? path.resolve(__dirname, '../../types'));
