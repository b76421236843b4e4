import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import send from 'koa-send';

const base = '/console';
const yearMs = 365 * 86_400_000;

/**
 * Serves the built console (admin/dist) at /console. Files with a content hash are cached for a year; every other path
 * below it answers index.html, since the console routes in the browser.
 */
export function serveConsole(strapi: Core.Strapi): void {
  const root = path.resolve(strapi.dirs.app.root, '../admin/dist');
  strapi.server.use(async (http, next) => {
    if (http.path === '/' || http.path === base) return http.redirect(`${base}/`);
    if (!http.path.startsWith(`${base}/`) || (http.method !== 'GET' && http.method !== 'HEAD')) return next();
    if (!existsSync(path.join(root, 'index.html'))) return http.throw(503, 'The console is not built: npm run build');
    const file = http.path.slice(base.length + 1);
    if (file.startsWith('assets/')) return sendAsset(http, file, root);
    http.set('Cache-Control', 'no-cache');
    return send(http, 'index.html', { root });
  });
}

/** What is not there is a plain 404: koa-send's own error, which Koa shows, tells the absolute path. */
async function sendAsset(http: Context, file: string, root: string): Promise<void> {
  try {
    await send(http, file, { root, maxage: yearMs, immutable: true });
  } catch (error) {
    if (!(error instanceof Error && 'status' in error && Number(error.status) < 500)) throw error;
    http.status = 404;
    http.body = 'Not Found';
  }
}
