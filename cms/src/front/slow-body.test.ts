import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { boundSlowBody } from './slow-body';

describe('a body that does not arrive', () => {
  let server: Server;
  const seen: unknown[] = [];

  beforeEach(async () => {
    seen.length = 0;
    server = createServer((incoming, answer) => {
      const stop = boundSlowBody(incoming, 200);
      readAll(incoming)
        .then(() => answer.end('whole'))
        .catch((error: unknown) => seen.push(error))
        .finally(stop);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  async function readAll(incoming: IncomingMessage): Promise<void> {
    for await (const chunk of incoming) void chunk;
  }

  const post = (length: number, sent: string, restAfterMs?: number): Promise<string> =>
    new Promise((resolve) => {
      const { port } = server.address() as AddressInfo; // it listens on a TCP port
      const call = request({ port, method: 'POST', headers: { 'Content-Length': length } }, (answer) => {
        answer.resume().on('end', () => resolve(String(answer.statusCode)));
      });
      call.on('error', () => resolve('ended'));
      call.write(sent);
      if (restAfterMs !== undefined) setTimeout(() => call.end('x'.repeat(length - sent.length)), restAfterMs);
    });

  it('ends the connection in time, as a refusal to whoever reads it', async () => {
    expect(await post(10, 'x')).toBe('ended');
    expect(seen).toEqual([expect.objectContaining({ status: 408, code: 'request-timeout' })]);
  });

  it('is waited for where it comes in time, and where it is announced as large', async () => {
    expect(await post(10, 'x', 20)).toBe('200');
    expect(await post(2_000_000, 'x', 500)).toBe('200');
    expect(seen).toEqual([]);
  });
});
