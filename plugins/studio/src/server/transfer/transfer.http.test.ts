import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { auditFiles, fileSigner, makeSigningKey } from '@linggong/audit';
import { bootStrapi, untoldStates, type BootedStrapi } from '@linggong/database/testing';
import { createDatabase } from '@linggong/core';
import { signed } from './sign-transfer';

/** Configurations leave one installation and come to another, each act by the role that may (R13.1). */
let app: BootedStrapi;
let folder: string;
let tokens: Record<'operator' | 'approver' | 'worker', string>;

beforeAll(async () => {
  app = await bootStrapi();
  await makeSigningKey(auditFiles(process.env).signingKeyFile);
  folder = await mkdtemp(path.join(os.tmpdir(), 'linggong-transfer-'));
  tokens = {
    operator: await app.token('config-operator'),
    approver: await app.token('config-approver'),
    worker: await app.token('operator'),
  };
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await rm(folder, { recursive: true, force: true });
});

const as = (who: keyof typeof tokens) => ({ Authorization: `Bearer ${tokens[who]}` });
const post = (who: keyof typeof tokens, address: string, body: object = {}) =>
  app.http.post(`/api/v1${address}`).set(as(who)).send(body);
const get = (who: keyof typeof tokens, address: string) => app.http.get(`/api${address}`).set(as(who));
const upload = (who: keyof typeof tokens, file: object) =>
  app.http
    .post('/api/v1/configuration-imports')
    .set(as(who))
    .attach('file', Buffer.from(JSON.stringify(file)), { filename: '配置.json' });

interface Item {
  readonly key: string;
  readonly state: string;
}

it('exports all that is in force, and reads it again as its own and unchanged', async () => {
  expect((await post('worker', '/configuration-exports')).status).toBe(403);
  const { status, body: file, headers } = await post('operator', '/configuration-exports');
  expect([status, headers['content-disposition']]).toEqual([200, expect.stringMatching(/\.json"$/)]);
  expect(file.configurations.length).toBeGreaterThan(10);
  const { status: taken, body: read } = await upload('operator', file);
  expect([taken, read.signedBy.isOwn]).toEqual([201, true]);
  expect(new Set(read.items.map(({ state }: Item) => state))).toEqual(new Set(['same']));
  const tampered = { ...file, exportedAt: '2026-01-01T00:00:00Z' };
  expect((await upload('operator', tampered)).body.code).toBe('transfer-tampered');
});

it('makes drafts of what another installation exported, once an approver accepted its key', async () => {
  const { body: own } = await post('operator', '/configuration-exports');
  await makeSigningKey(path.join(folder, 'theirs.pem'));
  const { signature: _ours, ...body } = own;
  const configurations = body.configurations.map((item: Item) =>
    item.key === 'risk.line' ? { ...item, name: { zh: '他处判定', en: 'Theirs' }, key: 'risk.theirs' } : item,
  );
  const file = await signed(await fileSigner(path.join(folder, 'theirs.pem')), { ...body, configurations });
  const { body: read } = await upload('operator', file);
  const place = read.items.findIndex(({ key }: Item) => key === 'risk.theirs') + 1;
  expect(read.items[place - 1]).toMatchObject({ state: 'new', configurationId: null });
  const at = `/configuration-imports/${read.id}`;
  expect((await post('operator', `${at}/take`, { places: [place] })).body.code).toBe('signing-key-unknown');
  const accept = { name: '长沙测试平台', reason: '已电话核对指纹' };
  // Who brings it in does not say whom to believe.
  expect((await post('operator', `${at}/accept-key`, accept)).status).toBe(403);
  expect((await post('approver', `${at}/accept-key`, accept)).body.signedBy).toMatchObject({ name: '长沙测试平台' });
  expect((await post('approver', `${at}/take`, { places: [place] })).status).toBe(403);
  const { body: done } = await post('operator', `${at}/take`, { places: [place] });
  expect(done.items[place - 1]).toMatchObject({ state: 'taken', versionId: expect.any(Number) });
  const { body: draft } = await get('operator', `/v1/configuration-versions/${done.items[place - 1].versionId}`);
  expect([draft.state, draft.key]).toEqual(['draft', 'risk.theirs']);
  expect((await get('operator', `/v1${at}/items/${place}`)).body.changesTotal).toBeGreaterThan(0);
  const { body: rows } = await get('operator', '/console/configuration-imports');
  expect(rows[0]).toMatchObject({ keyName: '长沙测试平台', takenCount: 1 });
  expect((await get('operator', `/console/configuration-imports/${read.id}`)).body).toMatchObject(done);
});

it('leaves entries that say what they have to', async () => {
  const superuser = createDatabase({ connectionString: app.database.superuserUrl, max: 1 });
  expect(await untoldStates(superuser).finally(() => superuser.close())).toEqual([]);
});
