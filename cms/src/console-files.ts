import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import send from 'koa-send';
import { styleNonceOf } from './front';

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
    const file = http.path.slice(base.length + 1);
    return file.startsWith('assets/') ? sendAsset(http, file, root) : sendPage(http, path.join(root, 'index.html'));
  });
}

/** Vite left this word where the nonce of the delivery belongs: styles that are made at run time carry it past the policy. */
const nonceWord = '__CSP_NONCE__';

/** A stored page would come back with a nonce of yesterday and without styles, so nobody stores it. */
async function sendPage(http: Context, file: string): Promise<void> {
  const page = await readFile(file, 'utf8').catch(() => undefined);
  if (page === undefined) return http.throw(503, 'The console is not built: npm run build');
  http.set('Cache-Control', 'no-store');
  http.type = 'text/html';
  http.body = page.replaceAll(nonceWord, styleNonceOf(http));
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
