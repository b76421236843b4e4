import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { clockOf } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { jobsOf } from '@linggong/jobs';
import type { TemplateContent } from '@linggong/studio/domain';
import { textOfPdf } from '../documents/poppler.fixture';

/** An operator without code changes an article; only the life of the Studio makes contracts of it (R13.1, R3.5). */
let app: BootedStrapi;
let editor: string;
let approver: string;
let operator: string;
let today: string;
beforeAll(async () => {
  app = await bootStrapi();
  [editor, approver, operator] = [
    await app.token('config-operator'),
    await app.token('config-approver'),
    await app.token('operator'),
  ];
  today = shanghaiDay(clockOf(app.strapi).now());
}, 240_000);
afterAll(() => app?.stop());

const post = (token: string, path: string, body: object = {}) =>
  app.http.post(`/api/v1${path}`).auth(token, { type: 'bearer' }).send(body);
const get = (token: string, path: string) => app.http.get(`/api${path}`).auth(token, { type: 'bearer' });

async function sentText(phoneEnd: string): Promise<{ id: number; text: string; version: number }> {
  const worker = {
    name: '张三',
    identityNumber: `11010119900307${phoneEnd}`,
    phone: `1381234${phoneEnd}`,
  };
  const made = await post(operator, '/workers', worker).expect(201);
  await jobsOf(app.strapi).drain();
  const body = { template: 'worker-service', workerIds: [made.body.id], scenarios: ['*'], validFrom: today };
  await post(operator, '/contracts/batches', body).expect(202);
  await jobsOf(app.strapi).drain();
  const [contract] = (await get(operator, `/v1/contracts?workerId=${made.body.id}`).expect(200)).body.items;
  const { body: shown } = await get(operator, `/v1/contracts/${contract.id}/text`).expect(200);
  return { id: contract.id, text: shown.text, version: contract.templateVersion };
}

const draft = { id: 0, revision: 0, content: undefined as unknown as TemplateContent };
const said = '甲方每月十日前公布任务价格的计算方法';

async function save(content: TemplateContent): Promise<void> {
  const { body: version } = await get(editor, `/v1/configuration-versions/${draft.id}`);
  const { status, body } = await app.http
    .put(`/api/v1/configuration-versions/${draft.id}/content`)
    .auth(editor, { type: 'bearer' })
    .send({ revision: version.revision, content, cases: version.cases, note: '' });
  expect(status).toBe(200);
  draft.revision = body.revision;
}
const act = (token: string, name: string, body: object = {}) =>
  post(token, `/configuration-versions/${draft.id}/${name}`, body);
const check = async () => (await act(editor, 'check', { revision: draft.revision })).body;

it('a text that drops an article which law demands is not passed, and says which', async () => {
  const { body: list } = await get(editor, '/console/configurations?filter={"key":"contracts.worker-service"}');
  const started = await post(editor, `/configurations/${list[0].id}/drafts`).expect(201);
  draft.id = started.body.id;
  draft.content = (await get(editor, `/v1/configuration-versions/${draft.id}`)).body.content;
  await save({ ...draft.content, sections: draft.content.sections.filter(({ id }) => id !== 'tax') });
  const checked = await check();
  expect(checked.state).toBe('draft');
  expect(checked.check.faults).toEqual([expect.objectContaining({ code: 'clause-demanded' })]);
  const asked = { revision: draft.revision, effectiveFrom: today, reason: '删除税款条款' };
  expect((await act(editor, 'submit', asked)).body.code).toBe('configuration-not-checked');
});

it('the paper of a text under way is looked at as PDF before anybody is sent it', async () => {
  draft.content = {
    ...draft.content,
    sections: draft.content.sections.map((one) =>
      one.id === 'pay'
        ? { ...one, body: { zh: `${one.body.zh}\n5. ${said}。`, en: `${one.body.en}\n5. Prices are told.` } }
        : one,
    ),
  };
  const body = { kind: 'worker-service', content: draft.content };
  const { body: pdf } = await post(editor, '/contract-texts/preview', body).buffer().expect(200);
  const text = textOfPdf(pdf);
  expect(text).toContain(said);
  expect(text).toContain('张示例');
  await post(operator, '/contract-texts/preview', body).expect(403);
  const torn = { ...body, content: { ...draft.content, sections: draft.content.sections.slice(1) } };
  const refused = await post(editor, '/contract-texts/preview', torn).expect(422);
  expect(refused.body.code).toBe('contract-text-unfit');
});

it('a changed article is in contracts made from its day on, not in those made before', async () => {
  const before = await sentText('9999');
  expect(before.version).toBe(1);
  await save(draft.content);
  expect((await check()).state).toBe('checked');
  // Not in force until a second person says so.
  await act(editor, 'submit', { revision: draft.revision, effectiveFrom: today, reason: '公布价格' }).expect(200);
  expect((await act(editor, 'approve')).status).toBe(403);
  expect((await act(approver, 'approve')).body.state).toBe('in-force');
  const after = await sentText('9980');
  expect(after.text).toContain(said);
  expect(after.version).toBe(draftVersion(after.text));
  const { body: old } = await get(operator, `/v1/contracts/${before.id}/text`).expect(200);
  expect(old.text).toBe(before.text);
  expect(old.text).not.toContain(said);
});

const draftVersion = (text: string): number => Number(/文本版本：worker-service 第 (\d+) 版/.exec(text)?.[1]);
