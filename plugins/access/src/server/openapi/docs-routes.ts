import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { notFound } from '@linggong/core/domain';
import { z } from 'zod';
import { route } from '../http/define-route';
import { binary } from '../http/route';
import { apiDocumentOf } from './api-document';

/** The package has no types and is only a folder of files. */
const packageFolder = path.dirname(require.resolve('swagger-ui-dist/package.json'));

/** The files of swagger-ui that the page uses; nothing else of the package is served. */
const assets = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'start.js': 'text/javascript; charset=utf-8',
} as const;

type AssetName = keyof typeof assets;

/** Everything from this server and nothing inline. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const page = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>灵工 Linggong API</title>
<link rel="stylesheet" href="/api/v1/docs/swagger-ui.css">
</head>
<body>
<div id="api"></div>
<script src="/api/v1/docs/swagger-ui-bundle.js"></script>
<script src="/api/v1/docs/start.js"></script>
</body>
</html>
`;

const startScript = `window.SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  validatorUrl: null,
  defaultModelsExpandDepth: 0,
  docExpansion: 'none',
});
`;

const documentRoute = route({
  method: 'GET',
  path: '/openapi.json',
  resource: 'api-document',
  action: 'read',
  public: true,
  summary: { zh: '接口文档(OpenAPI 3.1)', en: 'API document (OpenAPI 3.1)' },
  answers: { 200: z.record(z.string(), z.unknown()) },
  handle: async ({ strapi }) => ({ status: 200, body: apiDocumentOf(strapi) }),
});

const pageRoute = route({
  method: 'GET',
  path: '/docs',
  resource: 'api-document',
  action: 'show',
  public: true,
  summary: { zh: '接口文档页面', en: 'API document as a page' },
  answers: { 200: binary('text/html; charset=utf-8') },
  handle: async () => ({
    status: 200,
    body: Buffer.from(page),
    headers: { 'Content-Security-Policy': contentSecurityPolicy },
  }),
});

const assetRoute = route({
  method: 'GET',
  path: '/docs/:file',
  resource: 'api-document',
  action: 'show-asset',
  public: true,
  summary: { zh: '接口文档页面的文件', en: 'File of the document page' },
  params: z.strictObject({ file: z.string().max(40) }),
  answers: { 200: binary('application/octet-stream') },
  handle: async ({ params }) => {
    const { file } = params;
    if (!isAsset(file)) throw notFound({ zh: '文件', en: 'file' });
    const body = file === 'start.js' ? Buffer.from(startScript) : await asset(file);
    return { status: 200, body, headers: { 'Content-Type': assets[file], 'Cache-Control': 'public, max-age=3600' } };
  },
});

function isAsset(name: string): name is AssetName {
  return Object.hasOwn(assets, name);
}

/** Read once: the files of an installed package do not change while the process lives. */
const read = new Map<AssetName, Promise<Buffer>>();

function asset(name: AssetName): Promise<Buffer> {
  const known = read.get(name) ?? readFile(path.join(packageFolder, name));
  read.set(name, known);
  return known;
}

export const docsRoutes = [documentRoute, pageRoute, assetRoute];
