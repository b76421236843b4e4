import { clockOf } from '@linggong/core';
import { addDays, shanghaiDay } from '@linggong/core/domain';
import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import ExcelJS from 'exceljs';

/** What must never come into force, each refused at the edge with a plain reason in both languages (R13.1). */
let app: BootedStrapi;
let operator: string;
let approver: string;
let today = '';
let serial = 0;

beforeAll(async () => {
  app = await bootStrapi();
  operator = await app.token('config-operator');
  approver = await app.token('config-approver');
  today = shanghaiDay(clockOf(app.strapi).now());
}, 240_000);
afterAll(() => app?.stop());

const post = (path: string, body: object = {}, token = operator) =>
  app.http.post(`/api/v1${path}`).auth(token, { type: 'bearer' }).send(body);
const get = (path: string) => app.http.get(`/api/v1${path}`).auth(operator, { type: 'bearer' });
const act = (id: number, name: string, body: object = {}, token = operator) =>
  post(`/configuration-versions/${id}/${name}`, body, token);
const save = (id: number, revision: number, content: object, cases: readonly object[]) =>
  app.http
    .put(`/api/v1/configuration-versions/${id}/content`)
    .auth(operator, { type: 'bearer' })
    .send({ revision, content, cases, note: '' });

async function draftOf(kind: string): Promise<number> {
  const text = { zh: '试验', en: 'Trial' };
  serial += 1;
  const made = await post('/configurations', { kind, key: `risk.refused-${serial}`, name: text, description: text });
  expect(made.status).toBe(201);
  return made.body.open.id;
}

/** Saves a draft and runs its check. @returns codes of what is wrong, and the state that it is left in */
async function faultsOf(kind: string, content: object, cases: readonly object[]): Promise<[string[], string]> {
  const id = await draftOf(kind);
  const saved = await save(id, 1, content, cases);
  expect(saved.status).toBe(200);
  const checked = await act(id, 'check', { revision: saved.body.revision });
  expect(checked.status).toBe(200);
  for (const { text } of checked.body.check.faults) expect([text.zh !== '', text.en !== '']).toEqual([true, true]);
  return [checked.body.check.faults.map(({ code }: { code: string }) => code), checked.body.state];
}

const label = { zh: '单笔金额', en: 'Amount' };
const amount = { id: 'amount', role: 'input', field: 'amountFen', type: 'money', label };
const remark = { id: 'remark', role: 'input', field: 'remark', type: 'text', label: { zh: '备注', en: 'Remark' } };
const decision = {
  id: 'decision',
  role: 'output',
  field: 'decision',
  type: 'choice',
  label: { zh: '决定', en: 'Decision' },
  required: true,
  choices: ['approve', 'review'].map((value) => ({ value, label: { zh: value, en: value } })),
};
const tableWith = (cells: object) => ({
  hitPolicy: 'first',
  columns: [amount, remark, decision],
  rows: [{ id: 'one', cells: { decision: 'review', ...cells } }],
  otherwise: { decision: 'approve' },
});
const sound = tableWith({ amount: { above: 50_000 } });
const tableCases = [{ name: '小额', input: { amountFen: 1 }, expect: { answer: { decision: 'approve' } } }];

const section = { id: 'main', title: { zh: '内容', en: 'Contents' } };
const field = (id: string, more: object = {}) => ({
  id,
  section: 'main',
  type: 'number',
  label,
  required: false,
  ...more,
});
const formCases = [{ name: '空表', input: { today: '2026-11-27', values: {} }, expect: { valid: true } }];

it('a table that does not compile, at its cell', async () => {
  const faulty = tableWith({ nowhere: { is: 1 }, amount: { above: 5, below: 6 } });
  expect(await faultsOf('decision-table', faulty, tableCases)).toEqual([['range-empty', 'column-unknown'], 'draft']);
});

it('conditions of a form that go round in a circle', async () => {
  const fields = [
    field('one', { shownIf: { field: 'two', from: 1 } }),
    field('two', { shownIf: { field: 'one', from: 1 } }),
  ];
  const [codes, state] = await faultsOf('form', { sections: [section], fields }, formCases);
  expect([codes, state]).toEqual([['shown-if-circular', 'shown-if-circular'], 'draft']);
});

it('a form that drops a field which records hold', async () => {
  const service = await app.token('customer-service');
  const form = await app.http.get('/api/v1/forms/service.complaint').auth(service, { type: 'bearer' });
  const values = { about: 'service', what: '没有人接听电话', complainant: '王五', phone: '15012340002' };
  const record = { form: 'service.complaint', formVersionId: form.body.versionId, values };
  expect((await post('/form-records', record, service)).status).toBe(201);
  const { body: inForce } = await get(`/configuration-versions/${form.body.versionId}`);
  const draft = await post(`/configurations/${inForce.configurationId}/drafts`);
  const fields = inForce.content.fields.filter(({ id }: { id: string }) => id !== 'what');
  const saved = await save(draft.body.id, draft.body.revision, { ...inForce.content, fields }, formCases);
  const checked = await act(draft.body.id, 'check', { revision: saved.body.revision });
  expect([checked.body.state, checked.body.check.faults[0]?.code]).toEqual(['draft', 'field-in-use']);
});

it('patterns that explode on some text, or that no text ends', async () => {
  const fields = [field('one', { type: 'text', maxLength: 50, pattern: '(a+)+b' })];
  expect(await faultsOf('form', { sections: [section], fields }, formCases)).toEqual([['pattern-explodes'], 'draft']);
  const recursive = tableWith({ remark: { matches: '(a+)+\\1' } });
  expect(await faultsOf('decision-table', recursive, tableCases)).toEqual([['pattern-unsafe'], 'draft']);
});

it('an expression: nothing that is typed can run, so that nothing can fail to end', async () => {
  const written = tableWith({ amount: 'while(true){}' });
  expect(await faultsOf('decision-table', written, tableCases)).toEqual([['cell-value'], 'draft']);
  const hidden = await save(await draftOf('decision-table'), 1, tableWith({ amount: { expression: '1' } }), tableCases);
  expect([hidden.status, hidden.body.code]).toEqual([400, 'configuration-content']);
});

it('a policy without test cases, and one whose day has passed', async () => {
  const id = await draftOf('decision-table');
  const { body: untested } = await save(id, 1, sound, []);
  expect((await act(id, 'check', { revision: untested.revision })).body.code).toBe('configuration-untested');
  const { body: tested } = await save(id, untested.revision, sound, tableCases);
  expect((await act(id, 'check', { revision: tested.revision })).body.state).toBe('checked');
  const late = { revision: tested.revision, effectiveFrom: addDays(today, -1), reason: '补登' };
  const refused = await act(id, 'submit', late);
  expect([refused.body.code, refused.body.field]).toEqual(['effective-day-passed', 'effectiveFrom']);
});

it('a change of what was approved', async () => {
  const id = await draftOf('decision-table');
  const { body: saved } = await save(id, 1, sound, tableCases);
  await act(id, 'check', { revision: saved.revision });
  const submit = { revision: saved.revision, effectiveFrom: addDays(today, 1), reason: '明日启用' };
  expect((await act(id, 'submit', submit)).body.state).toBe('submitted');
  expect((await act(id, 'approve', {}, approver)).body.state).toBe('scheduled');
  const changed = await save(id, saved.revision, tableWith({ amount: { above: 1 } }), tableCases);
  expect([changed.status, changed.body.code]).toEqual([409, 'configuration-state']);
  expect((await get(`/configuration-versions/${id}`)).body.content).toEqual(sound);
});

it('a sheet with a column of another name', async () => {
  const id = await draftOf('decision-table');
  await save(id, 1, sound, tableCases);
  const taken = await get(`/configuration-versions/${id}/sheet`).buffer(true).responseType('blob');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(taken.body);
  for (const page of book.worksheets.slice(0, 1)) page.getCell('B1').value = '金额';
  const sheet = Buffer.from(await book.xlsx.writeBuffer());
  const read = await app.http
    .post(`/api/v1/configuration-versions/${id}/sheet`)
    .auth(operator, { type: 'bearer' })
    .attach('file', sheet, 'table.xlsx');
  expect([read.status, read.body.code, read.body.unknown, read.body.missing]).toEqual([
    422,
    'sheet-columns',
    ['金额'],
    ['单笔金额'],
  ]);
});
