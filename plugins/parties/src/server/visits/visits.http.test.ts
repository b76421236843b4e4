import { databaseOf } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { approveAs, bootStrapi, reviewBody, type BootedStrapi } from '@linggong/database/testing';
import { jobsOf } from '@linggong/jobs';

/** An application that expects much a month is visited before it passes (R2.2, R2.6, criterion A-08). */
let app: BootedStrapi;
let operator: string;
let id = 0;
const today = shanghaiDay(new Date());
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

beforeAll(async () => {
  app = await bootStrapi();
  operator = await app.token('operator');
}, 240_000);
afterAll(() => app?.stop());

const post = (path: string, body: object = {}, token = operator) =>
  app.http.post(`/api/v1${path}`).auth(token, { type: 'bearer' }).send(body);
const get = (path: string, token = operator) => app.http.get(`/api${path}`).auth(token, { type: 'bearer' });
const visits = async () => (await get(`/v1/enterprises/${id}/site-visits`)).body;
const photograph = (visitId: number, item: string) =>
  app.http
    .post(`/api/v1/enterprises/${id}/site-visits/${visitId}/files`)
    .auth(operator, { type: 'bearer' })
    .field('item', item)
    .attach('file', dot, { filename: 'P.png', contentType: 'image/png' });
const said = (answer: string, ...items: string[]) => items.map((item) => ({ item, answer }));

it('does not pass before it was visited, where so much is expected a month', async () => {
  const { versionId } = (await get('/v1/forms/parties.enterprise')).body;
  const made = await post('/enterprises', {
    name: '大额科技有限公司',
    uscc: '91110101MA00ABCD40',
    legalRepresentative: '王五',
    contactName: '赵六',
    contactPhone: '13812340001',
    extra: { formVersionId: versionId, values: { 'monthly-volume': 300_000_000 } },
  });
  expect(made.status).toBe(201);
  id = made.body.id;
  // The enterprise submits it, and so an operator may approve it.
  const own = await app.token('enterprise', { enterpriseId: id });
  expect((await post(`/enterprises/${id}/submit`, {}, own)).status).toBe(200);
  await jobsOf(app.strapi).drain(new Date(Date.now() + 20_000));
  const refused = await post(`/enterprises/${id}/approve`, reviewBody('approve'));
  expect([refused.status, refused.body.code]).toEqual([409, 'site-visit-missing']);
  expect(await visits()).toMatchObject({ asked: [{ id: 'A-08', visitAboveFen: 200_000_000 }], isVisited: false });
});

it('is visited by the checklist in force, item by item, with photographs', async () => {
  const reviewer = await app.token('merchant-reviewer');
  expect((await get(`/v1/enterprises/${id}/site-visits`, reviewer)).body.asked).toHaveLength(1);
  const tomorrow = shanghaiDay(new Date(Date.now() + 86_400_000));
  expect((await post(`/enterprises/${id}/site-visits`, { visitedOn: tomorrow })).body.code).toBe('site-visit-day');
  const alone = await post(`/enterprises/${id}/site-visits`, { visitedOn: today, companion: 'nobody-here' });
  expect(alone.body.code).toBe('site-visit-companion');
  const begun = await post(`/enterprises/${id}/site-visits`, { visitedOn: today }, reviewer);
  expect([begun.status, begun.body.visits[0].items.length, begun.body.visits[0].checklistNo]).toEqual([201, 6, 1]);
  const visit = begun.body.visits[0].id;
  expect((await post(`/enterprises/${id}/site-visits`, { visitedOn: today })).body.code).toBe('site-visit-open');
  const answers = [
    { item: 'address', answer: 'yes', note: '门牌清晰' },
    ...said('yes', 'licence', 'business', 'workers', 'contact'),
  ];
  const told = answers.map((one) => ({ ...one, note: '联系人手机 13812340001' }));
  expect((await post(`/enterprises/${id}/site-visits/${visit}/conclude`, { answers: told })).status).toBe(400);
  const bare = await post(`/enterprises/${id}/site-visits/${visit}/conclude`, { answers });
  expect([bare.status, bare.body.code]).toEqual([422, 'site-visit-incomplete']);
  expect((await photograph(visit, 'no-such-item')).body.code).toBe('site-visit-item');
  for (const item of ['address', 'licence', 'business']) expect((await photograph(visit, item)).status).toBe(201);
  const done = await post(`/enterprises/${id}/site-visits/${visit}/conclude`, { answers, note: '三层办公，客服八人' });
  expect([done.status, done.body.visits[0].verdict, done.body.isVisited]).toEqual([201, 'passed', true]);
  expect((await photograph(visit, 'address')).body.code).toBe('site-visit-ended');
  await expect(databaseOf(app.strapi).query(`UPDATE parties.site_visits SET note = 'x'`)).rejects.toThrow();
});

it('passes then, and the visit stands in its history', async () => {
  expect((await post(`/enterprises/${id}/approve`, reviewBody('approve'))).status).toBe(200);
  const steps = (await get(`/v1/enterprises/${id}/steps`)).body.map(({ action }: { action: string }) => action);
  expect(steps).toEqual(['create', 'submit', 'visit', 'approve']);
});

it('shows a photograph once, with a second person', async () => {
  const [visit] = (await visits()).visits;
  const [file] = visit.items[0].files;
  const path = `/enterprises/${id}/site-visits/${visit.id}/files/${file.id}/download`;
  expect((await post(path, { reason: '复核门牌' }, await app.token('merchant-reviewer'))).status).toBe(403);
  const asked = await post(path, { reason: '复核门牌' });
  expect([asked.status, asked.body.approval.state]).toEqual([202, 'pending']);
  await approveAs(app, 'institution-manager', asked.body.approval.id);
  const redeem = () =>
    app.http
      .post(`/api/v1${path}`)
      .set({ Authorization: `Bearer ${operator}`, Approval: asked.body.approval.id })
      .send({ reason: '复核门牌' });
  const link = await redeem();
  expect((await app.http.get(link.body.url)).status).toBe(200);
  expect((await redeem()).body.code).toBe('approval-used');
});

it('is for the house and who supervises it: the regulator reads it without notes, the enterprise nothing of it', async () => {
  const list = `/v1/enterprises/${id}/site-visits`;
  const [kept] = (await get(list, await app.token('archivist'))).body.visits;
  expect([kept.note, kept.items[0].note]).toEqual(['三层办公，客服八人', '门牌清晰']);
  const looked = await get(list, await app.token('regulator'));
  expect([looked.status, looked.body.visits[0].verdict]).toEqual([200, 'passed']);
  expect(looked.text).not.toContain('三层办公');
  expect(looked.text).not.toContain('门牌清晰');
  // A reviewer sees what waits for him; this one passed.
  expect((await get(list, await app.token('merchant-reviewer'))).status).toBe(404);
  const own = await app.token('enterprise', { enterpriseId: id });
  for (const token of [own, await app.token('finance-officer'), await app.token('worker', { workerId: 1 })]) {
    expect((await get(list, token)).status).toBe(403);
    expect((await post(`/enterprises/${id}/site-visits`, { visitedOn: today }, token)).status).toBe(403);
  }
  expect((await post(`/enterprises/999999/site-visits`, { visitedOn: today })).status).toBe(404);
});
