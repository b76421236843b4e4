import { bootKit, CANARY, work, type KitPlatform } from './kit.fixture';

describe('the HTTP kit on the running platform', () => {
  let platform: KitPlatform;
  let token = '';
  let admin = '';
  const post: KitPlatform['post'] = (...of) => platform.post(...of);
  const get: KitPlatform['get'] = (...of) => platform.get(...of);

  beforeAll(async () => {
    platform = await bootKit();
    ({ operator: token, admin } = platform);
  }, 120_000);

  afterAll(() => platform?.stop());

  describe('who calls', () => {
    it('answers 401 without a token, with a forged one and with one of an ended session, in two languages', async () => {
      const none = await platform.http.get('/api/v1/me');
      expect(none.status).toBe(401);
      expect(none.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(none.body).toMatchObject({
        code: 'not-signed-in',
        status: 401,
        title: '尚未登录，或登录已失效',
        fix: '请重新登录',
      });
      const forged = await platform.http
        .get('/api/v1/me')
        .auth('a.b.c', { type: 'bearer' })
        .set('Accept-Language', 'en');
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
      const [entry] = await platform.audited('access.refuse');
      expect(entry).toMatchObject({ subject: 'operation account:list', traceId: refused.body.traceId });
      expect(entry?.actor).toMatch(/^operator#\d+$/);
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
      ['a turned direction', 'echo/1', { grossFen: 1, note: 'a\u202eb' }, 'text-turned', 'note'],
      ['half a surrogate pair', 'echo/1', { grossFen: 1, note: '\ud83d' }, 'text-not-storable', 'note'],
      ['a list for an object', 'echo/1', [], 'input-invalid', 'body'],
      ['what kills vanilla Strapi', 'echo/1', { connect: [{ id: 'abc' }] }, 'input-invalid', 'grossFen'],
    ])('refuses %s', async (_name, path, body, code, field) => {
      const answer = await post(path, body);
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ code, field });
    });

    it('takes no personal number in a reason, which the log keeps for good (R9.3)', async () => {
      const reason = '已电话13800138000核实';
      const answer = await post('echo/7?day=2026-01-31', { grossFen: 1, reason });
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ code: 'reason-personal', field: 'reason' });
      expect(answer.text).not.toContain('13800138000');
    });

    it('names every faulty field in the reader’s language and repeats no value', async () => {
      const answer = await post('echo/1', { grossFen: CANARY, note: CANARY.repeat(2) }, { 'Accept-Language': 'en-US' });
      expect(answer.body.errors).toEqual([
        { field: 'grossFen', label: 'Gross', code: 'invalid-type', text: 'must be a number' },
        { field: 'note', label: 'Note', code: 'too-big', text: 'must be at most 20 characters' },
      ]);
      expect(answer.body.title).toBe('Gross: must be a number (2 faults)');
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
      expect([form.status, form.body.code, form.body.accepted]).toEqual([
        415,
        'media-type-unknown',
        ['application/json'],
      ]);
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
        const request = platform.http
          .post('/api/v1/test/echo/1')
          .auth(token, { type: 'bearer' })
          .set('Content-Type', 'application/json');
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
      expect(line).toMatch(/^fault .*Error .*kit\.fixture\.ts/);
      expect(platform.log.join('\n')).not.toContain(CANARY);
    });

    it('tells a call that was ended for the sake of another that nothing was done, and to send it again', async () => {
      const answer = await post('work', { how: 'collide' }, { 'Accept-Language': 'en' });
      expect([answer.status, answer.body.code]).toEqual([409, 'collided']);
      expect(JSON.stringify(answer.body)).not.toContain(CANARY);
    });

    it('gives the facts of a refusal beside its texts', async () => {
      const answer = await post('work', { how: 'refuse' });
      expect(answer.status).toBe(409);
      expect(answer.body).toMatchObject({
        code: 'test-refused',
        title: '拒绝',
        fix: '改',
        detail: '拒绝。改',
        serial: work.count,
      });
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
      const form = await platform.http
        .post('/api/v1/test/upload')
        .auth(token, { type: 'bearer' })
        .attach('file', Buffer.alloc(2_000_000), 'sheet.csv');
      expect(form.status).toBe(202);
      expect(form.body.bytes).toBeGreaterThan(2_000_000);
      expect((await send('text/html', 'x')).status).toBe(415);
    });

    it('are not read from a stranger', async () => {
      await platform.http.post('/api/v1/test/upload').set('Content-Type', 'text/csv').send('a').expect(401);
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
      const answer = await platform.http[method.toLowerCase() as 'get'](path)
        .auth(token, { type: 'bearer' })
        .set('Accept-Language', 'en');
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.body.traceId).toBeTruthy();
    });

    it('is not even read: the gate stands before the parser of Strapi', async () => {
      const send = platform.http.post('/api/upload').set('Content-Type', 'application/json');
      const broken = await send.send(`{"a": ${CANARY}x`);
      expect([broken.status, broken.body.code]).toEqual([404, 'not-found']);
      expect(broken.text).not.toContain(CANARY);
      expect(platform.log.join('\n')).not.toContain(CANARY);
    });
  });

  describe('the log', () => {
    it('has a line a request with the pattern of the route, never its address', async () => {
      await get(`/api/console/test-rows/123456789?name=${CANARY}`, admin).expect(400);
      await get(`/api/${CANARY}`);
      const lines = platform.log.filter((line) => /^(GET|POST) /.test(line));
      expect(
        lines.some((line) => /^GET \/api\/console\/test-rows\/:id 400 \d+ ms [\w-]+ security-admin#\d+$/.test(line)),
      ).toBe(true);
      expect(platform.log.join('\n')).not.toContain(CANARY);
      expect(platform.log.join('\n')).not.toContain('123456789?');
    });
  });
});
