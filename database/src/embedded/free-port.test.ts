import { createServer, type Server } from 'node:net';
import { freePort, lentFrom } from './free-port';

const listening: Server[] = [];
afterEach(() => listening.splice(0).forEach((server) => server.close()));

function listenOn(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    listening.push(server.listen(port, '127.0.0.1', resolve));
  });
}

describe('a free port', () => {
  it('is none that the system lends to outgoing connections, and none that another drew', async () => {
    const drawn = await Promise.all(Array.from({ length: 8 }, () => freePort()));
    for (const port of drawn) expect([port >= 15_000, port < lentFrom()]).toEqual([true, true]);
    expect(new Set(drawn).size).toBeGreaterThan(6);
    await listenOn(drawn[0] ?? 0);
  });

  it('is the one of before while that is free, and another where it is taken', async () => {
    const before = await freePort();
    expect(await freePort(before)).toBe(before);
    await listenOn(before);
    expect(await freePort(before)).not.toBe(before);
  });
});
