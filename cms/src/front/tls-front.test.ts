import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, get as plainGet, type IncomingMessage, type Server } from 'node:http';
import { get } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { connect as tlsConnect, type TLSSocket } from 'node:tls';
import { testCertificates, type TestCertificates } from '@linggong/database/testing';
import { frontWithTls, redirectServer } from './tls-front';

describe('TLS in front of the http server', () => {
  let folder: string;
  let first: TestCertificates;
  let server: Server;
  let port: number;
  let stop: () => void;
  const said: string[] = [];
  const log = { info: (text: string) => said.push(text), error: (text: string) => said.push(text) };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'tls-front-'));
    first = await testCertificates(path.join(folder, 'first'), ['127.0.0.1']);
    server = createServer({ headersTimeout: 300, connectionsCheckingInterval: 50 }, (request, answer) => {
      // Koa tells a secure request by this.
      answer.end(Reflect.get(request.socket, 'encrypted') === true ? 'secure' : 'plain');
    });
    stop = frontWithTls(server, { ...first, minVersion: 'TLSv1.2', redirect: undefined }, log, 50);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port; // it listens on a TCP port
  });
  afterAll(async () => {
    stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true, force: true });
  });

  const ask = (ca: Buffer): Promise<string> =>
    new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, ca, agent: false }, (answer: IncomingMessage) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString())).on('end', () => resolve(text));
      }).on('error', reject);
    });

  it('serves over TLS, and the http server knows that it is secure', async () => {
    expect(await ask(await readFile(first.caFile))).toBe('secure');
  });

  it('answers nothing in clear', async () => {
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'));
      socket.on('data', (chunk) => (text += chunk.toString('latin1'))).on('close', () => resolve(text));
      socket.on('error', () => undefined);
    });
    expect(answer).not.toContain('HTTP/1.1');
  });

  it('takes no TLS before 1.2', async () => {
    const version = await new Promise<string>((resolve) => {
      const socket: TLSSocket = tlsConnect(
        { host: '127.0.0.1', port, rejectUnauthorized: false, minVersion: 'TLSv1', maxVersion: 'TLSv1.1' },
        () => resolve(String(socket.getProtocol())),
      );
      socket.on('error', () => resolve('refused'));
    });
    expect(version).toBe('refused');
  });

  it('keeps the limits of the http server: slow headers end there too', async () => {
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket: TLSSocket = tlsConnect({ host: '127.0.0.1', port, rejectUnauthorized: false }, () =>
        socket.write('GET / HTTP/1.1\r\nX-Slow: '),
      );
      socket.on('data', (chunk: Buffer) => (text += chunk.toString())).on('close', () => resolve(text));
      socket.on('error', () => undefined);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('takes a renewed certificate without a restart, and keeps the old one where the new is broken', async () => {
    await writeFile(first.certificateFile, 'broken');
    await until(() => said.some((text) => text.includes('cannot be used')));
    expect(await ask(await readFile(first.caFile))).toBe('secure');
    const next = await testCertificates(path.join(folder, 'next'), ['127.0.0.1']);
    await copyFile(next.keyFile, first.keyFile);
    await copyFile(next.certificateFile, first.certificateFile);
    await until(() => said.some((text) => text.includes('is in use')));
    expect(await ask(await readFile(next.caFile))).toBe('secure');
    await expect(ask(await readFile(first.caFile))).rejects.toThrow();
  });

  async function until(isDone: () => boolean): Promise<void> {
    for (let turn = 0; turn < 400 && !isDone(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 25));
    expect(isDone()).toBe(true);
  }
});

describe('the plain port beside TLS', () => {
  it('sends on to the public address, never to where a request says', async () => {
    const server = redirectServer('https://pay.example.com');
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // it listens on a TCP port
    const location = (target: string): Promise<string | undefined> =>
      new Promise((resolve, reject) => {
        plainGet({ port, path: target, headers: { Host: 'evil.example' } }, (answer) => {
          answer.resume();
          resolve(answer.headers.location);
        }).on('error', reject);
      });
    expect(await location('/console/?a=1')).toBe('https://pay.example.com/console/?a=1');
    expect(await location('http://evil.example/')).toBe('https://pay.example.com/');
    expect(await location('//evil.example/')).toBe('https://pay.example.com//evil.example/');
    await new Promise((resolve) => server.close(resolve));
  });
});
