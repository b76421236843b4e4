import type { Core } from '@strapi/strapi';
import packageJson from '../package.json';

/** Plugins of ours that cms depends on, by their Strapi names. */
const expected = Object.keys(packageJson.dependencies)
  .filter((name) => name.startsWith('@linggong/'))
  .map((name) => name.slice('@linggong/'.length))
  .filter((name) => name !== 'config' && name !== 'database');

/**
 * Strapi skips a plugin that is not built without a word.
 * @throws Error that names what is missing and how to build it.
 */
export function requireEveryPlugin(strapi: Core.Strapi): void {
  const missing = expected.filter((name) => !(name in strapi.plugins));
  if (missing.length > 0) {
    throw new Error(`Plugins not loaded: ${missing.join(', ')}. Build them first: npm run build`);
  }
}
