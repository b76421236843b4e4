import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { Problem, problem } from '@linggong/core/domain';
import fc from 'fast-check';
import { withUploadedFile, type UploadedFile } from './uploaded-file';

const FORM = 'Content-Type: multipart/form-data; boundary=b';

const part = (header: string, content: string): string =>
  `--b\r\nContent-Disposition: form-data; ${header}\r\n\r\n${content}\r\n`;
const file = (content: string, more = 'name="file"; filename="sheet.csv"'): string => part(more, content);
const field = (name: string, value: string): string => part(`name="${name}"`, value);
const END = '--b--\r\n';

/** What was thrown that no promise and no listener took: each of these would have ended the process. */
const unheard: unknown[] = [];
const note = (error: unknown): void => void unheard.push(error);

async function readAll({ name, stream, fields }: UploadedFile): Promise<object> {
  let bytes = 0;
  for await (const chunk of stream) bytes += (chunk as Buffer).length;
  return { name, bytes, fields: Object.fromEntries(fields) };
}

let server: Server;
let use: (given: UploadedFile) => Promise<object>;
/** How each upload ended, in the order in which they ended. */
let endings: unknown[];
let ended: () => void;

beforeAll(async () => {
  process.on('uncaughtException', note).on('unhandledRejection', note);
  server = createServer((request, response) => {
    withUploadedFile(request, (given) => use(given), ['columns']).then(
      (body) => finish(200, body),
      (error: unknown) => finish(error instanceof Problem ? error.status : 500, error),
    );
    const finish = (status: number, outcome: unknown): void => {
      endings.push(outcome);
      response.writeHead(status).end(JSON.stringify(outcome));
      ended();
    };
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  process.off('uncaughtException', note).off('unhandledRejection', note);
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});
beforeEach(() => {
  use = readAll;
  endings = [];
  ended = () => undefined;
});
afterEach(() => expect(unheard.splice(0)).toEqual([]));

/** Sends bytes as they are, over a socket of its own; gives the status of the answer. */
function send(body: string, headers = `${FORM}\r\nContent-Length: ${Buffer.byteLength(body)}`): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    let answer = '';
    socket.on('error', reject);
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('close', () => resolve(Number(answer.slice(9, 12))));
    socket.write(`POST / HTTP/1.1\r\nHost: t\r\nConnection: close\r\n${headers}\r\n\r\n${body}`);
  });
}

/** Sends a beginning and cuts the line; gives how the upload ended on our side. */
async function cut(beginning: string, how: 'reset' | 'close'): Promise<unknown> {
  const settled = new Promise<void>((resolve) => (ended = resolve));
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`POST / HTTP/1.1\r\nHost: t\r\n${FORM}\r\nContent-Length: 9000000\r\n\r\n${beginning}`);
  setTimeout(() => (how === 'reset' ? socket.resetAndDestroy() : socket.destroy()), 20);
  await settled;
  return endings[0];
}

it('gives the file and the fields before it, and ends the file with the form', async () => {
  const columns = '{"姓名":"name"}';
  expect(await send(field('columns', columns) + file('x'.repeat(300_000)) + END)).toBe(200);
  expect(endings).toEqual([{ name: 'sheet.csv', bytes: 300_000, fields: { columns } }]);
  const path = file('', 'name="file"; filename="..\\\\..\\\\a\u200bb.csv"');
  expect(await send(path + END)).toBe(200);
  expect(endings[1]).toMatchObject({ name: 'ab.csv', bytes: 0 });
});

it.each([
  ['an empty body', '', 'form-broken'],
  ['garbage', 'no form at all', 'form-broken'],
  ['no file', field('columns', '{}') + END, 'file-missing'],
  ['no part', END, 'file-missing'],
  ['another file', file('x', 'name="photo"; filename="a.png"') + END, 'file-missing'],
  ['two files', file('x') + file('y') + END, 'several-files'],
  ['three files', file('x') + file('y') + file('z') + END, 'several-files'],
  ['an unknown field', field('note', 'x') + file('x') + END, 'form-part-unexpected'],
  ['a field behind the file', file('x') + field('columns', '{}') + END, 'form-part-unexpected'],
  ['a file beside the file', file('x') + file('y', 'name="photo"; filename="a.png"') + END, 'form-part-unexpected'],
  ['a field without end', field('columns', 'x'.repeat(20_000)) + file('x') + END, 'form-broken'],
  ['too many parts', field('columns', '1').repeat(13) + file('x') + END, 'form-broken'],
  ['a form that was cut off', file('x').slice(0, -1), 'form-broken'],
  ['a large form that was cut off', file('x'.repeat(500_000)).slice(0, -9), 'form-broken'],
  ['a malformed part header', `--b\r\nContent-Disposition\u0000: form-data\r\n\r\nx\r\n${END}`, 'form-broken'],
  ['a malformed header behind the file', `${file('x')}--b\r\nbad header\r\n\r\nx\r\n${END}`, 'form-broken'],
  ['a part header that breaks off', '--b\r\nContent-Disp', 'form-broken'],
])('refuses %s', async (_what, body, code) => {
  expect(await send(body)).toBe(400);
  expect(endings).toMatchObject([{ code }]);
});

it('refuses a form without a boundary', async () => {
  expect(await send('x', 'Content-Type: multipart/form-data\r\nContent-Length: 1')).toBe(400);
  expect(endings).toMatchObject([{ code: 'form-broken' }]);
});

it.each([
  ['before any part', ''],
  ['within a header', '--b\r\nContent-Dis'],
  ['within the file', file('x'.repeat(200_000)).slice(0, -2)],
  ['within a file that nobody wants', file('x'.repeat(200_000), 'name="photo"; filename="a"').slice(0, -2)],
  ['within a second file', file('x') + file('y'.repeat(200_000)).slice(0, -2)],
])('is told of a client who goes away %s', async (_where, beginning) => {
  for (const how of ['reset', 'close'] as const) {
    endings = [];
    const code = beginning.includes('yyy') ? 'several-files' : 'form-broken';
    expect(await cut(beginning, how)).toMatchObject({ status: 400, code });
  }
});

it('is told of a client who goes away while the file is not read', async () => {
  use = async ({ stream }) => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    return readAll({ name: '', stream, fields: new Map() });
  };
  expect(await cut(file('x'.repeat(500_000)).slice(0, -2), 'reset')).toMatchObject({ code: 'form-broken' });
});

it('answers the refusal of the reader, and reads the rest away', async () => {
  use = () => Promise.reject(problem(422, 'test-refused', { zh: '拒绝', en: 'Refused' }));
  expect(await send(file('x'.repeat(3_000_000)) + END)).toBe(422);
  use = async () => ({ isRead: false });
  expect(await send(file('x'.repeat(3_000_000)) + END)).toBe(200);
  use = () => {
    throw problem(422, 'test-refused', { zh: '拒绝', en: 'Refused' });
  };
  expect(await send(file('x') + END)).toBe(422);
});

it('settles whatever bytes come', async () => {
  const piece = fc.oneof(
    fc.constantFrom('--b', '\r\n', '--', '\r\n\r\n', 'Content-Disposition: form-data; name="file"; filename="a"', END),
    fc.constantFrom(file('x'), field('columns', '1'), file('y', 'name="other"; filename="o"')),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
      const hung = new Promise<number>((resolve) => setTimeout(() => resolve(0), 1500).unref());
      expect([200, 400]).toContain(await Promise.race([send(pieces.join('')), hung]));
    }),
    { numRuns: 200 },
  );
}, 60_000);
