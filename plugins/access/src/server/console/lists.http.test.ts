import { randomUUID } from 'node:crypto';
import { jobsOf } from '@linggong/jobs';
import { Workbook } from 'exceljs';
import { bootKit, type KitPlatform } from '../http/kit.fixture';

describe('lists on the running platform', () => {
  let platform: KitPlatform;
  let token = '';
  let admin = '';
  const get: KitPlatform['get'] = (...of) => platform.get(...of);

  beforeAll(async () => {
    platform = await bootKit();
    ({ operator: token, admin } = platform);
  }, 120_000);

  afterAll(() => platform?.stop());

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

  describe('totals of several lists', () => {
    const totals = (lists: unknown, as = admin) =>
      get(`/api/v1/me/totals?${new URLSearchParams({ lists: JSON.stringify(lists) })}`, as);
    const rows = (filter: object) => ({ list: 'test-rows', filter });

    it('come in one answer, in the order of the question, each with its sums', async () => {
      const answer = await totals([rows({ enterpriseId: 9, grossFen_gte: 20 }), rows({ id: [999_999] })]).expect(200);
      expect(answer.body.items).toEqual([
        { state: 'counted', count: 13, capped: false, sums: { grossFen: 1040 } },
        { state: 'counted', count: 0, capped: false, sums: { grossFen: 0 } },
      ]);
    });

    it('hold the scope of the list, and tell nothing of a list that one may not see', async () => {
      const auditor = await platform.token({ role: 'audit-admin' });
      const asked = [rows({ grossFen_gte: 0 }), { list: 'no-such-list', filter: {} }, { list: 'accounts', filter: {} }];
      const own = await totals(asked, auditor).expect(200);
      expect(own.body.items[0]).toMatchObject({ state: 'counted', count: 15 });
      expect(own.body.items[1]).toEqual({ state: 'hidden' });
      const worker = await platform.token({ role: 'worker', workerId: 7 });
      const theirs = await totals(asked, worker).expect(200);
      expect(theirs.body.items).toEqual([{ state: 'hidden' }, { state: 'hidden' }, { state: 'hidden' }]);
    });

    it.each([
      ['none', []],
      ['too many', Array.from({ length: 13 }, () => rows({}))],
      ['a filter that the list has not', [rows({ salary: 1 })]],
      ['what is no list', [{ filter: {} }]],
    ])('refuse %s', async (_what, lists) => {
      const answer = await totals(lists).expect(400);
      expect(answer.body.code).toBe('list-query-invalid');
    });

    it('refuse what is no JSON', async () => {
      await get('/api/v1/me/totals?lists=nonsense', admin).expect(400);
    });
  });

  describe('console lists', () => {
    const list = (query: Record<string, unknown>, as = admin) => {
      const texts = Object.entries(query).map(([name, value]): [string, string] => [name, JSON.stringify(value)]);
      return get(`/api/console/test-rows?${new URLSearchParams(texts)}`, as);
    };

    it('page, sort, filter, count and sum', async () => {
      const answer = await list({
        range: [0, 4],
        sort: ['grossFen', 'DESC'],
        filter: { enterpriseId: 9, grossFen_gte: 20 },
      });
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

    it('are taken away by who sees them, in their scope, and each page of it is an audit entry without a value', async () => {
      const auditor = await platform.token({ role: 'audit-admin' });
      const query = new URLSearchParams({ filter: JSON.stringify({ grossFen_gte: 7 }), range: '[2,5]' });
      const listed = await get(`/api/console/test-rows?${query}`, auditor).expect(200);
      const taken = await get(`/api/console/test-rows/export?${query}`, auditor).expect(200);
      expect([taken.body, taken.headers['content-range']]).toEqual([listed.body, listed.headers['content-range']]);
      await get('/api/console/test-rows/export', token).expect(403);
      await get('/api/console/test-rows/export?filter={"password":1}', auditor).expect(400);
      const entries = await platform.audited('console.export');
      expect(entries.map(({ actor, subject }) => [actor.split('#')[0], subject])).toEqual([
        ['audit-admin', 'account test-rows'],
      ]);
    });

    it('are looked at by a regulator with an entry for each look, made before the answer', async () => {
      const regulator = await platform.token({ role: 'regulator' });
      await get('/api/console/enterprises', regulator).expect(200);
      await get('/api/console/enterprises', regulator).expect(200);
      await get('/api/console/enterprises/77', regulator).expect(404);
      await get('/api/v1/me', regulator).expect(200);
      const entries = await platform.audited('access.look');
      expect(entries.map(({ subject }) => subject)).toEqual(['enterprise all', 'enterprise all', 'enterprise 77']);
    });

    it('refuse what is not declared, in two languages', async () => {
      const zh = await list({ filter: { password: 'x' } });
      expect([zh.status, zh.body.code, zh.body.title]).toEqual([
        400,
        'list-query-invalid',
        '筛选条件：可筛选：id、enterpriseId、grossFen',
      ]);
      const en = await list({ range: [0, 900] }).set('Accept-Language', 'en');
      expect(en.body.title).toBe('Range of rows asks for more than 500 rows');
      await get('/api/console/test-rows?filter=%7B').auth(admin, { type: 'bearer' }).expect(400);
      await get('/api/console/test-rows/abc', admin).expect(400);
      await get('/api/console/test-rows', token).expect(403);
    });
  });

  /** Issue 6: above 5,000 rows a job makes the file, as its reader sees the list. */
  describe('files of long lists', () => {
    const wish = (more: object = {}) => ({
      listName: 'test-rows',
      format: 'csv',
      title: '测试',
      exportColumns: [
        { field: 'id', title: '编号', kind: 'text' },
        { field: 'enterpriseId', title: '企业', kind: 'text', words: [['8', '=八号']] },
        { field: 'grossFen', title: '金额', kind: 'money' },
      ],
      ...more,
    });
    const post = (path: string, as: string, body?: object) =>
      platform.http
        .post(path)
        .auth(as, { type: 'bearer' })
        .set('Idempotency-Key', randomUUID())
        .send(body ?? {});
    const ask = (as: string, more: object = {}) => post('/api/v1/list-exports', as, wish(more));
    const take = async (id: string, as: string): Promise<Buffer> => {
      const { body } = await post(`/api/v1/list-exports/${id}/download`, as).expect(201);
      return (await platform.http.get(body.url).responseType('blob').expect(200)).body;
    };

    it('hold the rows, order and columns that their reader sees, and the log tells who took them without a value', async () => {
      const auditor = await platform.token({ role: 'audit-admin' });
      const texts = { sort: '["grossFen","DESC"]', filter: '{"grossFen_gte":130}' };
      const { body } = await ask(auditor, texts).expect(202);
      await post(`/api/v1/list-exports/${body.id}/download`, auditor).expect(409);
      await jobsOf(platform.strapi).drain();
      const own = await get('/api/v1/list-exports', auditor).expect(200);
      expect(own.body.items).toMatchObject([{ id: body.id, state: 'ready', rows: 2, done: 2, total: 2 }]);
      // Formulas are text, amounts are yuan, and rows of enterprise 9 are not his.
      expect((await take(body.id, auditor)).toString()).toBe(
        "\uFEFF编号,企业,金额\r\n1028,'=八号,1.40\r\n1026,'=八号,1.30\r\n",
      );
      const told = await platform.owner.query<{ n: bigint }>(
        `SELECT count(*) AS n FROM jobs.runs WHERE payload::text LIKE '%grossFen%'`,
      );
      expect(told).toEqual([{ n: 0n }]);
      for (const action of ['console.ask-export', 'console.make-export', 'console.take-export'])
        expect((await platform.audited(action)).map(({ subject }) => subject)).toEqual(['account test-rows']);
    });

    it('are workbooks of more rows than are held at one time', async () => {
      await platform.owner.query(
        `INSERT INTO access_test (serial, enterprise_id, gross_fen) SELECT 5000 + n, 10, n FROM generate_series(1, 2500) n`,
      );
      const { body } = await ask(admin, { format: 'xlsx', filter: '{"enterpriseId":10}' }).expect(202);
      await jobsOf(platform.strapi).drain();
      const book = new Workbook();
      const file: unknown = await take(body.id, admin);
      await book.xlsx.load(file as Parameters<typeof book.xlsx.load>[0]);
      const sheet = book.worksheets[0];
      expect(sheet?.rowCount).toBe(2_501);
      expect([2, 2_501].map((row) => sheet?.getRow(row).values)).toEqual([
        [undefined, '7500', '10', 25],
        [undefined, '5001', '10', 0.01],
      ]);
    });

    it('are nobody else’s, and nobody’s whose role has ended', async () => {
      const { body } = await ask(admin).expect(202);
      await platform.owner.query(
        `UPDATE public.up_users SET account_role = 'operator' WHERE account_role = 'security-admin'`,
      );
      await jobsOf(platform.strapi).drain();
      await platform.owner.query(
        `UPDATE public.up_users SET account_role = 'security-admin' WHERE id = (SELECT account_id FROM access.list_exports WHERE id = $1)`,
        [body.id],
      );
      const [run] = await platform.owner.query<{ problem: object }>('SELECT problem FROM jobs.runs WHERE id = $1', [
        body.jobId,
      ]);
      expect((await get('/api/v1/list-exports', admin).expect(200)).body.items[0]).toMatchObject({ state: 'failed' });
      expect(run?.problem).toMatchObject({ code: 'not-allowed' });
      const told = await get('/api/v1/me/news', admin).expect(200);
      expect(told.body.items[0]).toMatchObject({ kind: 'export-failed', page: 'test-rows', subjectId: body.id });
      await post(`/api/v1/list-exports/${body.id}/download`, token).expect(404);
    });

    it('refuse lists, columns and filters that the reader does not have', async () => {
      await ask(token).expect(404);
      await ask(admin, { listName: 'no-such' }).expect(404);
      const column = await ask(admin, { exportColumns: [{ field: 'password', title: 'p', kind: 'text' }] }).expect(400);
      expect(column.body.code).toBe('export-column-unknown');
      expect((await ask(admin, { filter: '{"password":1}' }).expect(400)).body.code).toBe('list-query-invalid');
      const offer = await get('/api/v1/list-exports/lists/test-rows', admin).expect(200);
      expect(offer.body).toEqual({
        rowsAtOnce: 5_000,
        rowsMax: 1_000_000,
        days: 7,
        fields: [{ field: 'id' }, { field: 'enterpriseId' }, { field: 'grossFen' }],
      });
    });
  });
});
