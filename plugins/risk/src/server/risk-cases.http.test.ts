import { databaseOf } from '@linggong/core';
import { addDays, shanghaiDay } from '@linggong/core/domain';
import { approveAs, bootStrapi, type BootedStrapi } from '@linggong/database/testing';

let app: BootedStrapi;
let officer = '';
let operator = '';

beforeAll(async () => {
  app = await bootStrapi();
  await databaseOf(app.strapi).query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state) VALUES (931, 'E931', '甲', '931', 'active')`,
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

const told = {
  subjectKind: 'enterprise',
  subjectId: 931,
  severity: 'high',
  title: '疑似虚假业务',
  text: '三个月没有验收记录',
};

it('a case is reported by staff, handled by risk, and a measure on it takes a second person (R6.3, R8.2)', async () => {
  const reported = await post(operator, '/risk-cases', told);
  expect([reported.status, reported.body.state, reported.body.subjectLabel]).toEqual([201, 'open', 'E931']);
  const { id } = reported.body;
  // Whoever reports does not read what comes of it.
  expect((await get(operator, `/v1/risk-cases/${id}`)).status).toBe(403);
  expect((await post(operator, `/risk-cases/${id}/take`)).status).toBe(403);
  expect((await post(officer, `/risk-cases/${id}/take`)).body).toMatchObject({ state: 'in-hand' });
  const { body: board } = await get(officer, '/v1/risk-cases/board');
  expect(board.columns[1].cards).toMatchObject([{ id, severity: 'high', subjectLabel: 'E931' }]);

  const terms = { kind: 'suspend-enterprise', subjectKind: 'enterprise', subjectId: 931, reason: '涉嫌虚假交易' };
  const asked = await post(officer, `/risk-cases/${id}/measures`, terms);
  expect([asked.status, asked.body.approval.state]).toEqual([202, 'pending']);
  expect((await get(officer, '/console/risk-measures')).body).toEqual([]);
  await approveAs(app, 'institution-manager', asked.body.approval.id);
  const [measure] = (await get(operator, '/console/risk-measures')).body;
  expect(measure).toMatchObject({ kind: 'suspend-enterprise', state: 'in-force', subjectNumber: 'E931' });
  expect((await get(operator, '/v1/enterprises/931')).body.state).toBe('suspended');
  const past = await post(operator, '/enterprises/931/resume', { reason: '想恢复' });
  expect([past.status, past.body.code]).toEqual([409, 'risk-measure-in-force']);

  const alarm = { outcome: 'false-alarm', reason: '资料已补齐' };
  expect((await post(officer, `/risk-cases/${id}/close`, alarm)).body.code).toBe('risk-case-measures-in-force');
  const lifting = await post(officer, `/risk-measures/${measure.id}/lift`, { reason: '资料已补齐' });
  await approveAs(app, 'institution-manager', lifting.body.approval.id);
  expect((await get(operator, '/v1/enterprises/931')).body.state).toBe('active');
  const closed = await post(officer, `/risk-cases/${id}/close`, alarm);
  expect([closed.status, closed.body.state, closed.body.outcome]).toEqual([200, 'closed', 'false-alarm']);
  const listed = await get(officer, '/console/risk-cases?filter={"state":"closed"}');
  expect(listed.body).toMatchObject([{ id, outcome: 'false-alarm' }]);
  const detail = await get(officer, `/console/risk-cases/${id}`);
  expect(detail.body.steps.map(({ step }: { step: string }) => step)).toEqual([
    'closed',
    'measure-lifted',
    'measure-taken',
    'taken',
    'commented',
    'opened',
  ]);
});

it('a measure puts its enterprise on a list by two people, and lifting it ends the entry (R6.3)', async () => {
  const { body } = await post(officer, '/risk-cases', { ...told, title: '拟列入关注名单' });
  await post(officer, `/risk-cases/${body.id}/take`);
  const terms = { kind: 'list', subjectKind: 'enterprise', subjectId: 931, reason: '多次投诉' };
  const list = { list: 'watch', listBy: ['uscc'], endsOn: '2099-12-31' };
  const far = await post(officer, `/risk-cases/${body.id}/measures`, { ...terms, ...list });
  expect([far.status, far.body.code, far.body.field]).toEqual([422, 'risk-measure-unfit', 'endsOn']);
  const endsOn = addDays(shanghaiDay(new Date()), 90);
  const asked = await post(officer, `/risk-cases/${body.id}/measures`, { ...terms, ...list, endsOn });
  const shown = await get(officer, `/v1/approvals/${asked.body.approval.id}`);
  expect(shown.body.after).toMatchObject({ measure: 'list', list: 'watch', listBy: 'uscc', endsOn });
  expect((await get(officer, '/console/risk-list-entries')).body).toEqual([]);
  await approveAs(app, 'institution-manager', asked.body.approval.id);
  const [entry] = (await get(officer, '/console/risk-list-entries')).body;
  expect(entry).toMatchObject({ kind: 'watch', subjectKind: 'uscc', value: '931', source: 'platform', endsOn });
  const detail = await get(officer, `/v1/risk-list-entries/${entry.id}`);
  expect(detail.body).toMatchObject({ caseId: body.id, state: 'in-force' });
  const { measureId } = detail.body;
  const lifting = await post(officer, `/risk-measures/${measureId}/lift`, { reason: '已整改' });
  await approveAs(app, 'institution-manager', lifting.body.approval.id);
  expect((await get(officer, `/v1/risk-list-entries/${entry.id}`)).body.state).toBe('ended');
});

it.each([
  [{ ...told, subjectId: 999 }, 404],
  [{ ...told, text: '身份证号 11010119900307781X' }, 400],
  [{ ...told, severity: 'awful' }, 400],
  [{ ...told, owner: 1 }, 400],
])('refuses %j with %s', async (body, status) => {
  expect((await post(officer, '/risk-cases', body)).status).toBe(status);
});
