import { clockOf, createDatabase } from '@linggong/core';
import { addDays, shanghaiDay } from '@linggong/core/domain';
import { approveAs, bootStrapi, untoldStates, type BootedStrapi } from '@linggong/database/testing';
import { jobsOf } from '@linggong/jobs';
import { consumersOf, seedsOf } from './tools';

/** The life of a version as its people play it: every act by an operation, each role where it may (R13.1, R9.5). */
let app: BootedStrapi;
let operator: string;
let approver: string;
let id = 0;
let first = 0;
let second = 0;
let today = '';

beforeAll(async () => {
  app = await bootStrapi();
  operator = await app.token('config-operator');
  approver = await app.token('config-approver');
  today = shanghaiDay(clockOf(app.strapi).now());
}, 240_000);
afterAll(() => app?.stop());

const post = (token: string, path: string, body: object = {}) =>
  app.http.post(`/api/v1${path}`).auth(token, { type: 'bearer' }).send(body);
const put = (token: string, versionId: number, body: object) =>
  app.http.put(`/api/v1/configuration-versions/${versionId}/content`).auth(token, { type: 'bearer' }).send(body);
const get = (token: string, path: string) => app.http.get(`/api${path}`).auth(token, { type: 'bearer' });
const act = (token: string, versionId: number, name: string, body: object = {}) =>
  post(token, `/configuration-versions/${versionId}/${name}`, body);
const version = async (versionId: number, token = operator) =>
  (await get(token, `/v1/configuration-versions/${versionId}`)).body;

/** A payment above the limit is looked at. */
const table = (limitFen: number) => ({
  hitPolicy: 'first',
  columns: [
    {
      id: 'amount',
      role: 'input',
      field: 'amountFen',
      type: 'money',
      label: { zh: '单笔金额', en: 'Amount' },
      required: true,
    },
    {
      id: 'decision',
      role: 'output',
      field: 'decision',
      type: 'choice',
      label: { zh: '决定', en: 'Decision' },
      required: true,
      choices: ['approve', 'review'].map((value) => ({ value, label: { zh: value, en: value } })),
    },
  ],
  rows: [{ id: 'large', cells: { amount: { above: limitFen }, decision: 'review' } }],
  otherwise: { decision: 'approve' },
});
const cases = [{ name: '小额通过', input: { amountFen: 100 }, expect: { answer: { decision: 'approve' } } }];
const saved = (revision: number, limitFen: number) => ({ revision, content: table(limitFen), cases, note: '试行' });
const decided = async (versionId: number, amountFen: number) =>
  (await act(operator, versionId, 'tries', { input: { amountFen } })).body.outcome?.answer?.decision;

it('begins as a blank draft that behaves by nothing', async () => {
  const body = {
    kind: 'decision-table',
    key: 'risk.http-test',
    name: { zh: '单笔限额', en: 'Limit a line' },
    description: { zh: '', en: '' },
  };
  const made = await post(operator, '/configurations', body);
  expect([made.status, made.body.inForce, made.body.open?.state]).toEqual([201, null, 'draft']);
  [id, first] = [made.body.id, made.body.open.id];
  expect((await post(operator, '/configurations', body)).body.code).toBe('configuration-exists');
  expect((await post(operator, `/configurations/${id}/drafts`)).body).toMatchObject({ code: 'configuration-open' });
});

it('is saved by who read the newest revision', async () => {
  const one = await put(operator, first, saved(1, 50_000));
  expect([one.status, one.body.revision]).toEqual([200, 2]);
  const other = await put(operator, first, saved(1, 70_000));
  expect([other.status, other.body.code, other.body.revision]).toEqual([409, 'configuration-changed', 2]);
  const wrong = await put(operator, first, { ...saved(2, 1), content: { rows: 'none' } });
  expect([wrong.status, wrong.body.code, wrong.body.faults?.length > 0]).toEqual([400, 'configuration-content', true]);
  expect((await version(first)).comparedWith).toBeNull();
});

it('is submitted once it has cases and they passed, from today on', async () => {
  const submit = (body: object = {}) =>
    act(operator, first, 'submit', { revision: 3, effectiveFrom: today, reason: '首次启用', ...body });
  await put(operator, first, { ...saved(2, 50_000), cases: [] });
  expect((await act(operator, first, 'check', { revision: 3 })).body.code).toBe('configuration-untested');
  expect((await submit()).body.code).toBe('configuration-not-checked');
  await put(operator, first, saved(3, 50_000));
  const checked = await act(operator, first, 'check', { revision: 4 });
  expect([checked.body.state, checked.body.check?.passed, checked.body.check?.results?.length]).toEqual([
    'checked',
    true,
    1,
  ]);
  expect((await submit({ revision: 4, effectiveFrom: addDays(today, -1) })).body.code).toBe('effective-day-passed');
  const submitted = await submit({ revision: 4 });
  expect([submitted.status, submitted.body.state, submitted.body.allowed]).toEqual([200, 'submitted', ['withdraw']]);
  expect((await put(operator, first, saved(4, 1))).body.code).toBe('configuration-state');
});

it('is decided by a second person, and in force at once where its day has come', async () => {
  expect((await act(operator, first, 'approve')).status).toBe(403);
  expect((await version(first, approver)).allowed).toEqual(['approve', 'reject']);
  const rejected = await act(approver, first, 'reject', { reason: '缺少依据' });
  expect([rejected.body.state, rejected.body.stateReason]).toEqual(['draft', '缺少依据']);
  await act(operator, first, 'check', { revision: 4 });
  await act(operator, first, 'submit', { revision: 4, effectiveFrom: today, reason: '补充依据' });
  const withdrawn = await act(operator, first, 'withdraw', { reason: '再改一处' });
  expect([withdrawn.status, withdrawn.body.state]).toEqual([200, 'draft']);
  await act(operator, first, 'check', { revision: 4 });
  await act(operator, first, 'submit', { revision: 4, effectiveFrom: today, reason: '再次提交' });
  const approved = await act(approver, first, 'approve');
  expect([approved.status, approved.body.state]).toEqual([200, 'in-force']);
  expect((await act(approver, first, 'approve')).body.code).toBe('configuration-state');
  expect((await get(operator, `/v1/configurations/${id}`)).body.inForce).toMatchObject({ id: first, versionNo: 1 });
});

it('is followed by a version that is replayed on the past before it is submitted', async () => {
  const payment = (n: number) => ({
    cursor: String(n),
    subject: { label: `P-${n}` },
    input: { amountFen: n * 10_000 },
    amountFen: n * 10_000,
  });
  consumersOf(app.strapi).add({
    kind: 'decision-table',
    key: 'risk.http-test',
    name: { zh: '结算校验', en: 'Checks of settlement' },
    replay: {
      name: { zh: '历史明细', en: 'Past lines' },
      count: async () => 10,
      page: async (_db, { after }) => (after === undefined ? Array.from({ length: 10 }, (_, n) => payment(n)) : []),
    },
  });
  const draft = await post(operator, `/configurations/${id}/drafts`);
  second = draft.body.id;
  expect([draft.status, draft.body.basedOn, draft.body.comparedWith?.id]).toEqual([201, first, first]);
  const changed = await put(operator, second, saved(1, 80_000));
  expect(changed.body.changes).toEqual([expect.objectContaining({ change: 'changed' })]);
  expect(changed.body.usedBy).toEqual([{ zh: '结算校验', en: 'Checks of settlement' }]);
  await act(operator, second, 'check', { revision: 2 });
  const submit = { revision: 2, effectiveFrom: today, reason: '放宽限额' };
  expect((await act(operator, second, 'submit', submit)).body.code).toBe('configuration-not-replayed');
  const asked = await act(operator, second, 'replays', { from: addDays(today, -30), to: today });
  expect(asked.status).toBe(202);
  await jobsOf(app.strapi).drain();
  expect((await get(operator, `/v1/jobs/${asked.body.job}`)).body.state).toBe('done');
  const replayed = await version(second);
  expect([replayed.state, replayed.replay?.changed, replayed.replay?.changedFen]).toEqual(['replayed', 3, 210_000]);
  expect((await act(operator, second, 'submit', submit)).body.state).toBe('submitted');
  expect((await act(approver, second, 'approve')).body.state).toBe('in-force');
  expect([await decided(second, 60_000), (await version(first)).state]).toEqual(['approve', 'superseded']);
});

it('is rolled back by two: the one before is in force again', async () => {
  expect((await act(operator, first, 'roll-back', { reason: '误放' })).body.code).toBe('configuration-state');
  const asked = await act(operator, second, 'roll-back', { reason: '误放大额' });
  expect([asked.status, (await version(second)).state]).toEqual([202, 'in-force']);
  await approveAs(app, 'config-approver', asked.body.approval.id);
  expect([(await version(first)).state, (await version(second)).state]).toEqual(['in-force', 'rolled-back']);
  expect((await act(operator, first, 'roll-back', { reason: '再退' })).body.code).toBe('nothing-to-roll-back-to');
});

it('is read by staff, by the regulator only what was in force, and by nobody else', async () => {
  const draft = (await post(operator, `/configurations/${id}/drafts`, { from: second })).body.id;
  const regulator = await app.token('regulator');
  expect((await get(regulator, `/v1/configuration-versions/${second}`)).status).toBe(200);
  expect((await get(regulator, `/v1/configuration-versions/${draft}`)).status).toBe(404);
  const seen = (await get(regulator, `/v1/configurations/${id}`)).body;
  expect([seen.open, seen.versions.map(({ id: one }: { id: number }) => one)]).toEqual([null, [second, first]]);
  const filter = encodeURIComponent(JSON.stringify({ configurationId: id }));
  const listed = async (token: string) =>
    (await get(token, `/console/configuration-versions?filter=${filter}`)).body.map((row: { id: number }) => row.id);
  expect([await listed(regulator), await listed(operator)]).toEqual([
    [second, first],
    [draft, second, first],
  ]);
  expect((await get(await app.token('worker', { workerId: 1 }), `/v1/configurations/${id}`)).status).toBe(403);
  expect((await post(await app.token('operator'), `/configurations/${id}/drafts`)).status).toBe(403);
  expect((await put(approver, draft, saved(1, 5))).status).toBe(403);
  expect((await act(operator, draft, 'discard', { reason: '不再需要' })).body.state).toBe('discarded');
  const rows = (await get(operator, '/console/configurations?filter=%7B%22key%22%3A%22risk.http%22%7D')).body;
  expect(rows).toMatchObject([{ key: 'risk.http-test', area: 'risk', inForceId: first, openId: null }]);
});

it('says of everything that the platform begins with who asks for it', () => {
  const consumers = consumersOf(app.strapi);
  const unasked = seedsOf(app.strapi)
    .all()
    .filter(({ kind, key }) => consumers.namesOf(kind, key).length === 0);
  expect(unasked.map(({ kind, key }) => `${kind} ${key}`)).toEqual([]);
});

it('tells its whole story, and owes the log no state', async () => {
  const story = await get(operator, `/v1/audit/timelines/configuration/${id}?limit=100`);
  const told = new Set(story.body.items.map(({ action }: { action: string }) => action));
  for (const action of [
    'create',
    'edit',
    'check',
    'replay',
    'submit',
    'reject',
    'withdraw',
    'approve',
    'supersede',
    'roll-back',
  ])
    expect([action, told.has(`configuration-version.${action}`)]).toEqual([action, true]);
  const superuser = createDatabase({ connectionString: app.database.superuserUrl, max: 1 });
  expect(await untoldStates(superuser).finally(() => superuser.close())).toEqual([]);
});
