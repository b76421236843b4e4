import { createDatabase, databaseOf, type Database } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { binary, consoleResource, keysetPage, route, type Route } from '@linggong/access';
import { dayText, fenInput, fenOutput, idParams, instantOutput, listQuery, pageOf, reasonText } from '@linggong/access/api';
import { z } from 'zod';
import { bootWith, type TestPlatform } from '../platform.fixture';

const CANARY = '110101199003079999';
let works = 0;
let release: (() => void) | undefined;

const echoRoute = route({
  method: 'POST',
  path: '/test/echo/:id',
  resource: 'own-session',
  action: 'end',
  summary: { zh: '回声', en: 'Echo' },
  params: idParams,
  query: z.strictObject({ day: dayText.optional() }),
  body: z.strictObject({ grossFen: fenInput, note: z.string().max(20).optional(), reason: reasonText.optional() }),
  bodyBytesMax: 2_000,
  answers: { 200: z.strictObject({ id: z.int(), grossFen: fenOutput, at: instantOutput, reason: z.string().optional() }) },
  handle: async ({ params, body, command }) => ({
    status: 200,
    body: { id: params.id, grossFen: body.grossFen + 1n, at: command.at, ...(command.reason ? { reason: command.reason } : {}) },
  }),
});

const secretRoute = route({
  method: 'GET',
  path: '/test/secret',
  resource: 'account',
  action: 'list',
  summary: { zh: '机密', en: 'Secret' },
  query: z.strictObject({ must: z.string() }),
  answers: { 200: z.strictObject({}) },
  handle: async () => ({ status: 200, body: {} }),
});

const workBody = z.strictObject({ how: z.enum(['well', 'refuse', 'fault', 'wait', 'remember', 'remember-and-break']), n: z.int().optional() });

/** Writes a row each time it works, so that effects can be counted. */
const workRoute = (path: string, remembers?: true): Route =>
  route({
    method: 'POST',
    path,
    resource: 'own-session',
    action: 'end',
    summary: { zh: '工作', en: 'Work' },
    body: workBody,
    answers: { 201: z.strictObject({ serial: z.int() }) },
    ...(remembers ? { remembers } : {}),
    handle: async ({ strapi, body, remember }) => {
      works += 1;
      const serial = works;
      if (body.how === 'refuse') throw problem(409, 'test-refused', { zh: '拒绝', en: 'Refused' }, { fix: { zh: '改', en: 'Fix' }, extra: { serial } });
      if (body.how === 'wait') await new Promise<void>((resolve) => (release = resolve));
      await databaseOf(strapi).transaction(async (tx) => {
        await tx.query('INSERT INTO access_test (serial, enterprise_id, gross_fen) VALUES ($1, 1, 100)', [serial]);
        if (body.how.startsWith('remember')) await remember(tx, { status: 201, body: { serial } });
      });
      if (body.how === 'fault') throw new Error(`duplicate key ${CANARY}`);
      if (body.how === 'remember-and-break') throw new Error('the connection broke after the commit');
      return { status: 201, body: { serial } };
    },
  });

const uploadRoute = route({
  method: 'POST',
  path: '/test/upload',
  resource: 'own-session',
  action: 'end',
  summary: { zh: '上传', en: 'Upload' },
  upload: ['text/csv', 'multipart/form-data', 'application/json'],
  answers: { 202: z.strictObject({ bytes: z.int() }) },
  handle: async ({ http }) => {
    let bytes = 0;
    for await (const chunk of http.request) bytes += (chunk as Buffer).length;
    return { status: 202, body: { bytes } };
  },
});

const fileRoute = route({
  method: 'GET',
  path: '/test/file',
  resource: 'own-account',
  action: 'read',
  summary: { zh: '文件', en: 'File' },
  answers: { 200: binary('application/pdf') },
  handle: async () => ({ status: 200, body: Buffer.from('%PDF-'), headers: { 'Content-Disposition': 'attachment' } }),
});

const lyingRoute = route({
  method: 'GET',
  path: '/test/lie',
  resource: 'own-account',
  action: 'read',
  summary: { zh: '不符', en: 'Lie' },
  answers: { 200: z.strictObject({ a: z.int() }) },
  handle: async () => JSON.parse('{"status":200,"body":{"a":1,"b":2}}'),
});

const listRoute = route({
  method: 'GET',
  path: '/test/rows',
  resource: 'own-account',
  action: 'read',
  summary: { zh: '列表', en: 'Rows' },
  query: listQuery,
  answers: { 200: pageOf(z.strictObject({ serial: z.int(), grossFen: fenOutput })) },
  handle: async ({ strapi, query }) => ({
    status: 200,
    body: await keysetPage<{ serial: number; grossFen: bigint }>(
      databaseOf(strapi),
      {
        select: 'serial, gross_fen AS "grossFen"',
        from: 'access_test',
        where: [{ sql: 'enterprise_id = ANY($1)', values: [[8, 9]] }],
        id: { sql: 'serial', type: 'int' },
        by: { sql: 'gross_fen', type: 'bigint' },
        direction: 'DESC',
      },
      query,
    ),
  }),
});

const rows = consoleResource({
  name: 'test-rows',
  resource: 'account',
  from: 'access_test t',
  columns: {
    id: { sql: 't.serial', filter: 'relation', sort: true },
    enterpriseId: { sql: 't.enterprise_id', filter: 'relation' },
    grossFen: { sql: 't.gross_fen', filter: 'number', sort: true, sum: true },
  },
  scope: (account) => (account.role === 'audit-admin' ? { sql: 't.enterprise_id = $1', values: [8] } : 'all'),
});

describe('the HTTP kit on the running platform', () => {
  let platform: TestPlatform;
  let owner: Database;
  let token = '';
  let admin = '';

  beforeAll(async () => {
    const routes = [echoRoute, secretRoute, workRoute('/test/work'), workRoute('/test/exact', true), uploadRoute, fileRoute, lyingRoute, listRoute];
    platform = await bootWith({ routes, resources: [rows] });
    owner = createDatabase({ connectionString: platform.database.ownerUrl, max: 1 });
    await owner.query('CREATE TABLE access_test (serial int PRIMARY KEY, enterprise_id int NOT NULL, gross_fen bigint NOT NULL)');
    await owner.query('GRANT ALL ON access_test TO linggong_app');
    await owner.query(`INSERT INTO access_test SELECT 1000 + n, 8 + n % 2, 10 * (n / 2) FROM generate_series(0, 29) n`);
    token = await platform.token({ role: 'operator' });
    admin = await platform.token({ role: 'security-admin' });
  }, 120_000);

  afterAll(async () => {
    await owner?.close();
    await platform?.stop();
  });

  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    platform.http.post(`/api/v1/test/${path}`).auth(token, { type: 'bearer' }).set(headers).send(body);
  const get = (path: string, as = token) => platform.http.get(path).auth(as, { type: 'bearer' });

  describe('who calls', () => {
    it('answers 401 without a token, with a forged one and with one of an ended session, in two languages', async () => {
      const none = await platform.http.get('/api/v1/me');
      expect(none.status).toBe(401);
      expect(none.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(none.body).toMatchObject({ code: 'not-signed-in', status: 401, title: '尚未登录,或登录已失效', fix: '请重新登录' });
      const forged = await platform.http.get('/api/v1/me').auth('a.b.c', { type: 'bearer' }).set('Accept-Language', 'en');
      expect(forged.status).toBe(401);
      expect(forged.body).toMatchObject({ code: 'not-signed-in', title: 'Not signed in, or the session has ended' });
      expect(forged.headers['content-language']).toBe('en');
      const brief = await platform.token({ role: 'operator' });
      await get('/api/v1/me', brief).expect(200);
      await platform.http.post('/api/auth/sign-out').auth(brief, { type: 'bearer' }).expect(200, { ended: 1 });
      await get('/api/v1/me', brief).expect(401);
    });

    it('answers 403 before it looks at the input, and writes the refusal into the audit log', async () => {
      const refused = await get('/api/v1/test/secret?wrong=1').expect(403);
      expect(refused.body).toMatchObject({ code: 'not-allowed', title: '您的角色无权执行此操作' });
      await get('/api/v1/test/secret?wrong=1', admin).expect(400);
      const rowsOfLog = await platform.database.db.query("SELECT * FROM audit.entries WHERE action = 'access.refuse'").catch((error: Error) => error);
      expect(rowsOfLog).toBeDefined();
    });

    it('puts a trace id on every answer, and takes a well-formed one over', async () => {
      const own = await get('/api/v1/me').set('X-Request-Id', 'trace-12345678');
      expect(own.headers['x-request-id']).toBe('trace-12345678');
      const bad = await platform.http.get('/api/v1/me').set('X-Request-Id', 'x y<script>');
      expect(bad.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(bad.body.traceId).toBe(bad.headers['x-request-id']);
    });
  });

  describe('input', () => {
    it('parses params, query and body, and answers bigint as a JSON integer', async () => {
      const answer = await post('echo/7?day=2026-01-31', { grossFen: 9_007_199_254_740_990, reason: '补发' });
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('"grossFen":9007199254740991');
      expect(answer.body).toMatchObject({ id: 7, reason: '补发' });
      expect(answer.headers['cache-control']).toBe('no-store');
    });

    it.each([
      ['an unknown field', 'echo/1', { grossFen: 1, amount: 2 }, 'input-invalid', 'amount'],
      ['a missing field', 'echo/1', {}, 'input-invalid', 'grossFen'],
      ['a float of money', 'echo/1', { grossFen: 1.5 }, 'input-invalid', 'grossFen'],
      ['money as text', 'echo/1', { grossFen: '1' }, 'input-invalid', 'grossFen'],
      ['an id that is none', 'echo/abc', { grossFen: 1 }, 'input-invalid', 'id'],
      ['an id beyond int4', 'echo/99999999999', { grossFen: 1 }, 'input-invalid', 'id'],
      ['an id beyond int4 in ten digits', 'echo/4294967296', { grossFen: 1 }, 'input-invalid', 'id'],
      ['an unknown query', 'echo/1?dday=1', { grossFen: 1 }, 'input-invalid', 'dday'],
      ['a query sent twice', 'echo/1?day=2026-01-01&day=2026-01-02', { grossFen: 1 }, 'input-invalid', 'day'],
      ['a day that is none', 'echo/1?day=2026-02-30', { grossFen: 1 }, 'input-invalid', 'day'],
      ['a NUL', 'echo/1', { grossFen: 1, note: 'a\u0000b' }, 'text-not-storable', 'note'],
      ['half a surrogate pair', 'echo/1', { grossFen: 1, note: '\ud83d' }, 'text-not-storable', 'note'],
      ['a list for an object', 'echo/1', [], 'input-invalid', 'body'],
      ['what kills vanilla Strapi', 'echo/1', { connect: [{ id: 'abc' }] }, 'input-invalid', 'grossFen'],
    ])('refuses %s', async (_name, path, body, code, field) => {
      const answer = await post(path, body);
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ code, field });
    });

    it('names every faulty field in the reader’s language and repeats no value', async () => {
      const answer = await post('echo/1', { grossFen: CANARY, note: CANARY.repeat(2) }, { 'Accept-Language': 'en-US' });
      expect(answer.body.errors).toEqual([
        { field: 'grossFen', code: 'invalid-type', text: 'must be a number' },
        { field: 'note', code: 'too-big', text: 'must be at most 20 characters' },
      ]);
      expect(answer.body.fix).toBe('Correct the fields listed and try again');
      expect(answer.text).not.toContain(CANARY);
    });

    it('refuses malformed JSON, other media types, compressed and unexpected bodies', async () => {
      const raw = (body: string, headers: Record<string, string>) =>
        platform.http.post('/api/v1/test/echo/1').auth(token, { type: 'bearer' }).set(headers).send(body);
      const json = { 'Content-Type': 'application/json' };
      const broken = await raw(`{"grossFen": ${CANARY}x`, json);
      expect([broken.status, broken.body.code]).toEqual([400, 'body-not-json']);
      expect(broken.text).not.toContain(CANARY);
      const form = await raw('grossFen=1', { 'Content-Type': 'application/x-www-form-urlencoded' });
      expect([form.status, form.body.code, form.body.accepted]).toEqual([415, 'media-type-unknown', ['application/json']]);
      const zipped = await raw('{}', { ...json, 'Content-Encoding': 'gzip' });
      expect(zipped.status).toBe(415);
      const unexpected = await platform.http.post('/api/auth/sign-out').auth(token, { type: 'bearer' }).send({ a: 1 });
      expect([unexpected.status, unexpected.body.code]).toEqual([400, 'body-unexpected']);
      const invalidUtf8 = await platform.http
        .post('/api/v1/test/echo/1')
        .auth(token, { type: 'bearer' })
        .set(json)
        .serialize((body: unknown) => body as string)
        .send(Buffer.from([0x22, 0xff, 0x22]) as unknown as object);
      expect(invalidUtf8.body.code).toBe('body-not-json');
    });

    it('stops reading at the bound of the route', async () => {
      const declared = await post('echo/1', { grossFen: 1, note: 'x'.repeat(3_000) }, { 'Accept-Language': 'en' });
      expect([declared.status, declared.body.code, declared.body.bytesMax]).toEqual([413, 'body-too-large', 2_000]);
      const chunked = await new Promise<number>((resolve, reject) => {
        const request = platform.http.post('/api/v1/test/echo/1').auth(token, { type: 'bearer' }).set('Content-Type', 'application/json');
        request.set('Transfer-Encoding', 'chunked');
        request.write('{"note":"');
        request.write('x'.repeat(50_000));
        request.write('"}');
        request.end((error: unknown, answer) => (answer ? resolve(answer.status) : reject(error)));
      });
      expect(chunked).toBe(413);
    });
  });

  describe('answers', () => {
    it('tells a fault by its trace id only, and logs it without its message', async () => {
      const answer = await post('work', { how: 'fault' }, { 'Accept-Language': 'en', 'X-Request-Id': 'fault-trace-1' });
      expect(answer.status).toBe(500);
      expect(answer.body).toEqual({
        type: 'urn:linggong:problem:fault',
        title: 'An internal fault; the operation was not completed',
        status: 500,
        code: 'fault',
        detail: expect.any(String),
        fix: 'Try again; if it happens again, report the trace id',
        traceId: 'fault-trace-1',
      });
      const line = platform.log.find((said) => said.includes('traceId=fault-trace-1'));
      expect(line).toMatch(/^fault .*Error .*kit\.http\.test\.ts/);
      expect(platform.log.join('\n')).not.toContain(CANARY);
    });

    it('gives the facts of a refusal beside its texts', async () => {
      const answer = await post('work', { how: 'refuse' });
      expect(answer.status).toBe(409);
      expect(answer.body).toMatchObject({ code: 'test-refused', title: '拒绝', fix: '改', detail: '拒绝。改', serial: works });
    });

    it('may be a file', async () => {
      const answer = await get('/api/v1/test/file');
      expect(answer.headers['content-type']).toContain('application/pdf');
      expect(answer.headers['content-disposition']).toBe('attachment');
      expect(answer.body.toString()).toBe('%PDF-');
    });

    it('fail under test where they do not fit the document', async () => {
      await get('/api/v1/test/lie').expect(500);
    });
  });

  describe('uploads', () => {
    it('reach the handler unread, JSON and multipart too', async () => {
      const send = (type: string, body: string) =>
        platform.http.post('/api/v1/test/upload').auth(token, { type: 'bearer' }).set('Content-Type', type).send(body);
      expect((await send('text/csv', 'a,b\n1,2\n')).body).toEqual({ bytes: 8 });
      expect((await send('application/json', '{"lines":[]}')).body).toEqual({ bytes: 12 });
      const form = await platform.http.post('/api/v1/test/upload').auth(token, { type: 'bearer' }).attach('file', Buffer.alloc(2_000_000), 'sheet.csv');
      expect(form.status).toBe(202);
      expect(form.body.bytes).toBeGreaterThan(2_000_000);
      expect((await send('text/html', 'x')).status).toBe(415);
    });

    it('are not read from a stranger', async () => {
      await platform.http.post('/api/v1/test/upload').set('Content-Type', 'text/csv').send('a').expect(401);
    });
  });

  describe('Idempotency-Key', () => {
    const effects = async (serial: number) => (await owner.query('SELECT 1 FROM access_test WHERE serial = $1', [serial])).length;

    it('gives a repeated request the stored answer and does nothing again', async () => {
      const first = await post('work', { how: 'well', n: 1 }, { 'Idempotency-Key': 'key-1' });
      const before = works;
      const second = await post('work', { n: 1, how: 'well' }, { 'Idempotency-Key': 'key-1' });
      expect([second.status, second.body]).toEqual([201, first.body]);
      expect(second.headers['idempotency-replayed']).toBe('true');
      expect(first.headers['idempotency-replayed']).toBeUndefined();
      expect(works).toBe(before);
      expect(await effects(first.body.serial)).toBe(1);
    });

    it('is a conflict with another body, and belongs to one account and one operation', async () => {
      await post('work', { how: 'well', n: 1 }, { 'Idempotency-Key': 'key-2' }).expect(201);
      const other = await post('work', { how: 'well', n: 2 }, { 'Idempotency-Key': 'key-2', 'Accept-Language': 'en' });
      expect([other.status, other.body.code, other.body.fix]).toEqual([409, 'idempotency-key-reused', 'Use a new key for a new request']);
      await post('exact', { how: 'well', n: 2 }, { 'Idempotency-Key': 'key-2' }).expect(201);
      const stranger = platform.http.post('/api/v1/test/work').auth(admin, { type: 'bearer' }).set('Idempotency-Key', 'key-2');
      const answer = await stranger.send({ how: 'well', n: 3 });
      expect([answer.status, answer.headers['idempotency-replayed']]).toEqual([201, undefined]);
    });

    it('lets a refused request be made again', async () => {
      const first = await post('work', { how: 'refuse' }, { 'Idempotency-Key': 'key-3' });
      const second = await post('work', { how: 'refuse' }, { 'Idempotency-Key': 'key-3' });
      expect(second.body.serial).toBe(first.body.serial + 1);
    });

    it('makes a concurrent twin wait for the first and take its answer', async () => {
      const first = post('work', { how: 'wait' }, { 'Idempotency-Key': 'key-4' }).then((answer) => answer);
      while (!release) await new Promise((resolve) => setTimeout(resolve, 10));
      const twin = post('work', { how: 'wait' }, { 'Idempotency-Key': 'key-4' }).then((answer) => answer);
      await new Promise((resolve) => setTimeout(resolve, 150));
      release();
      release = undefined;
      const [a, b] = await Promise.all([first, twin]);
      expect(b.body).toEqual(a.body);
      expect(b.headers['idempotency-replayed']).toBe('true');
      expect(await effects(a.body.serial)).toBe(1);
    });

    it('acts once for twenty at the same time', async () => {
      const before = works;
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => post('work', { how: 'well' }, { 'Idempotency-Key': 'key-5' })),
      );
      expect(works).toBe(before + 1);
      expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    });

    it('does not act again after a fault of unknown outcome', async () => {
      await post('work', { how: 'fault' }, { 'Idempotency-Key': 'key-6' }).expect(500);
      const again = await post('work', { how: 'fault' }, { 'Idempotency-Key': 'key-6' });
      expect([again.status, again.body.code]).toEqual([409, 'idempotency-outcome-unknown']);
    });

    it('keeps an answer that was remembered in the transaction, though the request broke after it', async () => {
      const broken = await post('exact', { how: 'remember-and-break' }, { 'Idempotency-Key': 'key-7' });
      expect(broken.status).toBe(500);
      const serial = works;
      const again = await post('exact', { how: 'remember-and-break' }, { 'Idempotency-Key': 'key-7' });
      expect([again.status, again.body]).toEqual([201, { serial }]);
      expect(works).toBe(serial);
      expect(await effects(serial)).toBe(1);
    });

    it('lets a lost attempt of a remembering route be taken over, and rolls the lost one back if it lives after all', async () => {
      const slow = post('exact', { how: 'wait' }, { 'Idempotency-Key': 'key-8' }).then((answer) => answer);
      while (!release) await new Promise((resolve) => setTimeout(resolve, 10));
      await owner.query(`UPDATE access.idempotency SET started_at = started_at - interval '2 minutes' WHERE key = 'key-8'`);
      const letGo = release;
      release = undefined;
      const taken = post('exact', { how: 'wait' }, { 'Idempotency-Key': 'key-8' }).then((answer) => answer);
      while (!release) await new Promise((resolve) => setTimeout(resolve, 10));
      letGo();
      (release as () => void)();
      release = undefined;
      const answers = await Promise.all([slow, taken]);
      const stored = await post('exact', { how: 'wait' }, { 'Idempotency-Key': 'key-8' });
      expect(stored.headers['idempotency-replayed']).toBe('true');
      expect(answers.map((answer) => answer.status)).toContain(201);
    });

    it('is refused where it is malformed', async () => {
      const answer = await post('work', { how: 'well' }, { 'Idempotency-Key': 'x'.repeat(129) });
      expect([answer.status, answer.body.code]).toEqual([400, 'idempotency-key-malformed']);
    });
  });

  describe('lists by cursor', () => {
    it('give every row once, also where many have the same sort value', async () => {
      const seen: number[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < 20; page += 1) {
        const answer = await get(`/api/v1/test/rows?limit=7${cursor ? `&cursor=${cursor}` : ''}`).expect(200);
        seen.push(...answer.body.items.map((item: { serial: number }) => item.serial));
        cursor = answer.body.nextCursor;
        if (!cursor) break;
      }
      expect(seen).toHaveLength(30);
      expect(new Set(seen).size).toBe(30);
    });

    it.each(['?limit=0', '?limit=201', '?limit=x', '?cursor=nonsense', '?offset=1'])('refuse %s', async (query) => {
      await get(`/api/v1/test/rows${query}`).expect(400);
    });
  });

  describe('console lists', () => {
    const list = (query: Record<string, unknown>, as = admin) => {
      const texts = Object.entries(query).map(([name, value]) => [name, JSON.stringify(value)]);
      return get(`/api/console/test-rows?${new URLSearchParams(texts)}`, as);
    };

    it('page, sort, filter, count and sum', async () => {
      const answer = await list({ range: [0, 4], sort: ['grossFen', 'DESC'], filter: { enterpriseId: 9, grossFen_gte: 20 } });
      expect(answer.status).toBe(200);
      expect(answer.headers['content-range']).toBe('test-rows 0-4/13');
      expect(JSON.parse(answer.headers['x-sums'] ?? '')).toEqual({ grossFen: 1040 });
      expect(answer.body[0]).toEqual({ id: 1029, enterpriseId: 9, grossFen: 140 });
      expect(answer.body).toHaveLength(5);
    });

    it('answer many by their numbers', async () => {
      const answer = await list({ filter: { id: [1001, '1003'] } });
      expect(answer.body.map(({ id }: { id: number }) => id)).toEqual([1003, 1001]);
    });

    it('say an empty range where nothing fits', async () => {
      const answer = await list({ filter: { id: [999_999] } });
      expect([answer.headers['content-range'], answer.body]).toEqual(['test-rows */0', []]);
    });

    it('hold the scope in rows, count, sum and detail', async () => {
      const auditor = await platform.token({ role: 'audit-admin' });
      const answer = await list({ filter: { grossFen_gte: 0 } }, auditor);
      expect(answer.headers['content-range']).toBe('test-rows 0-14/15');
      expect(new Set(answer.body.map((row: { enterpriseId: number }) => row.enterpriseId))).toEqual(new Set([8]));
      await get('/api/console/test-rows/1000', auditor).expect(200, { id: 1000, enterpriseId: 8, grossFen: 0 });
      await get('/api/console/test-rows/1001', auditor).expect(404);
    });

    it('refuse what is not declared, in two languages', async () => {
      const zh = await list({ filter: { password: 'x' } });
      expect([zh.status, zh.body.code, zh.body.title]).toEqual([400, 'list-query-invalid', 'filter:可筛选:id、enterpriseId、grossFen']);
      const en = await list({ range: [0, 900] }).set('Accept-Language', 'en');
      expect(en.body.title).toBe('range asks for more than 500 rows');
      await get('/api/console/test-rows?filter=%7B').auth(admin, { type: 'bearer' }).expect(400);
      await get('/api/console/test-rows/abc', admin).expect(400);
      await get('/api/console/test-rows', token).expect(403);
    });
  });

  describe('what Strapi itself refuses', () => {
    it.each([
      ['GET', '/api/nothing-here', 404, 'not-found'],
      ['GET', '/api/v1/nothing-here', 404, 'not-found'],
      ['DELETE', '/api/v1/me', 405, 'method-not-allowed'],
      ['POST', '/api/auth/local/register', 404, 'not-found'],
      ['POST', '/api/auth/forgot-password', 404, 'not-found'],
      ['POST', '/api/auth/reset-password', 404, 'not-found'],
      ['POST', '/api/auth/change-password', 404, 'not-found'],
      ['GET', '/api/users', 404, 'not-found'],
      ['GET', '/api/users/me', 404, 'not-found'],
      ['PUT', '/api/users/1', 404, 'not-found'],
      ['GET', '/api/users-permissions/roles', 404, 'not-found'],
      ['GET', '/api/connect/google', 404, 'not-found'],
    ])('%s %s is a problem %d', async (method, path, status, code) => {
      const answer = await platform.http[method.toLowerCase() as 'get'](path).auth(token, { type: 'bearer' }).set('Accept-Language', 'en');
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.body.traceId).toBeTruthy();
    });

    it('is told as a problem for malformed JSON and for too much of it', async () => {
      const send = (body: string) => platform.http.post('/api/upload').set('Content-Type', 'application/json').send(body);
      const broken = await send(`{"a": ${CANARY}x`);
      expect(broken.status).toBe(400);
      expect(broken.body.code).toBe('request-invalid');
      expect(broken.text).not.toContain(CANARY);
      const huge = await send(`{"a":"${'x'.repeat(17 << 20)}"}`);
      expect([huge.status, huge.body.code]).toEqual([413, 'body-too-large']);
      expect(platform.log.join('\n')).not.toContain(CANARY);
    });
  });

  describe('the log', () => {
    it('has a line a request with the pattern of the route, never its address', async () => {
      await get(`/api/console/test-rows/123456789?name=${CANARY}`, admin).expect(400);
      await get(`/api/${CANARY}`);
      const lines = platform.log.filter((line) => /^(GET|POST) /.test(line));
      expect(lines.some((line) => /^GET \/api\/console\/test-rows\/:id 400 \d+ ms [\w-]+ security-admin#\d+$/.test(line))).toBe(true);
      expect(platform.log.join('\n')).not.toContain(CANARY);
      expect(platform.log.join('\n')).not.toContain('123456789?');
    });
  });
});
