import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { archiveStoreOf } from '@linggong/audit';
import { databaseOf, type Command } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { jobsOf } from '@linggong/jobs';
import { z } from 'zod';
import { bootWith, type TestPlatform } from './platform.fixture';

/** The routes that jobs and audit declare as plain values and this plugin serves: answers, rights, and the API document. */
let platform: TestPlatform;
let own: string;
let ofBatch: string;
let failed: string;
/** A hearer refuses its event, until it does not. */
let deaf = true;
const tokens = new Map<string, string>();

const media = z.looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.looseObject({}) })) });
const documentForm = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ responses: z.record(z.string(), media) }))),
  components: z.looseObject({}),
});
let document: z.infer<typeof documentForm>;

const commandOf = (enterpriseId: number): Command => ({
  actor: { kind: 'account', name: `enterprise#${enterpriseId}`, role: 'enterprise', enterpriseId },
  at: new Date(),
  traceId: 'test',
});

beforeAll(async () => {
  platform = await bootWith({});
  document = documentForm.parse((await platform.http.get('/api/v1/openapi.json').expect(200)).body);
  for (const role of ['operator', 'security-admin', 'audit-admin', 'system-admin'] as const)
    tokens.set(role, await platform.token({ role }));
  tokens.set('enterprise', await platform.token({ role: 'enterprise', enterpriseId: 1 }));
  tokens.set('stranger', await platform.token({ role: 'enterprise', enterpriseId: 2 }));
  const jobs = jobsOf(platform.strapi);
  jobs.handle('test.done', async () => ({ rows: 7 }));
  jobs.handle('test.refused', async () => {
    throw problem(422, 'test-refused', { zh: '不行', en: 'No' });
  });
  jobs.handle('settlement.tried', () => Promise.resolve(null));
  const place = (name: string, payload: { batchId: number } | null = null): Promise<string> =>
    databaseOf(platform.strapi).transaction((tx) =>
      jobs.enqueue(tx, { queue: 'imports', name, payload }, commandOf(1)),
    );
  jobs.on('test.thing.told', 'test.deaf', async () => {
    if (deaf) throw problem(409, 'test-deaf', { zh: '听不见', en: 'Deaf' });
  });
  ofBatch = await place('settlement.tried', { batchId: 47 });
  [own, failed] = [await place('test.done'), await place('test.refused')];
  await jobs.drain();
}, 180_000);
afterAll(() => platform?.stop());

type Verb = 'get' | 'post';

/** Asks, and holds whatever is answered against the API document: its status must stand there, its body must fit. */
async function ask(verb: Verb, who: string, address: string, template: string, body?: object) {
  const request = platform.http[verb](address).auth(tokens.get(who) ?? '', { type: 'bearer' });
  const answer = await (body === undefined ? request : request.send(body));
  const said = document.paths[template]?.[verb]?.responses[answer.status < 300 ? String(answer.status) : 'default'];
  const schema = Object.values(said?.content ?? {})[0]?.schema;
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  const fits = ajv.compile({ ...(schema ?? { not: {} }), components: document.components });
  expect({ template, status: answer.status, fits: fits(answer.body), errors: fits.errors }).toEqual({
    template,
    status: answer.status,
    fits: true,
    errors: null,
  });
  return answer;
}

const unknown = '00000000-0000-4000-8000-000000000000';
const one = '/api/v1/jobs/{id}';
const readJob = (who: string, id: string) => ask('get', who, `/api/v1/jobs/${id}`, one);

describe('jobs', () => {
  it('are read by staff and by whose they are; others find nothing', async () => {
    for (const who of ['operator', 'system-admin', 'enterprise'])
      expect((await readJob(who, own)).body).toMatchObject({ id: own, state: 'done', result: { rows: 7 } });
    expect((await readJob('enterprise', failed)).body).toMatchObject({
      state: 'failed',
      problem: { code: 'test-refused', zh: '不行' },
    });
    expect((await readJob('stranger', own)).status).toBe(404);
    expect((await readJob('operator', unknown)).status).toBe(404);
    expect((await readJob('operator', 'abc')).status).toBe(400);
    expect((await readJob('security-admin', own)).status).toBe(403);
    expect((await readJob('nobody', own)).status).toBe(401);
  });

  it('are listed by pages, own ones only', async () => {
    const list = (who: string, query = '') => ask('get', who, `/api/v1/jobs${query}`, '/api/v1/jobs');
    const first = await list('enterprise', '?limit=1');
    const next = await list('enterprise', `?limit=1&cursor=${first.body.nextCursor}`);
    expect([first.body.items[0].id, next.body.items[0].id]).toEqual([failed, own]);
    expect((await list('stranger')).body.items).toEqual([]);
    expect((await list('audit-admin')).status).toBe(403);
    expect((await list('operator', '?limit=0')).status).toBe(400);
  });

  it('are repeated by staff where they failed, and the repetition is audited', async () => {
    const repeat = (who: string, id: string) =>
      ask('post', who, `/api/v1/jobs/${id}/repeat`, '/api/v1/jobs/{id}/repeat', {});
    expect((await repeat('enterprise', failed)).status).toBe(403);
    expect((await repeat('operator', own)).body).toMatchObject({ status: 409, code: 'illegal-transition' });
    expect((await repeat('operator', unknown)).status).toBe(404);
    expect((await repeat('operator', failed)).body).toMatchObject({ id: failed, state: 'waiting' });
    await jobsOf(platform.strapi).drain();
    expect(await platform.audited('job.repeat')).toMatchObject([{ subject: `job ${failed}` }]);
  });

  it('name the settlement batch that they are about, and no other number', async () => {
    const detail = (id: string) => ask('get', 'operator', `/api/console/jobs/${id}`, '/api/console/jobs/{id}');
    expect((await detail(ofBatch)).body).toMatchObject({ batchId: 47, actor: 'enterprise#1' });
    expect((await detail(own)).body).toMatchObject({ batchId: null });
  });

  it('stand in the console', async () => {
    const list = await ask('get', 'operator', '/api/console/jobs?range=[0,1]', '/api/console/jobs');
    expect(list.headers['content-range']).toMatch(/^jobs 0-1\/\d+$/);
    const row = await ask('get', 'enterprise', `/api/console/jobs/${own}`, '/api/console/jobs/{id}');
    expect(row.body).toMatchObject({ id: own, state: 'done' });
    for (const [who, id, status] of [
      ['stranger', own, 404],
      ['operator', unknown, 404],
      ['audit-admin', own, 403],
    ] as const)
      expect((await ask('get', who, `/api/console/jobs/${id}`, '/api/console/jobs/{id}')).status).toBe(status);
  });
});

describe('deliveries of events that failed', () => {
  const path = '/api/v1/event-deliveries';
  const list = (who: string, query = '') => ask('get', who, `${path}${query}`, path);
  const repeat = (who: string, id: unknown) =>
    ask('post', who, `${path}/${String(id)}/repeat`, `${path}/{id}/repeat`, {});

  beforeAll(async () => {
    const jobs = jobsOf(platform.strapi);
    const events = ['a', 'b'].map((key) => ({ type: 'test.thing.told', key, payload: { ids: [1] } }));
    await databaseOf(platform.strapi).transaction((tx) => jobs.emitAll(tx, events, commandOf(1)));
    await jobs.drain();
  });

  it('are seen by staff and the system administrator, with the reason and without the payload', async () => {
    const first = await list('system-admin', '?limit=1');
    const next = await list('operator', `?limit=1&cursor=${first.body.nextCursor}`);
    const known = { type: 'test.thing.told', hearer: 'test.deaf', attempt: 1, problem: { code: 'test-deaf' } };
    expect([first.body.items[0], next.body.items[0]]).toMatchObject([
      { ...known, key: 'a' },
      { ...known, key: 'b' },
    ]);
    expect(next.body.nextCursor).toBeUndefined();
    for (const who of ['enterprise', 'security-admin', 'audit-admin']) expect((await list(who)).status).toBe(403);
    const rows = await ask('get', 'operator', '/api/console/event-deliveries', '/api/console/event-deliveries');
    expect(rows.body).toMatchObject([{ key: 'a' }, { key: 'b' }]);
  });

  it('are delivered again, once, and the repetition is audited', async () => {
    const [first, second] = (await list('operator')).body.items;
    expect((await repeat('enterprise', first.id)).status).toBe(403);
    expect((await repeat('operator', 999_999)).status).toBe(404);
    expect((await repeat('operator', 'abc')).status).toBe(400);
    deaf = false;
    expect((await repeat('operator', first.id)).body).toEqual({ id: first.id, state: 'waiting' });
    await jobsOf(platform.strapi).drain();
    expect((await list('operator')).body.items).toMatchObject([{ id: second.id }]);
    expect((await repeat('operator', first.id)).status).toBe(404);
    expect(await platform.audited('event-delivery.repeat')).toMatchObject([{ subject: `event-delivery ${first.id}` }]);
  });
});

describe('the audit log', () => {
  const verify = '/api/v1/audit/verifications';
  const entries = '/api/console/audit-entries';

  const run = `${verify}/{id}`;

  async function verified(body: object) {
    const { id } = (await ask('post', 'audit-admin', verify, verify, body)).body;
    expect((await ask('get', 'audit-admin', `${verify}/${id}`, run)).body).toMatchObject({ id, verification: null });
    await jobsOf(platform.strapi).drain();
    return (await ask('get', 'audit-admin', `${verify}/${id}`, run)).body;
  }

  it('is verified in the background for the audit administrator, who may bring noted ends of the chain', async () => {
    await jobsOf(platform.strapi).tick('audit.seal');
    const whole = await verified({});
    expect(whole).toMatchObject({ state: 'done', verification: { ok: true, firstBroken: null } });
    expect(whole.verification.rows).toBeGreaterThan(0);
    const noted = { anchors: [{ block: 1, hash: '0'.repeat(64) }] };
    const { verification } = await verified(noted);
    expect(verification).toMatchObject({ ok: false, firstBroken: { kind: 'seal', block: 1, seq: null, entry: null } });
    const list = (await ask('get', 'audit-admin', verify, verify)).body.items;
    expect(list.map(({ ok }: { ok: boolean }) => ok)).toEqual([false, true]);
    expect((await ask('post', 'audit-admin', verify, verify, { anchors: [{ block: 0 }] })).status).toBe(400);
    expect((await ask('get', 'audit-admin', `${verify}/${unknown}`, run)).status).toBe(404);
    expect((await ask('get', 'audit-admin', `${verify}/${own}`, run)).status).toBe(404);
    for (const who of ['operator', 'system-admin', 'enterprise'])
      expect((await ask('post', who, verify, verify, {})).status).toBe(403);
    expect(await platform.audited('audit-log.verify')).toHaveLength(2);
  });

  it('shows its chain and its roots', async () => {
    const root = '/api/v1/audit/roots';
    const chain = await ask('get', 'audit-admin', '/api/v1/audit/chain', '/api/v1/audit/chain');
    expect(chain.body).toMatchObject({ roots: 0, lastRootDay: null, lastVerification: { ok: false } });
    expect(chain.body.rows).toBeGreaterThan(0);
    expect((await ask('get', 'audit-admin', root, root)).body).toEqual({ items: [] });
    for (const day of ['2026-01-01', '2026-02-31'])
      expect((await ask('get', 'audit-admin', `${root}/${day}/file`, `${root}/{day}/file`)).status).toBe(404);
    for (const path of [root, '/api/v1/audit/chain'])
      expect((await ask('get', 'security-admin', path, path)).status).toBe(403);
  });

  const archives = '/api/v1/audit/archives';

  /** A month without entries, kept by the vault as every archive is; `sha256` is told otherwise where one is given. */
  async function archived(month: string, sha256?: string): Promise<string> {
    const lines = [{ head: { form: 1, month, rows: '0' } }, { end: { rows: '0', root: '0'.repeat(64) } }];
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    const bytes = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from(text);
    };
    const file = await archiveStoreOf(platform.strapi).get().put(databaseOf(platform.strapi), month, bytes());
    const kept = { fileId: file.id, sha256: sha256 ?? file.sha256, bytes: file.bytes };
    await databaseOf(platform.strapi).query('SELECT audit.keep_archive($1::jsonb)', [
      JSON.stringify({ ...kept, month: `${month}-01`, rows: 0, root: '0'.repeat(64) }),
    ]);
    return text;
  }

  it('lists the months that are archived, and gives one back, for the audit administrator, on record', async () => {
    expect((await ask('get', 'audit-admin', archives, archives)).body).toEqual({ items: [] });
    const text = await archived('2020-01');
    await archived('2020-02', '0'.repeat(64));
    const { items } = (await ask('get', 'audit-admin', archives, archives)).body;
    expect(items).toMatchObject([{ month: '2020-02' }, { month: '2020-01', rows: 0, detachedAt: null }]);
    expect(JSON.stringify(items)).not.toContain('file');
    const take = (who: string, month: string) =>
      platform.http
        .get(`${archives}/${month}/file`)
        .auth(tokens.get(who) ?? '', { type: 'bearer' })
        .responseType('blob');
    const { body, headers } = await take('audit-admin', '2020-01').expect(200);
    expect(body.toString()).toBe(text);
    expect(headers).toMatchObject({
      'content-type': 'application/x-ndjson',
      'content-disposition': 'attachment; filename="audit-2020-01.jsonl"',
      'cache-control': 'no-store',
    });
    expect(await platform.audited('audit-archive.read')).toHaveLength(1);
    // What is not the file that was kept never ends in order.
    await expect(take('audit-admin', '2020-02')).rejects.toThrow(/aborted|hang up|terminated/);
    await take('audit-admin', '2020-03').expect(404);
    for (const who of ['security-admin', 'system-admin', 'operator', 'enterprise']) {
      await take(who, '2020-01').expect(403);
      expect((await ask('get', who, archives, archives)).status).toBe(403);
    }
  });

  it('is searched by what it tells, by cursor', async () => {
    const path = '/api/v1/audit/entries';
    const search = (query: string) => ask('get', 'audit-admin', `${path}?${query}`, path);
    const refused = (await search('outcome=refused&limit=1')).body;
    expect(refused.items).toMatchObject([{ action: 'access.refuse', outcome: 'refused' }]);
    expect(refused.items[0].sessionId).toMatch(/^[0-9a-f-]{36}$/);
    const next = (await search(`outcome=refused&limit=1&cursor=${refused.nextCursor}`)).body;
    expect(next.items[0].id).toBeLessThan(refused.items[0].id);
    const { actorName, sessionId } = refused.items[0];
    const his = (await search(`actor=${encodeURIComponent(actorName)}&sessionId=${sessionId}`)).body.items;
    expect(new Set(his.map((row: { sessionId: string }) => row.sessionId))).toEqual(new Set([sessionId]));
    for (const wrong of ['subjectId=7', 'cursor=x', 'limit=0', 'nothing=1', 'from=2020-01-01T00:00:00Z'])
      expect((await search(wrong)).status).toBe(400);
    for (const who of ['security-admin', 'operator']) expect((await ask('get', who, path, path)).status).toBe(403);
  });

  it('turns the pages of its console list as far as it counts, and by no column that no index serves', async () => {
    const list = (query: string) => ask('get', 'audit-admin', `${entries}?${query}`, entries);
    const first = await list('range=[0,1]');
    expect(first.headers['content-range']).toMatch(/^audit-entries 0-1\/\d+$/);
    expect(first.headers['x-total-capped']).toBeUndefined();
    const filter = encodeURIComponent(JSON.stringify({ action: 'access.refuse', outcome: 'refused' }));
    expect((await list(`filter=${filter}`)).body[0]).toMatchObject({ action: 'access.refuse' });
    expect((await list('range=[10000,10001]')).status).toBe(400);
    expect((await list(`filter=${encodeURIComponent('{"reason":"x"}')}`)).status).toBe(400);
  });

  it('is read by the audit administrator alone', async () => {
    const { body } = await ask('get', 'audit-admin', entries, entries);
    expect(body.length).toBeGreaterThan(0);
    const row = await ask('get', 'audit-admin', `${entries}/${body[0].id}`, `${entries}/{id}`);
    expect(row.body).toMatchObject({ id: body[0].id, action: expect.any(String) });
    expect((await ask('get', 'audit-admin', `${entries}/999999999`, `${entries}/{id}`)).status).toBe(404);
    for (const who of ['security-admin', 'system-admin', 'operator', 'enterprise'])
      expect((await ask('get', who, entries, entries)).status).toBe(403);
  });
});
