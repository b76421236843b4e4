import path from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';

/** Compiled to cms/dist/src: the app's folder lies two above. */
const appDir = path.resolve(__dirname, '../..');

/** An instance of the app, not loaded yet. It becomes the global `strapi`: one a process. */
export function createApp(): Core.Strapi {
  return createStrapi({ appDir, distDir: path.join(appDir, 'dist') });
}
