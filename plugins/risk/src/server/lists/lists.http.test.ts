import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';

/** Lists through the API: who may, what a second person is shown, what nobody is (R6.3, R9.2). */
let app: BootedStrapi;
let officer = '';
let second = '';

beforeAll(async () => {
  app = await bootStrapi();
  officer = await app.token('risk-officer');
  second = await app.token('institution-manager');
}, 240_000);
afterAll(() => app.stop());

const post = (token: string, path: string, body: object = {}) =>
  app.http.post(`/api/v1${path}`).auth(token, { type: 'bearer' }).send(body);
const get = (token: string, path: string) => app.http.get(`/api${path}`).auth(token, { type: 'bearer' });
const decide = async (token: string, id: string, verdict: 'approve' | 'reject' = 'approve') => {
  const { body } = await get(token, `/v1/approvals/${id}`);
  return post(token, `/approvals/${id}/${verdict}`, { seenSha256: body.seenSha256, reason: '已核对材料' });
};
const entry = {
  kind: 'deny',
  subjectKind: 'phone',
  value: '13812349001',
  source: 'police',
  reason: '公安机关协查通报',
};

it('an entry waits for somebody else, who sees the mask and no number; then it is in force, and ends the same way', async () => {
  const asked = await post(officer, '/risk-list-entries', entry);
  expect(asked.status).toBe(202);
  const { id } = asked.body.approval;
  expect((await decide(officer, id)).body.code).toBe('approval-own');
  const shown = await get(second, `/v1/approvals/${id}`);
  expect(shown.body).toMatchObject({ before: null, after: { kind: 'deny', value: '138****9001', source: 'police' } });
  expect(JSON.stringify(shown.body)).not.toContain('13812349001');
  expect((await get(officer, '/console/risk-list-entries')).body).toEqual([]);
  expect((await decide(second, id)).body.state).toBe('executed');
  const [listed] = (await get(officer, '/console/risk-list-entries')).body;
  expect(listed).toMatchObject({ kind: 'deny', value: '138****9001', state: 'in-force' });
  const found = await post(officer, '/risk-list-entries/lookups', { subjectKind: 'phone', value: '+86 138 1234 9001' });
  expect(found.body.items).toMatchObject([{ number: listed.number }]);
  const end = await post(officer, `/risk-list-entries/${listed.id}/end`, { reason: '协查已撤销' });
  expect((await decide(second, end.body.approval.id)).body.state).toBe('executed');
  expect((await get(officer, `/v1/risk-list-entries/${listed.id}`)).body).toMatchObject({
    state: 'ended',
    endReason: '协查已撤销',
    hits: [],
  });
});

it('a sheet is read, shown with its faults, and taken by two', async () => {
  const sheet =
    '名单类型,标识类型,标识内容,来源,理由\n关注名单,手机号,13812349002,银行或支付机构,多次退汇\n关注名单,手机号,1,平台发现,写错\n';
  const read = await app.http
    .post('/api/v1/risk-list-imports')
    .auth(officer, { type: 'bearer' })
    .attach('file', Buffer.from(sheet), { filename: '名单.csv' });
  expect(read.body).toMatchObject({ rowsGood: 1, rowsRefused: 1, faults: [{ rowNo: 3, field: 'value' }] });
  const { body } = await post(officer, `/risk-list-imports/${read.body.id}/take`, { reason: '名单已逐条核对' });
  const shown = await get(second, `/v1/approvals/${body.approval.id}`);
  expect(shown.body.after).toMatchObject({ state: 'taken', watchRows: 1, denyRows: 0 });
  expect((await decide(second, body.approval.id)).body.state).toBe('executed');
  const rows = (await get(officer, '/console/risk-list-entries?filter={"kind":"watch"}')).body;
  expect(rows).toMatchObject([{ state: 'in-force', value: '138****9002' }]);
});

it('a snooze is asked for one rule and one subject', async () => {
  const body = {
    rule: 'split-in-batch',
    subjectKind: 'worker',
    subjectId: 999,
    endsOn: '2099-01-01',
    reason: '已核实',
  };
  expect((await post(officer, '/risk-snoozes', body)).body.code).toBe('snooze-term');
  const endsOn = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  const unknown = await post(officer, '/risk-snoozes', { ...body, endsOn, rule: 'no-such' });
  expect(unknown.body).toMatchObject({ code: 'snooze-rule', field: 'rule' });
});

it.each([
  [{ ...entry, kind: 'allow' }, 400, 'rules'],
  [{ ...entry, rules: ['split-in-batch'] }, 400, 'rules'],
  [{ ...entry, value: '138****9001' }, 422, 'value'],
  [{ ...entry, value: '138' }, 422, 'value'],
  [{ ...entry, reason: '见 13812349001' }, 400, 'reason'],
  [{ ...entry, more: 1 }, 400, 'more'],
])('refuses %j with %s', async (body, status, field) => {
  const answer = await post(officer, '/risk-list-entries', body);
  expect([answer.status, answer.body.field]).toEqual([status, field]);
  expect(answer.text).not.toContain('13812349001');
});

it('is closed to everybody who neither decides nor supervises', async () => {
  for (const role of ['operator', 'finance-officer', 'system-admin'] as const) {
    const token = await app.token(role);
    expect([role, (await get(token, '/console/risk-list-entries')).status]).toEqual([role, 403]);
    expect([role, (await post(token, '/risk-list-entries', entry)).status]).toEqual([role, 403]);
  }
  expect((await post(await app.token('regulator'), '/risk-list-entries', entry)).status).toBe(403);
});
