import { once } from 'node:events';
import { request as ask, createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { withUploadedFile } from '@linggong/access';
import { createUploadGate, withinTime } from './upload-gate';
import { readPdf } from './verify-file';

describe('the gate of uploads', () => {
  it('lets one of an address in, so many of all, and the next once a place is free', async () => {
    const gate = createUploadGate(2);
    const ends: (() => void)[] = [];
    const wait = (): Promise<string> => new Promise((resolve) => ends.push(() => resolve('read')));
    const first = gate.enter('203.0.113.1', wait);
    expect(gate.enter('203.0.113.1', wait)).toBeUndefined();
    const second = gate.enter('203.0.113.2', wait);
    expect(gate.enter('203.0.113.3', wait)).toBeUndefined();
    for (const end of ends.splice(0)) end();
    expect(await Promise.all([first, second])).toEqual(['read', 'read']);
    const failing = gate.enter('203.0.113.1', () => Promise.reject(new Error('cut')));
    await expect(failing).rejects.toThrow('cut');
    expect(gate.enter('203.0.113.1', async () => 'again')).toBeDefined();
  });

  it('ends an upload that never comes to its end', async () => {
    let outcome: Promise<Buffer> | undefined;
    const server = createServer((received: IncomingMessage) => {
      outcome = withinTime(received, 50, () => withUploadedFile(received, ({ stream }) => readPdf(stream)));
      outcome.catch(() => undefined);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const headers = { 'Content-Type': 'multipart/form-data; boundary=b', 'Content-Length': '1000' };
    const slow = ask({ host: '127.0.0.1', port, method: 'POST', headers });
    slow.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7');
    await expect(once(slow, 'response')).rejects.toMatchObject({ code: 'ECONNRESET' });
    await expect(outcome).rejects.toMatchObject({ code: 'form-broken' });
    server.close();
  });
});
