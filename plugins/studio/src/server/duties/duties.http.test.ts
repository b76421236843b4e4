import { clockOf, databaseOf } from '@linggong/core';
import { addDays, shanghaiDay } from '@linggong/core/domain';
import { approveAs, bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { tellDays } from './tell-duties';

/** Whom a procedure binds reads and acknowledges it, its owner sees who has not, and what is reviewed gets its next day (R1.7). */
let app: BootedStrapi;
let today = '';
let configuration = 0;
const token: Record<string, string> = {};

beforeAll(async () => {
  app = await bootStrapi();
  for (const role of ['config-operator', 'config-approver', 'risk-officer', 'system-admin', 'tax-officer'] as const)
    token[role] = await app.token(role);
  today = shanghaiDay(clockOf(app.strapi).now());
}, 240_000);
afterAll(() => app?.stop());

const get = (role: string, path: string) => app.http.get(`/api${path}`).auth(token[role] ?? '', { type: 'bearer' });
const post = (role: string, path: string, body: object = {}) =>
  app.http
    .post(`/api/v1${path}`)
    .auth(token[role] ?? '', { type: 'bearer' })
    .send(body);
const filtered = (list: string, filter: object) =>
  `/console/${list}?filter=${encodeURIComponent(JSON.stringify(filter))}&range=[0,99]`;
const waiting = async (role: string) => (await get(role, filtered('own-procedures', { state: ['waiting'] }))).body;

it('is a to-do of whom it binds, with its text, until he says that he knows it', async () => {
  const rows = await waiting('risk-officer');
  const one = rows.find(({ nameEn }: { nameEn: string }) => nameEn === 'Procedure for enterprises');
  configuration = one.id;
  expect(one).toMatchObject({ state: 'waiting', versionNo: 1, askedOn: today, dueOn: addDays(today, 7) });
  const read = await get('risk-officer', `/console/own-procedures/${configuration}`);
  expect([read.status, read.body.content.sections.length, read.body.acknowledgedAt]).toEqual([200, 5, null]);
  expect((await post('risk-officer', `/configurations/${configuration}/acknowledgements`)).status).toBe(200);
  expect((await waiting('risk-officer')).length).toBe(rows.length - 1);
});

it('is shown to nobody whom it does not bind, and its list of names to its owners alone', async () => {
  expect((await get('tax-officer', `/console/own-procedures/${configuration}`)).status).toBe(404);
  expect(await waiting('system-admin')).toEqual([]);
  expect((await get('tax-officer', '/console/acknowledgements')).status).toBe(403);
  const listed = await get('config-operator', filtered('acknowledgements', { configurationId: configuration }));
  expect(listed.body).toMatchObject([{ role: 'risk-officer', state: 'acknowledged', dueOn: addDays(today, 7) }]);
  const taken = await get('config-operator', `/console/acknowledgements/export?range=[0,99]`);
  expect([taken.status, taken.body.length > 1]).toEqual([200, true]);
});

it('asks anew for a new version', async () => {
  const { body: draft } = await post('config-operator', `/configurations/${configuration}/drafts`);
  const at = `/configuration-versions/${draft.id}`;
  await post('config-operator', `${at}/check`, { revision: draft.revision });
  const step = { revision: draft.revision, effectiveFrom: today, reason: '例行修订' };
  expect((await post('config-operator', `${at}/submit`, step)).status).toBe(200);
  expect((await post('config-approver', `${at}/approve`)).body.state).toBe('in-force');
  expect(await waiting('risk-officer')).toContainEqual(expect.objectContaining({ id: configuration, versionNo: 2 }));
});

it('tells who is late in his own notices, and nobody else', async () => {
  for (const after of [6, 8]) {
    const at = new Date(`${addDays(today, after)}T02:00:00Z`);
    await tellDays(databaseOf(app.strapi), { actor: { kind: 'system', name: 'studio' }, at, traceId: 'duties' });
  }
  const about = { page: 'own-procedures', id: configuration, dueOn: addDays(today, 7), step: 'late' };
  const own: { kind: string; about: { id: number } }[] = (await get('risk-officer', '/v1/me')).body.notices;
  // Both stand unseen; what came last is shown, once.
  expect(own.filter((notice) => notice.about.id === configuration)).toEqual([
    expect.objectContaining({ kind: 'procedure-due', about: expect.objectContaining(about) }),
  ]);
  const others: { about: { id: number } }[] = (await get('tax-officer', '/v1/me')).body.notices;
  expect(others.map((notice) => notice.about.id)).not.toContain(configuration);
});

it('is reviewed by a day that two people put off; that of a procedure stands in its text', async () => {
  const reason = '已复审，内容不变';
  const { body: checklists } = await get('config-operator', filtered('configurations', { kind: 'checklist' }));
  const path = `/configurations/${checklists[0].id}/review-day`;
  const tooFar = await post('config-operator', path, { reviewBy: addDays(today, 2_000), reason });
  expect([tooFar.status, tooFar.body.code]).toEqual([422, 'review-day-far']);
  const asked = await post('config-operator', path, { reviewBy: addDays(today, 20), reason });
  expect(asked.status).toBe(202);
  await approveAs(app, 'config-approver', asked.body.approval.id);
  const found = await get('config-operator', filtered('configurations', { reviewBy_lte: addDays(today, 30) }));
  expect(found.body).toMatchObject([{ id: checklists[0].id, reviewBy: addDays(today, 20) }]);
  const refused = await post('config-operator', `/configurations/${configuration}/review-day`, {
    reviewBy: addDays(today, 20),
    reason,
  });
  expect([refused.status, refused.body.code]).toEqual([409, 'review-day-in-version']);
});
