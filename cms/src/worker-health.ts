import { createServer, type Server } from 'node:http';
import type { Core } from '@strapi/strapi';
import { databaseOf, readinessOf } from '@linggong/core';

/**
 * What a worker answers whoever watches over it, at a port of its own: `/_health` (204) while the process lives, `/_ready` 200
 * where it could take work at this moment – founded, and its database answers – else 503. Nothing else is there.
 */
export function serveWorkerHealth(app: Core.Strapi, host: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    statusOf(app, `${request.method} ${request.url}`).then(
      (status) => response.writeHead(status).end(),
      () => response.writeHead(503).end(),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

async function statusOf(app: Core.Strapi, asked: string): Promise<number> {
  if (asked === 'GET /_health') return 204;
  if (asked !== 'GET /_ready') return 404;
  await databaseOf(app).query('SELECT 1');
  return readinessOf(app).ready ? 200 : 503;
}
