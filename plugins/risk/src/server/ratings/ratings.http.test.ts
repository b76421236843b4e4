import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { approveAs, bootStrapi, type BootedStrapi } from '@linggong/database/testing';

let app: BootedStrapi;
let officer = '';
let operator = '';

beforeAll(async () => {
  app = await bootStrapi();
  // By characters 11 to 13 of the credit code the sandbox answers: the first stands, the second is dishonest.
  await databaseOf(app.strapi).query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state) VALUES
       (941, 'E941', '甲公司', '911101010000000001', 'active'), (942, 'E942', '乙公司', '911101010045300002', 'active')`,
  );
  officer = await app.token('risk-officer');
  operator = await app.token('operator');
}, 240_000);
afterAll(() => app?.stop());

const post = async (token: string, path: string, body: object = {}) =>
  app.http
    .post(`/api/v1${path}`)
    .set({ Authorization: `Bearer ${token}` })
    .send(body);
const get = async (token: string, path: string) => app.http.get(`/api${path}`).set('Authorization', `Bearer ${token}`);
const endsOn = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

it('an enterprise is checked, rated, and put into another class by two people (R2.3, R6.2)', async () => {
  expect((await post(operator, '/enterprises/941/credit-checks')).status).toBe(403);
  const checked = await post(officer, '/enterprises/941/credit-checks');
  expect([checked.status, checked.body.outcome, checked.body.registerState]).toEqual([201, 'found', 'standing']);
  const rated = await get(operator, '/v1/enterprises/941/rating');
  expect(rated.body).toMatchObject({ class: 'A', policy: { feeTier: 'standard' } });
  // Settlement tells how it pays; nobody tells of invoices yet.
  expect(rated.body.current.facts).toMatchObject({ registerState: 'standing', ordersPaid: 0, batchesExpired: 0 });
  expect(rated.body.current.unknown).toContain('invoiceAnomalies');

  const wish = { class: 'D', endsOn, reason: '关联交易待核实' };
  const asked = await post(officer, '/enterprises/941/rating-overrides', wish);
  expect([asked.status, asked.body.approval.state]).toEqual([202, 'pending']);
  await approveAs(app, 'institution-manager', asked.body.approval.id);
  expect((await get(officer, '/v1/enterprises/941/rating')).body).toMatchObject({
    class: 'D',
    override: { class: 'D' },
    current: { computedClass: 'A', previousClass: 'A' },
  });
  const [row] = (await get(officer, '/console/enterprise-ratings?filter={"class":["D"]}')).body;
  expect(row).toMatchObject({ id: 941, class: 'D', movement: 'down', isOverridden: true });
  const [override] = (await get(officer, '/console/rating-overrides')).body;
  await post(officer, `/rating-overrides/${override.id}/end`, { reason: '已核实' });
  expect((await get(officer, '/v1/enterprises/941/rating')).body).toMatchObject({ class: 'A', override: null });
});

it('evidence is handed out once, after somebody else approved, and written down', async () => {
  const [check] = (await get(officer, '/console/credit-checks?filter={"enterpriseId":941}')).body;
  const reason = '清退前核对原件';
  const asked = await post(officer, `/credit-checks/${check.id}/evidence`, { reason });
  expect([asked.status, asked.body.approval.state]).toEqual([202, 'pending']);
  await approveAs(app, 'institution-manager', asked.body.approval.id);
  const link = await app.http
    .post(`/api/v1/credit-checks/${check.id}/evidence`)
    .set({ Authorization: `Bearer ${officer}`, Approval: asked.body.approval.id })
    .send({ reason });
  expect(link.status).toBe(201);
  const file = await app.http.get(link.body.url).set('Authorization', `Bearer ${officer}`);
  expect(file.status).toBe(200);
  expect((await post(operator, `/credit-checks/${check.id}/evidence`, { reason })).status).toBe(403);
});

it('what a person read in the national register stands on his capture', async () => {
  const told = {
    registerState: 'standing',
    nameAgrees: true,
    representativeAgrees: true,
    dishonest: false,
    abnormal: true,
    lawsuits: 2,
  };
  expect((await post(officer, '/enterprises/941/credit-captures', { ...told, captureId: 1 })).status).toBe(404);
  const captured = await app.http
    .post('/api/v1/enterprises/941/register-captures')
    .set('Authorization', `Bearer ${officer}`)
    .attach('file', png, { filename: 'a.png' });
  expect(captured.status).toBe(201);
  const { captureId } = captured.body;
  const kept = await post(officer, '/enterprises/941/credit-captures', { ...told, abnormal: false, captureId });
  expect(kept.body).toMatchObject({ source: 'national-register', mode: 'by-hand', hasEvidence: true });
  const again = await post(officer, '/enterprises/941/credit-captures', { ...told, captureId });
  expect([again.status, again.body.code]).toEqual([409, 'capture-used']);
});

it('a dishonest enterprise is suspended at once, and goes only with its money settled (R2.3)', async () => {
  await post(officer, '/enterprises/942/credit-checks');
  expect((await get(operator, '/v1/enterprises/942')).body.state).toBe('suspended');
  const [way] = (await get(officer, '/console/risk-offboardings')).body;
  expect(way).toMatchObject({ enterpriseId: 942, state: 'suspended' });
  const back = await post(operator, '/enterprises/942/resume', { reason: '想恢复' });
  expect([back.status, back.body.code]).toEqual([409, 'risk-offboarding-open']);
  const still = await post(officer, `/risk-offboardings/${way.id}/withdraw`, { reason: '想撤回' });
  expect(still.body.code).toBe('risk-still-dishonest');
  const reviewed = await post(officer, `/risk-offboardings/${way.id}/review-money`);
  expect(reviewed.body).toMatchObject({ state: 'settled' });
  expect(reviewed.body.money.map(({ code }: { code: string }) => code)).toEqual([
    'open-batches',
    'unbilled-months',
    'fees-owed',
    'balance',
  ]);
  const leaving = await post(operator, '/enterprises/942/offboard', { reason: '失信清退' });
  await approveAs(app, 'institution-manager', leaving.body.approval.id);
  await jobsOf(app.strapi).drain();
  const ended = (await get(officer, `/v1/risk-offboardings/${way.id}`)).body;
  expect(ended.state).toBe('offboarded');
  expect(ended.steps.map(({ step }: { step: string }) => step)).toEqual([
    'opened',
    'suspended',
    'money-settled',
    'offboarded',
  ]);
});
