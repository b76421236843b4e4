import { approveAs, bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { jobsOf } from '@linggong/jobs';

/** What people may say and ask of their own data (PIPL chapter IV), over the routes as they are served. */
let booted: BootedStrapi;
let operator: string;
let workerId: number;
let other: number;
let self: string;

beforeAll(async () => {
  booted = await bootStrapi();
  operator = await booted.token('operator');
  workerId = await register('110101199003079999', '13812340001');
  other = await register('110101199003078881', '13812340002');
  self = await booted.token('worker', { workerId });
}, 300_000);
afterAll(() => booted?.stop());

function drain(): Promise<void> {
  return jobsOf(booted.strapi).drain(new Date(Date.now() + 20_000));
}

function post(path: string, body: object, token = operator) {
  return booted.http.post(`/api/v1${path}`).set('Authorization', `Bearer ${token}`).send(body);
}
function get(path: string, token = operator) {
  return booted.http.get(`/api${path}`).set('Authorization', `Bearer ${token}`);
}

async function register(identityNumber: string, phone: string): Promise<number> {
  const { body } = await post('/workers', { name: '张三', identityNumber, phone }).expect(201);
  return body.id;
}

const stateOf = async (purpose: string): Promise<string> => {
  const { body } = await get(`/v1/workers/${workerId}/consents`, self).expect(200);
  return body.items.find((one: { purpose: string }) => one.purpose === purpose).state;
};

describe('consents', () => {
  it('are read, taken back and given again by the worker himself, in one step each', async () => {
    await drain();
    expect(await stateOf('share-with-tax')).toBe('given');
    await post(`/workers/${workerId}/consents/withdrawals`, { purpose: 'share-with-tax' }, self).expect(200);
    expect(await stateOf('share-with-tax')).toBe('withdrawn');
    await drain();
    const suspended = await get(`/v1/workers/${workerId}`).expect(200);
    expect(suspended.body).toMatchObject({
      state: 'suspended',
      stateReason: expect.stringContaining('share-with-tax'),
    });
    const refused = await post(`/workers/${workerId}/resume`, { reason: '本人来电' }).expect(409);
    expect(refused.body.code).toBe('consent-missing');
    await post(`/workers/${workerId}/consents`, { purpose: 'share-with-tax' }, self).expect(200);
    await post(`/workers/${workerId}/resume`, { reason: '本人来电' }).expect(200);
  });

  it('of somebody else are not there for a worker, and not for an enterprise', async () => {
    await get(`/v1/workers/${other}/consents`, self).expect(404);
    await post(`/workers/${other}/consents/withdrawals`, { purpose: 'service' }, self).expect(404);
    const enterprise = await booted.token('enterprise', { enterpriseId: 1 });
    await get(`/v1/workers/${workerId}/consents`, enterprise).expect(403);
  });

  it('are a list for staff, and for the worker his own rows of it', async () => {
    const all = await get('/console/consents').expect(200);
    const rows: { workerId: number }[] = all.body;
    expect(new Set(rows.map((row) => row.workerId))).toEqual(new Set([workerId, other]));
    const own = await get('/console/consents?filter={"purpose":"share-with-tax"}', self).expect(200);
    expect(own.body.map(({ act, method }: { act: string; method: string }) => [act, method])).toEqual([
      ['given', 'click'],
      ['withdrawn', 'click'],
      ['given', 'operator'],
    ]);
  });

  it('leave an entry in the log, with the purpose and without a person', async () => {
    const auditor = await booted.token('audit-admin');
    const found = await get(`/v1/audit/entries?subjectKind=worker&subjectId=${workerId}`, auditor).expect(200);
    const entries = found.body.items
      .filter(({ action }: { action: string }) => action.startsWith('consent.'))
      .map(({ action, after }: { action: string; after: unknown }) => ({ action, after }));
    expect(entries).toEqual([
      { action: 'consent.give', after: { purpose: 'share-with-tax', method: 'click' } },
      { action: 'consent.withdraw', after: { purpose: 'share-with-tax', method: 'click' } },
    ]);
  });
});

describe('the retention schedule', () => {
  it('is shown with its terms, and runs daily over what every owner keeps', async () => {
    const archivist = await booted.token('archivist');
    await jobsOf(booted.strapi).tick('vault.retain');
    const { body } = await get('/v1/retention', archivist).expect(200);
    const purged = body.classes.filter(({ end }: { end: string }) => end === 'purge');
    expect(purged.length).toBeGreaterThan(5);
    for (const { name, lastRun } of purged) {
      expect({ name, ...lastRun }).toMatchObject({ name, state: 'done', purged: 0, held: 0, fault: null });
    }
    const runs = await get('/console/retention-runs', archivist).expect(200);
    expect(runs.body).toHaveLength(purged.length);
    await get('/v1/retention', operator).expect(403);
  });

  it('is held up by a legal hold, which is set once and ended once, each with its reason', async () => {
    const officer = await booted.token('risk-officer');
    const hold = { subject: { kind: 'worker', id: workerId }, reason: '劳动争议仲裁' };
    const set = () => post('/legal-holds', hold, officer).set('Idempotency-Key', 'hold-1').expect(201);
    const { body } = await set();
    expect((await set()).body).toEqual(body);
    await post('/legal-holds', { ...hold, reason: '' }, officer).expect(400);
    const asked = await post(`/legal-holds/${body.id}/end`, { reason: '结案' }, officer).expect(202);
    expect((await get('/console/legal-holds', officer).expect(200)).body).toMatchObject([{ state: 'standing' }]);
    await approveAs(booted, 'institution-manager', asked.body.approval.id);
    await post(`/legal-holds/${body.id}/end`, { reason: '结案' }, officer).expect(409);
    await post('/legal-holds/999/end', { reason: '结案' }, officer).expect(404);
    const listed = await get('/console/legal-holds', officer).expect(200);
    expect(listed.body).toMatchObject([{ state: 'ended', endReason: '结案', subjectKind: 'worker' }]);
  });
});

describe('requests of people about their data', () => {
  let service: string;

  beforeAll(async () => {
    service = await booted.token('customer-service');
  });

  it('are asked by the worker himself: his copy is made by itself, and opens for his session only', async () => {
    const asked = await post('/data-requests', { kind: 'copy', asked: '请给我一份 13812340001' }, self).expect(201);
    expect(asked.body).toMatchObject({ state: 'received', channel: 'self', workerId, asked: '请给我一份 *******0001' });
    await post('/data-requests', { kind: 'copy', asked: '再来一份' }, self).expect(409);
    const early = await post(`/data-requests/${asked.body.id}/answer`, { outcome: '已提供' }, service).expect(409);
    expect(early.body.code).toBe('copy-not-made');
    await drain();
    const done = await get(`/v1/data-requests/${asked.body.id}`, self).expect(200);
    expect(done.body).toMatchObject({ state: 'answered', hasCopy: true });
    expect(done.body.steps.map(({ step }: { step: string }) => step)).toEqual(['received', 'copied', 'answered']);
    const told = await get('/v1/me/news', self).expect(200);
    expect(told.body.items).toMatchObject([{ kind: 'data-request-answered', subjectId: String(asked.body.id) }]);
    await post(`/data-requests/${asked.body.id}/copy-link`, {}, service).expect(403);
    const link = await post(`/data-requests/${asked.body.id}/copy-link`, {}, self).expect(201);
    const file = await booted.http.get(link.body.url).buffer(true).expect(200);
    const copy = JSON.parse(file.text ?? file.body.toString('utf8'));
    expect(copy.worker).toMatchObject([{ identityNumber: '110101199003079999', phone: '13812340001' }]);
    expect(Object.keys(copy)).toEqual(
      expect.arrayContaining([
        'cards',
        'agencyAuthorizations',
        'consents',
        'requests',
        'orders',
        'contracts',
        'taxRecords',
      ]),
    );
    expect(copy.consents.length).toBeGreaterThan(5);
  });

  it('of somebody else are not there', async () => {
    const body = { kind: 'explanation', asked: '为何被暂停', workerId: other, identityShown: '来电核对证件后四位' };
    const taken = await post('/data-requests', body, service).expect(201);
    await get(`/v1/data-requests/${taken.body.id}`, self).expect(404);
    await get(`/console/data-requests/${taken.body.id}`, self).expect(404);
    await post('/data-requests', { kind: 'deletion', asked: '删除', workerId: other }, self).expect(404);
    const listed = await get('/console/data-requests', self).expect(200);
    expect(listed.body.map((row: { workerId: number }) => row.workerId)).toEqual([workerId]);
  });

  it('have a day by which they are answered, extended once with a reason, and their steps', async () => {
    const body = { kind: 'correction', asked: '地址有误', workerId };
    expect((await post('/data-requests', body, service).expect(400)).body.code).toBe('identity-not-shown');
    const { body: taken } = await post('/data-requests', { ...body, identityShown: '柜台出示证件' }, service).expect(
      201,
    );
    const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
    const today = new Date(Date.parse(taken.receivedAt) + 8 * 3_600_000).toISOString().slice(0, 10);
    expect(days(today, taken.dueOn)).toBe(15);
    await post(`/data-requests/${taken.id}/start`, {}, service).expect(200);
    const extended = await post(`/data-requests/${taken.id}/extend`, { reason: '需向银行核对' }, service).expect(200);
    expect(days(today, extended.body.dueOn)).toBe(30);
    await post(`/data-requests/${taken.id}/extend`, { reason: '再延' }, service).expect(409);
    const answered = await post(`/data-requests/${taken.id}/answer`, { outcome: '已更正' }, service).expect(200);
    expect(answered.body).toMatchObject({ state: 'answered', outcome: '已更正' });
    await post(`/data-requests/${taken.id}/answer`, { outcome: '已更正' }, service).expect(409);
  });

  it('correct an address at once, and a telephone, by which a password is reset, only by two persons', async () => {
    const stored = async () => (await get(`/v1/workers/${other}`).expect(200)).body;
    const correct = (body: object) => post(`/workers/${other}/correct`, { ...body, reason: '本人来电' }, service);
    await correct({ address: '北京市西城区某街2号' }).expect(200);
    const phone = '13812340077';
    expect((await correct({ phone: '1381234' }).expect(422)).body.code).toBe('registration-refused');
    const { body } = await correct({ phone, address: '北京市西城区某街3号' }).expect(202);
    expect((await stored()).phone).toBe('138****0002');
    const manager = await booted.token('institution-manager');
    const { id } = body.approval;
    const shown = await get(`/v1/approvals/${id}`, manager).expect(200);
    expect([shown.body.before.phone, shown.body.after.phone]).toEqual(['138****0002', '138****0077']);
    expect(shown.text).not.toContain(phone);
    await post(`/approvals/${id}/approve`, { seenSha256: shown.body.seenSha256 }, service).expect(403);
    const decided = await post(`/approvals/${id}/approve`, { seenSha256: shown.body.seenSha256 }, manager).expect(200);
    expect(decided.body.state).toBe('executed');
    expect((await stored()).phone).toBe('138****0077');
    const found = await post('/workers/search', { phone }, service).expect(200);
    expect(found.body.items.map((one: { id: number }) => one.id)).toEqual([other]);
  });

  it('for deletion are not answered while he works here, and refused only with a basis and a second person', async () => {
    const { body: asked } = await post('/data-requests', { kind: 'deletion', asked: '请删除我的信息' }, self).expect(
      201,
    );
    const early = await post(`/data-requests/${asked.id}/answer`, { outcome: '已删除' }, service).expect(409);
    expect(early.body.code).toBe('worker-not-deregistered');
    await post(`/data-requests/${asked.id}/refuse`, { reason: '依法保存' }, service).expect(400);
    const refusal = { reason: '依法保存', basis: '会计档案管理办法第十四条' };
    const waiting = await post(`/data-requests/${asked.id}/refuse`, refusal, service).expect(202);
    expect((await get(`/v1/data-requests/${asked.id}`, self)).body.state).toBe('received');
    const manager = await booted.token('institution-manager');
    const { id } = waiting.body.approval;
    const { seenSha256 } = (await get(`/v1/approvals/${id}`, manager).expect(200)).body;
    await post(`/approvals/${id}/approve`, { seenSha256 }, manager);
    await drain();
    const refused = await get(`/v1/data-requests/${asked.id}`, self).expect(200);
    expect(refused.body).toMatchObject({ state: 'refused', refusalBasis: refusal.basis });
  });

  it('for deletion are answered once he has left', async () => {
    const { body: asked } = await post('/data-requests', { kind: 'deletion', asked: '请删除' }, self).expect(201);
    await post(`/workers/${workerId}/deregister`, { reason: '本人申请' }, self).expect(200);
    await post(`/data-requests/${asked.id}/answer`, { outcome: '已停止使用，期满清除' }, service).expect(200);
  });
});
