import { databaseOf } from '@linggong/core';
import { populationsOf, type PaidItem } from '@linggong/risk';
import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';

let app: BootedStrapi;
let officer = '';
let population: PaidItem[] = [];

beforeAll(async () => {
  app = await bootStrapi();
  const db = databaseOf(app.strapi);
  await db.query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state) VALUES (941, 'E941', '甲', '941', 'active')`,
  );
  await db.query(
    `INSERT INTO public.workers (id, number, name_sealed, name_blind, identity_sealed, identity_blind, phone_sealed, phone_blind,
       state, real_name_state, vat_role, resident)
     SELECT n, 'W-' || n, 'x', 'name', 'x', 'identity-' || n, 'x', 'phone-' || n, 'active', 'verified', 'platform-files', true
       FROM generate_series(941, 943) n`,
  );
  population = Array.from({ length: 300 }, (_, index) => ({
    id: index + 1,
    number: `OR-2026-10-${String(index).padStart(4, '0')}`,
    enterpriseId: 941,
    workerId: 941 + (index % 3),
    kindOfWork: 'design',
    amountFen: BigInt(index % 10 === 0 ? 6_000_000 : 10_000 + index),
  }));
  populationsOf(app.strapi).register('orders', async () => population);
  officer = await app.token('risk-officer');
}, 240_000);
afterAll(() => app?.stop());

const post = async (token: string, path: string, body: object = {}) =>
  app.http
    .post(`/api/v1${path}`)
    .set({ Authorization: `Bearer ${token}` })
    .send(body);
const get = async (token: string, path: string) => app.http.get(`/api${path}`).set('Authorization', `Bearer ${token}`);
const period = { title: '十月付款抽查', from: '2026-10-01', to: '2026-10-31' };
const fits = { agreement: 'fits', business: 'fits', amount: 'fits', fund: 'fits' };
const good = { isPerson: 'yes', knowsWork: 'yes', receivedPay: 'yes', ownsCard: 'yes', passedOn: 'no' };

it('a sample is drawn, drawn again by a supervisor, checked item by item and by telephone, and closed (R6.3, R8.4)', async () => {
  const looked = await get(officer, '/v1/inspections/preview?from=2026-10-01&to=2026-10-31');
  expect([looked.status, looked.body.population, looked.body.outside, looked.body.sample]).toEqual([200, 300, 0, 20]);
  const drawn = await post(officer, '/inspections', period);
  const counts = looked.body.strata.filter(({ population: of }: { population: number }) => of > 0);
  expect(counts).toEqual(
    drawn.body.strata.map(({ stratum, name, population: of, sample }: Record<string, unknown>) => ({
      ...{ stratum, name, sample },
      population: of,
    })),
  );
  expect([drawn.status, drawn.body.population, drawn.body.sample]).toEqual([201, 300, 20]);
  expect(
    drawn.body.strata.map(({ stratum, sample }: { stratum: string; sample: number }) => [stratum, sample]),
  ).toEqual([
    ['large', 10],
    ['small', 10],
  ]);
  const { id } = drawn.body;
  const supervisor = await app.token('regulator');
  const again = await get(supervisor, `/v1/inspections/${id}/redraw`);
  expect(again.body).toMatchObject({ isSamePopulation: true, isSameSample: true, sample: 20 });
  const whole = population;
  population = population.map((one, index) => (index === 7 ? { ...one, amountFen: 1n } : one));
  expect((await get(supervisor, `/v1/inspections/${id}/redraw`)).body).toMatchObject({ isSamePopulation: false });
  population = whole;

  const items = (await get(officer, `/console/inspection-items?filter={"inspectionId":${id}}&range=[0,49]`)).body;
  expect(items).toHaveLength(20);
  const [first, second, ...rest] = items as { id: number }[];
  const faulty = await post(officer, `/inspection-items/${first?.id}/check`, {
    answers: { ...fits, business: 'missing' },
  });
  expect([faulty.status, faulty.body.state]).toEqual([200, 'found']);
  const twice = await post(officer, `/inspection-items/${first?.id}/check`, { answers: fits });
  expect([twice.status, twice.body.code]).toEqual([409, 'inspection-item-checked']);

  const care = await app.token('customer-service');
  const calls = `/inspection-items/${second?.id}/interviews`;
  expect((await post(care, calls, { outcome: 'no-answer' })).status).toBe(201);
  expect((await post(care, calls, { outcome: 'answered', answers: good })).status).toBe(400);
  expect((await post(care, calls, { outcome: 'no-answer', answers: good })).status).toBe(400);
  const misuse = { outcome: 'answered', answers: { ...good, isPerson: 'no' }, recording: 'CALL-1' };
  expect((await post(care, calls, misuse)).body.interviews).toMatchObject([
    { outcome: 'answered', findings: ['identity-misused'] },
    { outcome: 'no-answer', findings: [] },
  ]);
  const cases = await get(officer, '/console/risk-cases?filter={"source":"inspection"}&sort=["id","ASC"]');
  expect(cases.body.map(({ rule, severity }: { rule: string; severity: string }) => [rule, severity])).toEqual([
    ['inspection.business', 'medium'],
    ['interview.identity-misused', 'critical'],
  ]);

  const early = await post(officer, `/inspections/${id}/close`, { summary: '全部核查完毕' });
  expect([early.status, early.body.code]).toEqual([409, 'inspection-items-open']);
  for (const item of [second, ...rest]) await post(officer, `/inspection-items/${item?.id}/check`, { answers: fits });
  const closed = await post(officer, `/inspections/${id}/close`, { summary: '全部核查完毕' });
  expect(closed.body).toMatchObject({ state: 'closed', checked: 20, found: 1, calls: 2 });
  expect((await post(care, calls, misuse)).body.code).toBe('inspection-closed');
});

it('payers of a weak class are drawn so many times as often, and drawn again so by what was kept (R6.2)', async () => {
  const db = databaseOf(app.strapi);
  await db.query(
    `INSERT INTO risk.ratings (enterprise_id, class, computed_class, score, facts, table_version, classes_version, cause, rated_at)
     VALUES (941, 'C', 'C', 65, '{}', 1, 1, 'asked', '2026-10-20T00:00:00Z')`,
  );
  const period2 = 'from=2026-10-01&to=2026-10-31';
  const looked = await get(officer, `/v1/inspections/preview?${period2}`);
  expect(looked.body.classFactors).toMatchObject({ A: 1, C: 2, E: 10 });
  const drawn = await post(officer, '/inspections', { ...period, title: '按等级加倍' });
  const sizes = drawn.body.strata.map(({ stratum, sample }: { stratum: string; sample: number }) => [stratum, sample]);
  // 30 large ones at two times 20 %, the others at their least.
  expect(sizes).toEqual([
    ['large', 12],
    ['small', 10],
  ]);
  expect(drawn.body).toMatchObject({ classFactors: looked.body.classFactors, classPolicyVersion: expect.any(Number) });
  const again = await get(officer, `/v1/inspections/${drawn.body.id}/redraw`);
  expect(again.body).toMatchObject({ isSamePopulation: true, isSameSample: true, sample: 22 });
});

it.each([
  ['the factors of classes', `UPDATE risk.inspections SET class_factors = '{}'`],
  ['a seed', 'UPDATE risk.inspections SET seed = md5(seed)'],
  ['an item', 'UPDATE risk.inspection_items SET amount_fen = 1'],
  ['an interview', `UPDATE risk.interviews SET findings = '{}'`],
  ['a stratum', 'DELETE FROM risk.inspection_strata'],
])('nobody changes %s afterwards', async (_what, sql) => {
  await expect(databaseOf(app.strapi).query(sql)).rejects.toThrow(/stays as it is|never another|never changed|denied/);
});

it('is refused for a period that is not over, a population of nothing, and those who may not', async () => {
  const open = await post(officer, '/inspections', { ...period, to: '2199-01-01' });
  expect([open.status, open.body.code]).toEqual([422, 'inspection-period-open']);
  const early = await get(officer, '/v1/inspections/preview?from=2026-10-01&to=2199-01-01');
  expect([early.status, early.body.code]).toEqual([422, 'inspection-period-open']);
  const supervisor = await get(await app.token('regulator'), '/v1/inspections/preview?from=2026-10-01&to=2026-10-31');
  expect(supervisor.status).toBe(403);
  expect((await post(await app.token('operator'), '/inspections', period)).status).toBe(403);
  expect((await post(officer, '/inspections', { ...period, from: '2026-02-30' })).status).toBe(400);
  const whole = population;
  population = [];
  const before = { ...period, from: '2026-09-01', to: '2026-09-30' };
  expect((await post(officer, '/inspections', before)).body.code).toBe('inspection-empty');
  population = whole;
});
