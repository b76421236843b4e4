import { Agent, createServer, get, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { openApi } from './api-client';

/** A server in the place of the platform's, whose idle connections would end almost at once. */
function hastyServer(): Server {
  return createServer({ keepAliveTimeout: 20 }, (_request, answer) => void answer.end('{}'));
}

/** One request over an agent that keeps its connection; gives the port that it went out from. */
function ask(server: Server, agent: Agent): Promise<number> {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return new Promise((resolve, reject) => {
    get({ agent, port: address.port, host: '127.0.0.1' }, (answer) => {
      const from = answer.socket.localPort ?? 0;
      answer.resume().on('end', () => resolve(from));
    }).on('error', reject);
  });
}

it('leaves idle connections to the caller, so that none is closed under a call', async () => {
  const httpServer = hastyServer();
  // As much of Strapi as the client touches before its first call.
  const api = await openApi({ server: { mount: () => undefined, httpServer } } as unknown as Core.Strapi);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    const first = await ask(httpServer, agent);
    await wait(1_500);
    expect(await ask(httpServer, agent)).toBe(first);
  } finally {
    agent.destroy();
    await api.close();
  }
});
