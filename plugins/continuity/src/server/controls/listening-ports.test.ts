import { createServer, type AddressInfo } from 'node:net';
import { listeners, listeningPorts } from './listening-ports';

const at = new Date('2026-11-26T00:00:00Z');
// A check of the process itself asks no database.
const none = undefined as never;

describe('listening ports', () => {
  it('are those of this very process, and one beyond its configuration is not met', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const before = await listeningPorts();
      expect(before).toContain(port);
      expect((await listeners(before)(none, at)).state).toBe('met');
      const found = await listeners(before.filter((one) => one !== port))(none, at);
      expect(found).toMatchObject({ state: 'not-met', figure: { en: expect.stringContaining(String(port)) } });
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
    expect(await listeningPorts()).not.toContain(port);
  });

  it('are unknown where the system cannot tell them', async () => {
    const untold = listeners([], () => Promise.reject(new Error('ENOENT')));
    expect((await untold(none, at)).state).toBe('unknown');
  });
});
