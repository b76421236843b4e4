import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { createAccount, holderOf } from '@linggong/access';
import { clockOf, databaseOf, systemCommand } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { approveAs, bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { vaultOf } from '@linggong/vault';
import type { TemplateContent } from '../../domain';

/** An operator without code changes what a short message says; only the life of the Studio sends it (R13.1, R9.4). */
const phone = '19900000077';
const environment = { MESSAGE_SENDER: 'sandbox', RATE_LIMITS: 'password-reset-identifier=50/3600' };
const said = '【灵工】您正在找回密码，验证码：';
const newlySaid = '【灵工】验证码 ';
const draft = { id: 0, revision: 0, content: undefined as unknown as TemplateContent };
let app: BootedStrapi;
let editor: string;
let approver: string;
let today: string;
let folder: string;

beforeAll(async () => {
  Object.assign(process.env, environment);
  app = await bootStrapi();
  [editor, approver] = [await app.token('config-operator'), await app.token('config-approver')];
  const now = clockOf(app.strapi).now();
  today = shanghaiDay(now);
  folder = path.join(process.env['LINGGONG_DATA'] ?? '', 'messages');
  const holder = holderOf(vaultOf(app.strapi), { identityNumber: '990101199001010077', phone });
  await databaseOf(app.strapi).transaction((tx) =>
    createAccount(
      tx,
      { identifier: 'notice-reader', password: 'Correct-horse-7-battery', role: 'operator', holder },
      systemCommand('test', now, 'notices-test'),
    ),
  );
}, 240_000);
afterAll(async () => {
  for (const name of Object.keys(environment)) delete process.env[name];
  await app?.stop();
});

const post = (token: string, address: string, body: object = {}) =>
  app.http.post(`/api/v1${address}`).auth(token, { type: 'bearer' }).send(body);
const get = (token: string, address: string) => app.http.get(`/api${address}`).auth(token, { type: 'bearer' });
const act = (token: string, name: string, body: object = {}) =>
  post(token, `/configuration-versions/${draft.id}/${name}`, body);

/** The message to whoever forgot his password. */
async function sent(): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await app.http.post('/api/auth/password-resets').send({ identifier: 'notice-reader', phone }).expect(202);
  for (let tries = 0; tries < 100; tries += 1) {
    const [name] = await readdir(folder).catch(() => []);
    const text = name === undefined ? '' : await readFile(path.join(folder, name), 'utf8');
    if (text.endsWith('\n')) return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no message came');
}

async function saveText(zh: string, en: string): Promise<void> {
  const { body: version } = await get(editor, `/v1/configuration-versions/${draft.id}`);
  const [section] = draft.content.sections;
  const content = { ...draft.content, sections: [{ ...section, body: { zh, en } }] };
  const saved = await app.http
    .put(`/api/v1/configuration-versions/${draft.id}/content`)
    .auth(editor, { type: 'bearer' })
    .send({ revision: version.revision, content, cases: version.cases, note: '' })
    .expect(200);
  draft.revision = saved.body.revision;
}
const submit = () => act(editor, 'submit', { revision: draft.revision, effectiveFrom: today, reason: '改写短信' });

it('begins with the words of code, each configuration with who asks for it', async () => {
  expect(await sent()).toContain(said);
  const { body: list } = await get(editor, '/console/configurations?filter={"area":"notices"}');
  expect(list.map(({ key }: { key: string }) => key).sort()).toEqual([
    'notices.account',
    'notices.password-reset',
    'notices.registration-code',
    'notices.signing-code',
    'notices.signing-reminder',
  ]);
  const { id } = list.find(({ key }: { key: string }) => key === 'notices.password-reset');
  const started = await post(editor, `/configurations/${id}/drafts`).expect(201);
  draft.id = started.body.id;
  const { body: version } = await get(editor, `/v1/configuration-versions/${draft.id}`);
  draft.content = version.content;
  expect(version.usedBy).toEqual([{ zh: '短信：其后发出的通知', en: 'Short messages: those sent from then on' }]);
});

it('a text that drops the code is not passed, and cannot be submitted', async () => {
  await saveText('请在 {{minutes}} 分钟内输入验证码。', '{{code}} is your code, good for {{minutes}} minutes.');
  const { body: checked } = await act(editor, 'check', { revision: draft.revision });
  expect(checked.state).toBe('draft');
  expect(checked.check.faults).toEqual([expect.objectContaining({ code: 'variable-demanded' })]);
  expect((await submit()).body.code).toBe('configuration-not-checked');
});

it('changed words are sent from their approval on and not before; rolled back, those before are sent again', async () => {
  await saveText('验证码 {{code}}，{{minutes}} 分钟内有效。', 'code {{code}}, good for {{minutes}} minutes.');
  expect((await act(editor, 'check', { revision: draft.revision })).body.state).toBe('checked');
  await submit().expect(200);
  expect(await sent()).toContain(said);
  expect((await act(approver, 'approve')).body.state).toBe('in-force');
  const text = await sent();
  expect(text).toMatch(
    /^199\*+0077\n【灵工】验证码 \d{6}，10 分钟内有效。\nLinggong: code \d{6}, good for 10 minutes\.\n$/,
  );
  expect(text).not.toContain(said);
  const asked = await act(editor, 'roll-back', { reason: '措辞有误' });
  expect(asked.status).toBe(202);
  expect(await sent()).toContain(newlySaid);
  await approveAs(app, 'config-approver', asked.body.approval.id);
  expect(await sent()).toContain(said);
});
