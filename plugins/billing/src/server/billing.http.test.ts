import { databaseOf } from '@linggong/core';
import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';

let app: BootedStrapi;

beforeAll(async () => {
  app = await bootStrapi();
  await databaseOf(app.strapi).query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state) VALUES (901, 'E901', '甲', '901', 'active')`,
  );
}, 240_000);
afterAll(() => app.stop());

const create = async (role: string, body: object) =>
  app.http
    .post('/api/v1/fee-plans')
    .set('Authorization', `Bearer ${await app.token(role)}`)
    .send(body);

const plan = { enterpriseId: 901, rate: '0.06', effectiveFrom: '2026-01-01' };

it('the finance approver makes a plan; an enterprise sees its own', async () => {
  const { status, body } = await create('finance-approver', plan);
  expect([status, body.rate, body.planVersion]).toEqual([201, '0.06', 1]);
  const own = await app.http
    .get('/api/console/fee-plans')
    .set('Authorization', `Bearer ${await app.token('enterprise', { enterpriseId: 901 })}`);
  expect(own.body).toMatchObject([{ enterpriseId: 901, rateMillionths: 60_000, state: 'in-force' }]);
  const other = await app.http
    .get('/api/console/fee-plans')
    .set('Authorization', `Bearer ${await app.token('enterprise', { enterpriseId: 902 })}`);
  expect(other.body).toEqual([]);
});

it('nobody else makes one', async () => {
  expect((await create('finance-officer', plan)).status).toBe(403);
  expect((await create('operator', plan)).status).toBe(403);
});

it.each([
  [{ rate: 0.06 }, 400],
  [{ rate: '1.1' }, 400],
  [{ effectiveFrom: '2026-02-30' }, 400],
  [{ enterpriseId: 999 }, 404],
  [{ effectiveFrom: '2025-12-31' }, 409],
])('refuses %j with %s', async (change, status) => {
  expect((await create('finance-approver', { ...plan, ...change })).status).toBe(status);
});
