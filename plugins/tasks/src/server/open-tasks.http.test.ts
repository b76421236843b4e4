import { databaseOf } from '@linggong/core';
import { bootStrapi, reviewBody, type BootedStrapi } from '@linggong/database/testing';

let app: BootedStrapi;
let operator: string;
let enterprise: string;
let stranger: string;
let worker: string;
let other: string;

beforeAll(async () => {
  app = await bootStrapi();
  const db = databaseOf(app.strapi);
  await db.query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state) VALUES (911, 'E911', '甲公司', '911', 'active'), (912, 'E912', '乙公司', '912', 'active')`,
  );
  await db.query(
    `INSERT INTO public.workers (id, number, name_sealed, name_blind, identity_sealed, identity_blind, phone_sealed, phone_blind,
       vat_role, resident, state, real_name_state)
     SELECT 910 + n, 'W91' || n, 's', 'b', 's', 'b91' || n, 's', 'b', 'platform-files', true, 'active', 'verified' FROM generate_series(1, 2) n`,
  );
  [operator, enterprise, stranger, worker, other] = await Promise.all([
    app.token('operator'),
    app.token('enterprise', { enterpriseId: 911 }),
    app.token('enterprise', { enterpriseId: 912 }),
    app.token('worker', { workerId: 911 }),
    app.token('worker', { workerId: 912 }),
  ]);
}, 240_000);
afterAll(() => app?.stop());

const send = (token: string, path: string, body: object = {}) =>
  app.http.post(`/api/v1${path}`).set('Authorization', `Bearer ${token}`).send(body);
const get = (token: string, path: string) => app.http.get(path).set('Authorization', `Bearer ${token}`);
const listed = async (token: string, filter: object = {}) =>
  (
    await get(token, `/api/console/open-tasks?filter=${encodeURIComponent(JSON.stringify(filter))}`).expect(200)
  ).body.map(({ title }: { title: string }) => title);

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
async function task(change: object = {}): Promise<number> {
  const { body } = await send(enterprise, '/tasks', {
    ...{ enterpriseId: 911, title: '同城配送', scenario: 'delivery', place: '长沙市岳麓区', description: '按单计酬' },
    ...{ headcount: 1, unitPriceFen: 500, budgetFen: 987_654, startsOn: today, endsOn: today, ...change },
  }).expect(201);
  return body.id;
}
async function published(change: object = {}): Promise<number> {
  const id = await task(change);
  await send(enterprise, `/tasks/${id}/submit`).expect(200);
  await send(operator, `/tasks/${id}/publish`, reviewBody('publish')).expect(200);
  return id;
}

it('a worker finds what is published, open and not full, by words, kind and place, and nothing of the enterprise’s own', async () => {
  const id = await published();
  await published({ title: '仓内分拣', scenario: 'sorting', place: '株洲市' });
  await task({ title: '还是草稿' });
  const past = await published({ title: '已经结束' });
  await databaseOf(app.strapi).query(
    `UPDATE public.tasks SET starts_on = '2026-01-01', ends_on = '2026-01-31' WHERE id = $1`,
    [past],
  );
  expect((await listed(worker)).sort()).toEqual(['仓内分拣', '同城配送']);
  expect(await listed(worker, { place: '岳麓' })).toEqual(['同城配送']);
  expect(await listed(worker, { scenario: 'sorting' })).toEqual(['仓内分拣']);
  expect(await listed(worker, { q: '分拣' })).toEqual(['仓内分拣']);
  const { body, text } = await get(worker, `/api/console/open-tasks/${id}`).expect(200);
  expect(body).toMatchObject({
    ...{ title: '同城配送', enterpriseName: '甲公司', description: '按单计酬', unitPriceFen: 500, placesLeft: 1 },
    ...{ scenarioTitle: { zh: expect.any(String), en: expect.any(String) }, mine: null },
  });
  expect(text).not.toMatch(/987654|budget|review|employmentSigns|enterpriseId/);
  await get(worker, `/api/console/open-tasks/${past}`).expect(404);
  await get(worker, `/api/console/tasks/${id}`).expect(403);
  for (const party of [enterprise, operator]) await get(party, '/api/console/open-tasks').expect(403);
  const kinds = (await get(worker, '/api/v1/open-task-scenarios').expect(200)).body.items;
  expect(kinds.map(({ code }: { code: string }) => code)).toContain('sorting');
});

it('he applies, the enterprise finds him among what waits and takes him on, and each is told', async () => {
  const id = await published({ title: '会展布置' });
  const { body: application } = await send(worker, `/open-tasks/${id}/apply`).expect(201);
  expect(application).toMatchObject({ state: 'applied' });
  const again = await send(worker, `/open-tasks/${id}/apply`).expect(409);
  expect(again.body).toMatchObject({ code: 'already-applied', number: application.number });
  expect(again.body.title).toContain(application.number);
  expect((await get(worker, `/api/console/open-tasks/${id}`)).body.mine).toEqual(application);
  expect((await get(other, `/api/console/open-tasks/${id}`)).body.mine).toBeNull();
  expect((await get(enterprise, `/api/console/tasks/${id}`)).body).toMatchObject({ engaged: 0, applied: 1 });
  const waiting = (await get(enterprise, '/api/v1/me/waiting').expect(200)).body;
  expect(waiting.items).toContainEqual(
    expect.objectContaining({ kind: 'applicants', id: String(application.id), title: application.number }),
  );
  expect((await get(stranger, '/api/v1/me/waiting')).body.items).toEqual([]);
  const kindsOf = async (token: string) =>
    (await get(token, '/api/v1/me/news').expect(200)).body.items.map(({ kind }: { kind: string }) => kind);
  expect(await kindsOf(enterprise)).toContain('task-applied');
  const engagements = [{ id: application.id }];
  for (const token of [worker, other]) await send(token, '/engagements/engage', { engagements }).expect(403);
  await send(stranger, '/engagements/engage', { engagements }).expect(404);
  await send(enterprise, '/engagements/engage', { engagements }).expect(200);
  expect(await kindsOf(worker)).toContain('application-accepted');
  expect(await listed(other)).not.toContain('会展布置');
  const mine = (await get(worker, `/api/console/engagements/${application.id}`).expect(200)).body;
  expect(mine).toMatchObject({ state: 'engaged', taskDescription: '按单计酬', taskEndsOn: today, agreedFen: 500 });
  await send(worker, '/engagements/withdraw', { engagements }).expect(409);
});

it('a declined worker reads why; one who steps back is gone from what waits', async () => {
  const id = await published({ title: '资料录入', headcount: 5 });
  const [first, second] = [
    (await send(worker, `/open-tasks/${id}/apply`).expect(201)).body,
    (await send(other, `/open-tasks/${id}/apply`).expect(201)).body,
  ];
  const decline = { engagements: [{ id: first.id }] };
  expect((await send(enterprise, '/engagements/decline', decline)).body.code).toBe('reason-required');
  await send(enterprise, '/engagements/decline', { ...decline, reason: '需有叉车证' }).expect(200);
  expect((await get(worker, `/api/console/engagements/${first.id}`)).body).toMatchObject({
    state: 'declined',
    stateReason: '需有叉车证',
  });
  await send(other, '/engagements/withdraw', { engagements: [{ id: second.id }] }).expect(200);
  expect((await get(enterprise, '/api/v1/me/waiting')).body.kinds).toEqual([]);
  await send(worker, `/open-tasks/${id}/apply`, { agreedFen: 1 }).expect(400);
});
