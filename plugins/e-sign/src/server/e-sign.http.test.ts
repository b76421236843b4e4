import { admit, bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { jobsOf } from '@linggong/jobs';

let booted: BootedStrapi;
let operator: string;

beforeAll(async () => {
  booted = await bootStrapi();
  operator = await booted.token('operator');
}, 120_000);
afterAll(() => booted?.stop());

const drain = (): Promise<void> => jobsOf(booted.strapi).drain();
const post = (path: string, body: object, token = operator) =>
  booted.http.post(`/api/v1${path}`).set('Authorization', `Bearer ${token}`).send(body);
const get = (path: string, token = operator) => booted.http.get(`/api${path}`).set('Authorization', `Bearer ${token}`);

const application = {
  name: '甲科技有限公司',
  uscc: '91110101MA00ABCD40',
  legalRepresentative: '王五',
  contactName: '赵六',
  contactPhone: '13812340001',
};

async function registerWorker(): Promise<number> {
  const { body } = await post('/workers', {
    name: '张三',
    identityNumber: '110101199003079999',
    phone: '13812340002',
  }).expect(201);
  await drain();
  return body.id;
}

describe('the cooperation agreement of an enterprise', () => {
  let id: number;
  let enterprise: string;

  it('is sent when the enterprise is approved', async () => {
    id = (await post('/enterprises', application).expect(201)).body.id;
    enterprise = await booted.token('enterprise', { enterpriseId: id });
    await admit(booted, id);
    await drain();
    const { body } = await get('/v1/contracts', enterprise).expect(200);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ kind: 'enterprise-cooperation', state: 'sent', enterpriseId: id });
  });

  it('is refused for another text, and makes the enterprise active when it is signed', async () => {
    const [contract] = (await get('/v1/contracts', enterprise)).body.items;
    const sign = (textSha256: string, token: string) => post(`/contracts/${contract.id}/sign`, { textSha256 }, token);
    const other = await sign('0'.repeat(64), enterprise).expect(409);
    expect(other.body).toMatchObject({ code: 'contract-text-differs' });
    await sign(contract.textSha256, operator).expect(403);
    const stranger = await booted.token('enterprise', { enterpriseId: id + 1 });
    await sign(contract.textSha256, stranger).expect(404);
    const signed = await sign(contract.textSha256, enterprise).expect(200);
    expect(signed.body).toMatchObject({ state: 'signed', consentMethod: 'click', allowedActions: ['revoke'] });
    await drain();
    expect((await get(`/v1/enterprises/${id}`)).body.state).toBe('active');
    const again = await sign(contract.textSha256, enterprise).expect(409);
    expect(again.body).toMatchObject({ code: 'contract-not-sent' });
  });
});

describe('the agreement of an enterprise that staff sign', () => {
  let id: number;
  const consents = async () => {
    const [contract] = (await get(`/v1/contracts?enterpriseId=${id}&kind=enterprise-cooperation`).expect(200)).body
      .items;
    return { contract, consents: (await get(`/console/contracts/${contract.id}`).expect(200)).body.consents };
  };

  it('is not signed by the enterprise’s own account without the text it read', async () => {
    const other = { ...application, name: '乙科技有限公司', uscc: '91110101MA00ABCE2T' };
    id = (await post('/enterprises', other).expect(201)).body.id;
    await admit(booted, id);
    await drain();
    const own = await booted.token('enterprise', { enterpriseId: id });
    expect((await post(`/enterprises/${id}/sign`, {}, own).expect(409)).body).toMatchObject({
      code: 'agreement-unsigned',
    });
    expect((await consents()).consents).toEqual([]);
  });

  it('is recorded as paper held by staff, never as a click of the enterprise (电子签名法 art. 13)', async () => {
    await post(`/enterprises/${id}/sign`, {}).expect(200);
    await drain();
    const { contract, consents: told } = await consents();
    expect(contract).toMatchObject({ state: 'signed', consentMethod: 'paper' });
    expect(told).toMatchObject([{ party: 'enterprise', act: 'sign', method: 'paper', actorName: expect.any(String) }]);
  });

  it('is ended by staff for the platform, not for the enterprise', async () => {
    const { contract } = await consents();
    await post(`/contracts/${contract.id}/revoke`, { reason: '双方协商解除' }).expect(200);
    expect((await consents()).consents.at(-1)).toMatchObject({ party: 'platform', act: 'revoke', method: 'click' });
  });
});

describe('contracts of a worker', () => {
  let workerId: number;
  let worker: string;
  const sending = { template: 'worker-service', scenarios: ['*'], validFrom: '2026-01-01', validTo: '2027-12-31' };

  it('are sent on the queue', async () => {
    workerId = await registerWorker();
    worker = await booted.token('worker', { workerId });
    const placed = await post('/contracts/batches', { ...sending, workerIds: [workerId, 999_999] }).expect(202);
    await drain();
    const { body } = await get(`/v1/contracts/batches/${placed.body.batchId}`).expect(200);
    expect(body).toMatchObject({ act: 'send', total: 2, done: 2, refused: 1, jobId: placed.body.jobId });
    expect(body.reasons['worker-unknown']).toMatchObject({ count: 1, en: 'No such worker' });
  });

  it('show their text in clear to the worker, masked to staff', async () => {
    const [contract] = (await get('/v1/contracts', worker).expect(200)).body.items;
    expect(contract).toMatchObject({ workerId, workerName: '张*', state: 'sent' });
    const own = (await get(`/v1/contracts/${contract.id}/text`, worker).expect(200)).body;
    expect(own).toMatchObject({ masked: false, sha256: contract.textSha256 });
    expect(own.text).toContain('张三，证件号码：110101199003079999');
    const staff = (await get(`/v1/contracts/${contract.id}/text`).expect(200)).body;
    expect(staff).toMatchObject({ masked: true, sha256: contract.textSha256 });
    expect(staff.text).not.toMatch(/张三|110101199003079999/);
  });

  it('are signed and withdrawn by the worker; a tax authorization stands at the worker then', async () => {
    await post('/contracts/batches', { template: 'tax-agency', workerIds: [workerId], validFrom: '2026-01-01' }).expect(
      202,
    );
    await drain();
    const { items } = (await get('/v1/contracts?kind=tax-agency', worker).expect(200)).body;
    expect(items).toHaveLength(1);
    const [contract] = items;
    await post(`/contracts/${contract.id}/sign`, { textSha256: contract.textSha256 }, worker).expect(200);
    expect((await get(`/v1/workers/${workerId}`)).body).toMatchObject({ agencyFrom: '2026-01-01', agencyTo: null });
    await post(`/contracts/${contract.id}/revoke`, { reason: '不再需要' }, worker).expect(200);
    expect((await get(`/v1/workers/${workerId}`)).body.agencyTo).not.toBeNull();
    const detail = await get(`/console/contracts/${contract.id}`).expect(200);
    expect(detail.body.consents.at(-1)).toMatchObject({ party: 'worker', act: 'revoke' });
  });

  it('are taken in on paper by staff', async () => {
    const { items } = (await get('/v1/contracts?kind=worker-service&state=sent')).body;
    const contractIds = items.map(({ id }: { id: number }) => id);
    const scan = Buffer.from('%PDF-1.4\n% the paper that was signed\n%%EOF\n');
    const file = (token: string) =>
      booted.http
        .post('/api/v1/contracts/signatures')
        .set('Authorization', `Bearer ${token}`)
        .field('contractIds', JSON.stringify(contractIds))
        .attach('file', scan, 'scan.pdf');
    await file(worker).expect(403);
    const placed = await file(operator).expect(202);
    await drain();
    expect((await get(`/v1/contracts/batches/${placed.body.batchId}`)).body).toMatchObject({ done: 1, refused: 0 });
    expect((await get(`/v1/contracts/${contractIds[0]}`)).body).toMatchObject({
      state: 'signed',
      consentMethod: 'paper',
    });
  });

  it.each([
    ['no workers', { ...sending }],
    ['no kinds of work', { template: 'worker-service', workerIds: [1], validFrom: '2026-01-01' }],
    ['an end before the beginning', { ...sending, workerIds: [1], validTo: '2025-01-01' }],
    ['a cooperation agreement with nobody', { template: 'enterprise-cooperation', validFrom: '2026-01-01' }],
  ])('refuse %s with the field', async (_what, body) => {
    const answer = await post('/contracts/batches', body).expect(422);
    expect(answer.body).toMatchObject({ code: 'contract-request-incomplete', field: expect.any(String) });
  });

  it.each([
    ['an unknown day', { ...sending, workerIds: [1], validFrom: '2026-02-30' }],
    ['a number beyond the keys', { ...sending, workerIds: [9_999_999_999] }],
    ['a field too many', { ...sending, workerIds: [1], surprise: true }],
    ['another template', { ...sending, workerIds: [1], template: 'lease' }],
  ])('refuse %s with 400', async (_what, body) => {
    await post('/contracts/batches', body).expect(400);
  });

  it('are not for an enterprise to send in the name of another', async () => {
    const enterprise = await booted.token('enterprise', { enterpriseId: 1 });
    await post('/contracts/batches', { ...sending, workerIds: [workerId], enterpriseId: 2 }, enterprise).expect(404);
    await post('/contracts/batches', { ...sending, workerIds: [workerId] }, enterprise).expect(404);
  });
});

describe('console lists', () => {
  it('show contracts, the masked name and the proof of consent', async () => {
    const list = await get(`/console/contracts?filter=${encodeURIComponent('{"kind":"worker-service"}')}`).expect(200);
    expect(list.headers['content-range']).toBe('contracts 0-0/1');
    expect(list.body[0]).toMatchObject({ workerName: '张*', scenarios: ['*'] });
    const detail = await get(`/console/contracts/${list.body[0].id}`).expect(200);
    expect(detail.body).toMatchObject({
      templateTitle: { zh: '灵活用工人员服务协议' },
      consents: [{ party: 'worker', act: 'sign', method: 'paper' }],
    });
  });
});
