import { connect, type AddressInfo } from 'node:net';
import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { vaultOf } from '@linggong/vault';
import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { person, registerPeople } from '../people.fixture';
import { csv, newEnterprise, newTask, rowOf } from '../settlement.fixture';

let app: BootedStrapi;
let token: string;
const command = { actor: { kind: 'system', name: 'test' }, at: new Date(), traceId: 'test' } as const;
const path = '/api/v1/settlement-batches';

/** What no promise and no listener took: each would have ended the process. */
const unheard: unknown[] = [];
const note = (error: unknown): void => void unheard.push(error);

beforeAll(async () => {
  process.on('uncaughtException', note).on('unhandledRejection', note);
  app = await bootStrapi();
  await new Promise<void>((listening) => app.strapi.server.httpServer.listen(0, '127.0.0.1', listening));
  const db = databaseOf(app.strapi);
  const enterpriseId = await newEnterprise(db, command, 'E-1');
  const workerIds = await registerPeople(db, vaultOf(app.strapi), [person(1)]);
  await newTask(db, enterpriseId, 'TK-1', workerIds, 100_000_000n);
  token = await app.token('enterprise', { enterpriseId });
}, 240_000);
afterAll(async () => {
  process.off('uncaughtException', note).off('unhandledRejection', note);
  await app.stop();
});
afterEach(() => expect(unheard.splice(0)).toEqual([]));

const sheet = (amount: string): string => csv([rowOf(person(1), 'TK-1', amount)]);
const part = (header: string, content: string): string =>
  `--b\r\nContent-Disposition: form-data; ${header}\r\n\r\n${content}\r\n`;
const file = (content: string): string => part('name="file"; filename="a.csv"', content);
const END = '--b--\r\n';
const FORM = 'multipart/form-data; boundary=b';

const post = () => app.http.post(path).set({ Authorization: `Bearer ${token}` });
const sendForm = (body: string) => post().set('Content-Type', FORM).send(body);
const batches = async (): Promise<number> =>
  (await databaseOf(app.strapi).query('SELECT 1 FROM public.settlement_batches')).length;

describe('an upload that breaks off', () => {
  it.each([
    ['an empty body', ''],
    ['garbage', 'no form at all'],
    ['a form that was cut off', file(sheet('1.00')).slice(0, -2)],
    ['a malformed part header', `--b\r\nContent-Disposition\u0000: form-data\r\n\r\nx\r\n${END}`],
  ])('is refused: %s', async (_what, body) => {
    expect((await sendForm(body).expect(400)).body.code).toBe('form-broken');
  });

  it('is refused where two files come, or another part beside the file', async () => {
    expect((await sendForm(file(sheet('1.00')) + file('x') + END).expect(400)).body.code).toBe('several-files');
    const other = part('name="photo"; filename="a.png"', 'x');
    expect((await sendForm(other + file(sheet('1.00')) + END).expect(400)).body.code).toBe('form-part-unexpected');
  });

  it.each([
    ['in the middle of the file', FORM, file(sheet('1.00').repeat(3_000)).slice(0, -9)],
    ['in another part', FORM, part('name="photo"; filename="a"', 'x'.repeat(200_000)).slice(0, -9)],
    ['in a second file', FORM, file(sheet('1.00')) + file('y'.repeat(200_000)).slice(0, -9)],
    ['in the middle of JSON', 'application/json', '{"lines": ['],
  ])('does not end the process when the client goes away %s', async (_where, type, beginning) => {
    const before = await batches();
    // Koa tells of every line that broke; here they are broken on purpose.
    const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { port } = app.strapi.server.httpServer.address() as AddressInfo;
    for (const how of ['resetAndDestroy', 'destroy'] as const) {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      const head = `POST ${path} HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer ${token}\r\n`;
      socket.write(`${head}Content-Type: ${type}\r\nContent-Length: 9000000\r\n\r\n${beginning}`);
      await new Promise((resolve) => setTimeout(resolve, 150));
      socket[how]();
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    told.mockRestore();
    await post()
      .attach('file', Buffer.from(sheet('x')), 'a.csv')
      .expect((answer) => expect([202, 409]).toContain(answer.status));
    expect((await batches()) - before).toBeLessThanOrEqual(1);
  });
});

describe('an Idempotency-Key of an upload', () => {
  it('belongs to one body: the same is answered again, another is a conflict', async () => {
    const send = (key: string, amount: string, columns?: object) => {
      const request = post().set('Idempotency-Key', key);
      if (columns) request.field('columns', JSON.stringify(columns));
      return request.attach('file', Buffer.from(sheet(amount)), 'a.csv');
    };
    const first = await send('sheet-1', '10.00').expect(202);
    const again = await send('sheet-1', '10.00').expect(202);
    expect([again.body.batch.id, again.headers['idempotency-replayed']]).toEqual([first.body.batch.id, 'true']);
    expect((await send('sheet-1', '20.00').expect(409)).body.code).toBe('idempotency-key-reused');
    expect((await send('sheet-1', '10.00', { 部门: null }).expect(409)).body.code).toBe('idempotency-key-reused');
    expect((await send('sheet-2', '20.00').expect(202)).body.batch.id).not.toBe(first.body.batch.id);
    await post().set({ 'Idempotency-Key': 'sheet-1', 'Content-Type': FORM }).send('x').expect(400);
  });

  it('holds for JSON as well', async () => {
    const { name, identityNumber, cardNumber } = person(1);
    const send = (amountFen: number) =>
      post()
        .set('Idempotency-Key', 'json-1')
        .send({ lines: [{ name, identityNumber, cardNumber, taskNumber: 'TK-1', amountFen }] });
    const first = await send(100).expect(202);
    expect((await send(100).expect(202)).body.batch.id).toBe(first.body.batch.id);
    expect((await send(101).expect(409)).body.code).toBe('idempotency-key-reused');
  });
});

describe('a JSON upload', () => {
  const { name, identityNumber, cardNumber } = person(1);
  const line = { name, identityNumber, cardNumber, taskNumber: 'TK-1', amountFen: 100 };
  const json = (text: string) => post().set('Content-Type', 'application/json').send(text);

  it('is walked line by line, its rows by their place', async () => {
    const lines = Array.from({ length: 2_500 }, (_, index) => ({
      ...line,
      amountFen: index + 1,
      remark: `行 ${index}`,
    }));
    const { body } = await post().send({ lines }).expect(202);
    expect(body.batch).toMatchObject({ lineCount: 2_500, fileName: 'lines.json' });
    const [last] = await databaseOf(app.strapi).query(
      `SELECT remark, amount_fen AS "amountFen" FROM settlement.lines WHERE batch_id = $1 AND row_no = 2500`,
      [body.batch.id],
    );
    expect(last).toEqual({ remark: '行 2499', amountFen: 2_500n });
  });

  it.each<[string, string, string, string | undefined]>([
    ['no JSON', '{"lines": [', 'body-not-json', undefined],
    ['nothing', '', 'body-not-json', undefined],
    ['no lines', '{"lines": []}', 'input-invalid', 'lines'],
    ['another form', '{"rows": []}', 'input-invalid', 'lines'],
    [
      'a field that is missing',
      `{"lines": [${JSON.stringify(line)}, {"name": "张三"}]}`,
      'input-invalid',
      'lines.1.identityNumber',
    ],
    [
      'half a surrogate pair',
      JSON.stringify({ lines: [{ ...line, remark: 'a\ud83d' }] }),
      'text-not-storable',
      'lines.0.remark',
    ],
    ['a NUL', JSON.stringify({ lines: [{ ...line, remark: 'a\u0000' }] }), 'text-not-storable', 'lines.0.remark'],
  ])('is refused with %s, and stores nothing', async (_what, text, code, field) => {
    const before = await batches();
    const { body } = await json(text).expect(400);
    expect([body.code, body.field]).toEqual([code, field]);
    expect(await batches()).toBe(before);
  });

  it('is refused beyond 33,554,432 bytes', async () => {
    expect((await json(`{"lines": [${' '.repeat(33_554_432)}]}`).expect(413)).body.code).toBe('sheet-too-large');
  });
});

describe('input that no table can hold', () => {
  it('is refused in the field columns', async () => {
    const columns = part('name="columns"', JSON.stringify({ 'a\u0000': null }));
    const { body } = await sendForm(columns + file(sheet('3.00')) + END).expect(400);
    expect(body).toMatchObject({ code: 'text-not-storable', field: 'columns' });
  });

  const get = (address: string) => app.http.get(address).set({ Authorization: `Bearer ${token}` });
  const cursor = Buffer.from('["x","y"]').toString('base64url');

  it.each([
    [`${path}?cursor=${cursor}`, 'cursor-invalid'],
    [`${path}?cursor=${Buffer.from('["9999999999","1"]').toString('base64url')}`, 'cursor-invalid'],
    [`/api/v1/orders?cursor=${cursor}`, 'cursor-invalid'],
    ['/api/v1/orders?month=0000-01', 'input-invalid'],
    [`/api/console/settlement-batches?filter=${encodeURIComponent('{"q":"\\u0000"}')}`, 'list-query-invalid'],
    [`/api/console/orders?filter=${encodeURIComponent('{"q":"\\ud83d"}')}`, 'list-query-invalid'],
  ])('is refused in %s', async (address, code) => {
    expect((await get(address).expect(400)).body.code).toBe(code);
  });

  it('is refused as ids beyond those of the tables', async () => {
    const { body } = await post()
      .attach('file', Buffer.from(sheet('77.00')), 'a.csv')
      .expect(202);
    await jobsOf(app.strapi).drain();
    const { id } = body.batch;
    await get(`${path}/${id}/lines?cursor=${cursor}`).expect(400);
    const recheck = (lineIds: number[]) =>
      app.http
        .post(`${path}/${id}/recheck`)
        .set({ Authorization: `Bearer ${token}` })
        .send({ lineIds });
    await recheck([Number.MAX_SAFE_INTEGER]).expect(400);
    await recheck([4_294_967_296_000_000]).expect(400);
    const officer = await app.token('finance-officer');
    const deposit = (change: object) =>
      app.http
        .post('/api/v1/deposits')
        .set({ Authorization: `Bearer ${officer}` })
        .send({ enterpriseId: 1, bankSerial: 'X', amountFen: 1, payerName: '甲', ...change });
    await deposit({ enterpriseId: 4_294_967_296 }).expect(400);
    await deposit({ receivedAt: '0000-01-01T00:00:00Z' }).expect(400);
    await app.http
      .get('/api/v1/ledger/trial-balance?at=0000-01-01T00:00:00Z')
      .set({ Authorization: `Bearer ${officer}` })
      .expect(400);
  });
});
