import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { jobsOf } from '@linggong/jobs';

let booted: BootedStrapi;
let operator: string;

beforeAll(async () => {
  booted = await bootStrapi();
  operator = await booted.token('operator');
}, 120_000);
afterAll(() => booted?.stop());

/** Works off what is due, and what that asks for in its turn within the next second. */
function drain(): Promise<void> {
  return jobsOf(booted.strapi).drain(new Date(Date.now() + 20_000));
}

function post(path: string, body: object, token = operator) {
  return booted.http.post(`/api/v1${path}`).set('Authorization', `Bearer ${token}`).send(body);
}
function get(path: string, token = operator) {
  return booted.http.get(`/api${path}`).set('Authorization', `Bearer ${token}`);
}

describe('POST /identity/checks', () => {
  it('tells what a number says, without sending it back', async () => {
    const { body, text } = await post('/identity/checks', { kind: 'resident-id', value: '11010519491231002x' }).expect(
      200,
    );
    expect(body).toEqual({
      valid: true,
      birthDate: '1949-12-31',
      age: expect.any(Number),
      sex: 'female',
      province: '11',
      provinceName: { zh: '北京市', en: 'Beijing' },
      region: '110105',
      isRegionListed: true,
    });
    expect(text).not.toContain('11010519491231002');
  });

  it('gives code and text of a refusal', async () => {
    const { body } = await post('/identity/checks', { kind: 'uscc', value: '91110101MA00ABCD41' }).expect(200);
    expect(body).toMatchObject({ valid: false, reason: 'check-digit', reasonText: { zh: expect.any(String) } });
  });

  it.each([
    ['hmt-residence-permit', ['810000199001019902', '820000199202299922', '830000197807049937']],
    ['foreign-pr-card', ['911124198108030024', '944840198512319918']],
    ['bank-card', ['6222028872946788639', '6225885786146241']],
    ['mobile', ['13812340001']],
    ['cnaps', ['102100099996']],
    ['e-invoice-number', ['26112000000000000017']],
  ])('knows %s', async (kind, values) => {
    for (const value of values)
      expect((await post('/identity/checks', { kind, value })).body).toMatchObject({ valid: true });
  });

  it('refuses unknown kinds, more fields and callers who are not signed in', async () => {
    await post('/identity/checks', { kind: 'passport', value: '1' }).expect(400);
    await post('/identity/checks', { kind: 'uscc', value: '1', more: 1 }).expect(400);
    await booted.http.post('/api/v1/identity/checks').send({ kind: 'uscc', value: '1' }).expect(401);
  });
});

describe('real-name checks', () => {
  it('are found by worker and by traceable code, and can be run again', async () => {
    const worker = { name: '张三', identityNumber: '110101199003079999', phone: '13812340001' };
    const { body: registered } = await post('/workers', worker).expect(201);
    await drain();
    const { body: page } = await get(`/v1/real-name-checks?workerId=${registered.id}`).expect(200);
    expect(page.items).toMatchObject([{ kind: 'identity', outcome: 'match', provider: 'sandbox', costFen: 30 }]);
    const [check] = page.items;
    expect((await get(`/v1/real-name-checks/${check.code}`).expect(200)).body).toEqual(check);
    await get('/v1/real-name-checks/RN-20261122-00000001-0').expect(404);
    await post('/real-name-checks', { subjectKind: 'worker', ids: [registered.id] }).expect(202);
    await drain();
    expect((await get(`/console/real-name-checks?filter={"workerId":${registered.id}}`).expect(200)).body).toHaveLength(
      2,
    );
    const own = await booted.token('worker', { workerId: registered.id + 1 });
    await get(`/v1/real-name-checks/${check.code}`, own).expect(404);
  });
});

describe('vendors of identity checks', () => {
  it('show state, order, calls and cost to operators and the system administrator, and to nobody else', async () => {
    const { body, text } = await get('/v1/identity-providers', await booted.token('system-admin')).expect(200);
    expect(body).toMatchObject({
      isSandboxed: true,
      order: { person: ['sandbox'], card: ['sandbox'], company: ['sandbox'] },
    });
    expect(body.providers.map(({ name }: { name: string }) => name)).toEqual([
      'sandbox',
      'tencent-cloud',
      'aliyun',
      'qichacha',
      'tianyancha',
    ]);
    expect(body.providers[0]).toMatchObject({
      isConfigured: true,
      isInUse: true,
      circuit: 'closed',
      dailyCapFen: null,
    });
    expect(body.providers[0].callsToday).toBeGreaterThan(0);
    expect(body.providers[1]).toMatchObject({ isConfigured: false, isInUse: false, callsToday: 0 });
    expect(text).not.toMatch(/secret|token|key/i);
    for (const role of ['enterprise', 'finance-officer', 'audit-admin'] as const)
      await get(
        '/v1/identity-providers',
        await booted.token(role, role === 'enterprise' ? { enterpriseId: 1 } : {}),
      ).expect(403);
  });
});

describe('bulk checks', () => {
  it('are estimated, started once, followed, and over', async () => {
    const filter = { realNameStates: ['verified'] };
    const { body: estimate } = await post('/real-name-bulk-checks/estimates', { filter }).expect(200);
    expect(estimate).toMatchObject({ provider: 'sandbox', seconds: null, days: 1 });
    expect(estimate.estimateFen).toBe(estimate.total * 30);
    const { body: started } = await post('/real-name-bulk-checks', { filter, reason: '年度复核' }).expect(202);
    expect(started).toMatchObject({ state: 'waiting', total: estimate.total, reason: '年度复核' });
    expect((await post('/real-name-bulk-checks', { filter, reason: '再来一次' }).expect(409)).body.code).toBe(
      'bulk-check-running',
    );
    await drain();
    const { body: done } = await get(`/v1/real-name-bulk-checks/${started.id}`).expect(200);
    expect(done).toMatchObject({ state: 'done', counts: { open: 0, match: estimate.total } });
    expect((await get('/console/real-name-bulk-checks').expect(200)).body).toMatchObject([
      { id: started.id, state: 'done', matched: estimate.total, open: 0 },
    ]);
    const over = await post(`/real-name-bulk-checks/${started.id}/cancel`, { reason: '不再需要' }).expect(409);
    expect(over.body.code).toBe('bulk-check-over');
  });

  it('refuse unknown conditions, callers without the power, and ids that do not exist', async () => {
    await post('/real-name-bulk-checks/estimates', { filter: { names: ['x'] } }).expect(400);
    await post('/real-name-bulk-checks', { filter: {} }).expect(400);
    await get('/v1/real-name-bulk-checks/999').expect(404);
    await post('/real-name-bulk-checks/estimates', { filter: {} }, await booted.token('finance-officer')).expect(403);
  });
});
