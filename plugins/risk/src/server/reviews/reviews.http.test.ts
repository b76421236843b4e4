import { databaseOf } from '@linggong/core';
import { approveAs, bootStrapi, type BootedStrapi } from '@linggong/database/testing';

let app: BootedStrapi;
let operator = '';
let officer = '';
let manager = '';

beforeAll(async () => {
  app = await bootStrapi();
  operator = await app.token('operator');
  officer = await app.token('risk-officer');
  manager = await app.token('institution-manager');
}, 400_000);
afterAll(() => app?.stop());

const post = async (token: string, path: string, body: object = {}) =>
  app.http.post(`/api/v1${path}`).set('Authorization', `Bearer ${token}`).send(body);
const get = async (token: string, path: string) => app.http.get(`/api${path}`).set('Authorization', `Bearer ${token}`);

/** One white dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);
const upload = async (token: string, path: string, fields: Readonly<Record<string, string>> = {}, bytes = dot) => {
  const sent = app.http.post(`/api/v1${path}`).set('Authorization', `Bearer ${token}`);
  for (const [name, value] of Object.entries(fields)) void sent.field(name, value);
  return sent.attach('file', bytes, '截屏.png');
};

const told = {
  kind: 'website',
  title: '官网首页',
  place: 'https://www.example.cn/',
  publishedOn: '2026-01-05',
  owner: '市场部',
};

it('promotional material is registered, reviewed by another, put right with proof and reviewed again (R8.1)', async () => {
  const made = await post(operator, '/promotional-materials', told);
  expect([made.status, made.body.state]).toEqual([201, 'registered']);
  const at = `/promotional-materials/${made.body.id}`;
  expect((await post(operator, '/promotional-materials', { ...told, owner: '张三 13800138000' })).status).toBe(400);
  expect((await upload(operator, `${at}/files`, {}, Buffer.from('MZ program'))).status).toBe(422);
  const captured = await upload(operator, `${at}/files`);
  expect([captured.status, captured.body.files[0].contentType]).toEqual([201, 'image/png']);
  const { checklist } = captured.body;
  const answers = (failing?: string) =>
    checklist.items.map(({ id: item }: { id: string }) =>
      item === failing
        ? { item, answer: 'no', finding: { text: '承诺税负率', severity: 'high', dueOn: '2099-01-01' } }
        : { item, answer: 'yes' },
    );
  const review = (token: string, failing?: string) =>
    post(token, `${at}/reviews`, { checklistVersion: checklist.versionId, answers: answers(failing) });
  expect((await review(operator)).status).toBe(403);
  expect((await review(officer, 'tax-promise')).body.code).toBe('material-due-past');
  const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  const failed = await post(officer, `${at}/reviews`, {
    checklistVersion: checklist.versionId,
    answers: answers('tax-promise').map((one: { finding?: object }) =>
      one.finding ? { ...one, finding: { ...one.finding, dueOn: soon } } : one,
    ),
  });
  expect([failed.status, failed.body.state]).toEqual([200, 'rectifying']);
  const finding = failed.body.findings[0].id;
  const rectify = () => post(operator, `${at}/findings/${finding}/rectify`, { text: '已删除' });
  expect((await rectify()).body.code).toBe('material-proof-missing');
  await upload(operator, `${at}/files`, { findingId: String(finding) });
  expect((await rectify()).body.state).toBe('rectified');
  const passed = await review(officer);
  expect([passed.body.state, passed.body.findings[0].state]).toEqual(['passed', 'cleared']);
  const [listed] = (await get(operator, '/console/promotional-materials')).body;
  expect(listed).toMatchObject({ number: made.body.number, state: 'passed', openFindings: 0 });
  const link = await post(operator, `${at}/files/${captured.body.files[0].id}/download`);
  const taken = await app.http.get(link.body.url);
  expect([taken.status, taken.headers['content-type']]).toEqual([200, 'image/png']);
  expect((await app.http.get(link.body.url)).status).not.toBe(200);
});

it('a file of a case is kept by its digest and taken by a link for one use (R8.2)', async () => {
  await databaseOf(app.strapi).query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state) VALUES (941, 'E941', '乙', '941', 'active')`,
  );
  const words = { severity: 'low', title: '资料待补', text: '缺少验收记录' };
  const { body: reported } = await post(operator, '/risk-cases', {
    subjectKind: 'enterprise',
    subjectId: 941,
    ...words,
  });
  const at = `/risk-cases/${reported.id}/evidence`;
  expect((await upload(operator, at)).status).toBe(403);
  const kept = await upload(officer, at, { note: '企业补交的验收单' });
  expect(kept.body.evidence).toMatchObject([{ note: '企业补交的验收单', contentType: 'image/png' }]);
  expect(kept.body.evidence[0].sha256).toMatch(/^[0-9a-f]{64}$/);
  expect((await upload(officer, at, { note: '身份证 11010119900307781X' })).body.code).toBe('upload-field');
  const path = `${at}/${kept.body.evidence[0].id}/download`;
  expect((await post(manager, path, { reason: '核对' })).status).toBe(403);
  const asked = await post(officer, path, { reason: '核对验收单原件' });
  expect([asked.status, asked.body.approval.state]).toEqual([202, 'pending']);
  await approveAs(app, 'institution-manager', asked.body.approval.id);
  const redeem = async () =>
    app.http
      .post(`/api/v1${path}`)
      .set({ Authorization: `Bearer ${officer}`, Approval: asked.body.approval.id })
      .send({ reason: '核对验收单原件' });
  const link = await redeem();
  expect((await app.http.get(link.body.url)).status).toBe(200);
  expect((await redeem()).body.code).toBe('approval-used');
});

it('real-name verification is reviewed by the month and signed off by another (R8.3)', async () => {
  const made = await post(officer, '/real-name-reviews', { month: '2026-01' });
  expect([made.status, made.body.state, made.body.isOwn]).toEqual([201, 'made', true]);
  expect((await post(officer, '/real-name-reviews', { month: '2026-01' })).body.code).toBe('review-exists');
  expect((await post(officer, '/real-name-reviews', { month: '2099-01' })).body.code).toBe('review-month-open');
  const at = `/real-name-reviews/${made.body.id}`;
  expect((await post(officer, `${at}/sign-off`, { conclusion: '自己签核' })).status).toBe(403);
  const signed = await post(manager, `${at}/sign-off`, { conclusion: '覆盖完整' });
  expect([signed.status, signed.body.state]).toEqual([200, 'signed']);
  expect((await post(manager, `${at}/give-back`, { conclusion: '又要退回' })).body.code).toBe('review-ended');
  expect((await get(manager, '/console/real-name-reviews')).body).toMatchObject([
    { month: '2026-01', state: 'signed' },
  ]);
  expect((await get(manager, '/console/operation-reviews')).body).toEqual([]);
});

it('operations are reviewed with the figures of every module and what must agree (R8.2)', async () => {
  const made = await post(officer, '/operation-reviews', { month: '2026-01' });
  expect([made.status, made.body.code]).toEqual([201, undefined]);
  const sections = new Set(made.body.figures.map(({ section }: { section: string }) => section));
  expect([...sections].sort()).toEqual(
    [
      'consistency',
      ...['access', 'audit', 'billing', 'channels', 'continuity', 'e-sign', 'jobs', 'ledger', 'parties', 'real-name'],
      ...['risk', 'settlement', 'studio', 'tasks', 'tax', 'vault'],
    ].sort(),
  );
  const of = (key: string) => made.body.figures.find((figure: { key: string }) => figure.key === key);
  expect(of('agreement-registration')).toMatchObject({ value: 0, isOnTarget: true });
  expect(of('business-fund')).toMatchObject({ value: 0, isOnTarget: true });
  expect(of('contract-invoice')).toMatchObject({ value: null, note: { zh: '随发票功能提供' } });
  const returned = await post(manager, `/operation-reviews/${made.body.id}/give-back`, { conclusion: '数据不全' });
  expect(returned.body.state).toBe('returned');
  expect((await post(officer, '/operation-reviews', { month: '2026-01' })).status).toBe(201);
});

it('a party is asked to explain, and answers with a paper in its own console (R8.5)', async () => {
  await databaseOf(app.strapi).query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state) VALUES (951, 'E951', '丙', '951', 'active'), (952, 'E952', '丁', '952', 'active')`,
  );
  const about = { subjectKind: 'enterprise', subjectId: 951, severity: 'low', title: '大额付款', text: '当月付款较多' };
  const { body: opened } = await post(operator, '/risk-cases', about);
  const dueOn = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  const wish = { parties: ['enterprise'], question: '请说明当月业务', dueOn };
  expect((await post(operator, `/risk-cases/${opened.id}/explanations`, wish)).status).toBe(403);
  const asked = await post(officer, `/risk-cases/${opened.id}/explanations`, wish);
  expect([asked.status, asked.body.items.length]).toEqual([200, 1]);
  const party = await app.token('enterprise', { enterpriseId: 951 });
  const other = await app.token('enterprise', { enterpriseId: 952 });
  const [row] = (await get(party, '/console/risk-explanations')).body;
  expect(row).toMatchObject({ question: '请说明当月业务', state: 'waiting', dueOn, enterpriseId: 951, workerId: null });
  // Who asks and in which case is the house's.
  for (const hidden of ['caseId', 'caseNumber', 'askedBy']) expect(row).not.toHaveProperty(hidden);
  expect((await get(other, '/console/risk-explanations')).body).toEqual([]);
  const at = `/risk-explanations/${row.id}`;
  for (const answer of [await get(other, `/v1${at}`), await upload(other, `${at}/files`)])
    expect(answer.status).toBe(404);
  expect((await post(officer, `${at}/answer`, { answer: '代企业答复' })).status).toBe(403);
  expect((await upload(party, `${at}/files`)).body.files).toMatchObject([
    { name: '截屏.png', contentType: 'image/png' },
  ]);
  expect((await post(party, `${at}/answer`, { answer: '见 11010119900307781X' })).status).toBe(400);
  const given = await post(party, `${at}/answer`, { answer: '十月集中结算' });
  expect([given.status, given.body.state, given.body.recordedBy]).toEqual([200, 'answered', undefined]);
  expect((await post(party, `${at}/answer`, { answer: '改口' })).body.code).toBe('explanation-answered');
  const { body: seen } = await get(officer, `/console/risk-explanations/${row.id}`);
  expect(seen).toMatchObject({
    caseId: opened.id,
    answer: '十月集中结算',
    means: 'online',
    files: [{ name: '截屏.png' }],
  });
  const { body: kase } = await get(officer, `/v1/risk-cases/${opened.id}`);
  expect(kase.evidence).toMatchObject([{ name: '截屏.png', note: row.number }]);
});
