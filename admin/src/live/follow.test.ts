import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEventReader } from './event-reader';
import { follow, retryAfterMs } from './follow';

let server: Server;
let answer: (response: ServerResponse) => void;
let origin: string;
beforeAll(async () => {
  server = createServer((_request, response) => answer(response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const stream = { 'Content-Type': 'text/event-stream; charset=utf-8' };

async function followed(silenceMs = 2_000, signal = new AbortController().signal) {
  const data: unknown[] = [];
  const outcome = await follow({
    open: (cut) => fetch(origin, { signal: cut }),
    onData: (one) => data.push(one),
    signal,
    silenceMs,
  });
  return { outcome, data };
}

it('gives each event, wherever the network cut it, and says that it is over', async () => {
  answer = (response) => {
    response.writeHead(200, stream);
    const text = Buffer.from(
      'event: progress\ndata: {"stage":"匹配"}\n\n: beat\n\nevent: progress\ndata: {"stage":"税费"}\n\nevent: end\ndata: {"reason":"done"}\n\n',
    );
    // In the middle of a character of three bytes.
    response.write(text.subarray(0, 33));
    setTimeout(() => response.write(text.subarray(33)), 20);
  };
  expect(await followed()).toEqual({ outcome: 'done', data: [{ stage: '匹配' }, { stage: '税费' }] });
});

it('tells a cut from an end: the page asks by itself then', async () => {
  answer = (response) => {
    response.writeHead(200, stream);
    response.write('event: progress\ndata: {"n":1}\n\n');
    setTimeout(() => response.destroy(), 20);
  };
  expect(await followed()).toEqual({ outcome: 'cut', data: [{ n: 1 }] });
  answer = (response) => void response.writeHead(200, stream).end('event: end\ndata: {"reason":"session"}\n\n');
  expect((await followed()).outcome).toBe('cut');
  answer = (response) => void response.writeHead(200, stream).end('event: end\ndata: {"reason":"renew"}\n\n');
  expect((await followed()).outcome).toBe('renew');
});

it('takes no page of a proxy for a stream, and no refusal', async () => {
  answer = (response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>sign in</p>');
  expect((await followed()).outcome).toBe('cut');
  answer = (response) => void response.writeHead(503, { 'Content-Type': 'application/problem+json' }).end('{}');
  expect((await followed()).outcome).toBe('cut');
});

it('notices a line on which nothing comes any more', async () => {
  answer = (response) => void response.writeHead(200, stream).write('event: progress\ndata: {"n":1}\n\n');
  expect(await followed(100)).toEqual({ outcome: 'cut', data: [{ n: 1 }] });
});

it('lets go of the connection when the page is left', async () => {
  const closed = new Promise<void>((resolve) => {
    answer = (response) => {
      response.writeHead(200, stream).write(': beat\n\n');
      response.on('close', () => {
        resolve();
      });
    };
  });
  const stop = new AbortController();
  const following = followed(5_000, stop.signal);
  setTimeout(() => {
    stop.abort();
  }, 50);
  await following;
  await closed;
});

it('reads every way to end a line, and data of several lines', () => {
  const read = createEventReader();
  expect(read('event: a\r\ndata: 1\r\ndata: 2\r\n\r\ndata:3\n\n')).toEqual([
    { name: 'a', data: '1\n2' },
    { name: 'message', data: '3' },
  ]);
  expect(() => read('x'.repeat(1_000_001))).toThrow();
});

it('waits longer with each cut, and a minute at most', () => {
  expect([1, 2, 3, 6, 60].map(retryAfterMs)).toEqual([2_000, 4_000, 8_000, 60_000, 60_000]);
});
