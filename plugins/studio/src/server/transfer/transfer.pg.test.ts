import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { fileSigner, makeSigningKey, type RootSigner } from '@linggong/audit';
import { transferBytesMax, transferItemsMax, type Json } from '../../domain';
import { startDraft } from '../life/create-configuration';
import { inForce } from '../reading/in-force';
import { adoptSeeds } from '../seeds/adopt-seeds';
import { by, limitCases, limitSeed, studioKit, type StudioKit } from '../studio.fixture';
import { readContentOf, readVersion } from '../versions/version-rows';
import { exportConfigurations } from './export-configurations';
import { importAnswerOf, itemAnswerOf } from './import-answer';
import { readTransfer } from './read-transfer';
import { receiveImport } from './receive-import';
import { fingerprintOf, signed } from './sign-transfer';
import { acceptKey, takeItems } from './take-items';

/** The configuration of one installation goes to another as a signed file, and becomes drafts there (R13.1). */
let there: StudioKit;
let here: StudioKit;
let folder: string;
let theirs: RootSigner;
let ours: RootSigner;
let own: string;
const operator = by(1, '2026-11-20T01:00:00Z', '搬迁配置');
const approver = by(2, '2026-11-20T02:00:00Z', '已电话核对指纹');

beforeAll(async () => {
  [there, here] = [await studioKit(), await studioKit()];
  folder = await mkdtemp(path.join(os.tmpdir(), 'linggong-transfer-'));
  const signer = async (name: string): Promise<RootSigner> => {
    await makeSigningKey(path.join(folder, `${name}.pem`));
    return fileSigner(path.join(folder, `${name}.pem`));
  };
  [theirs, ours] = [await signer('theirs'), await signer('ours')];
  own = fingerprintOf(ours.publicKey);
  const seeds = ['risk.one', 'risk.two', 'risk.three'].map((key, n) => ({
    ...limitSeed,
    key,
    content: { maxFen: 1_000 * (n + 1) },
  }));
  await adoptSeeds(there.tools, there.db, operator, seeds);
  // Here the first is the same, the second has another limit, and of the third nothing is known.
  await adoptSeeds(here.tools, here.db, operator, [seeds[0] ?? limitSeed, { ...limitSeed, key: 'risk.two' }]);
}, 240_000);
afterAll(async () => {
  await Promise.all([there?.kit.drop(), here?.kit.drop()]);
  await rm(folder, { recursive: true, force: true });
});

const exported = (ids?: readonly number[]): Promise<Buffer> =>
  there.db.transaction((tx) => exportConfigurations(tx, operator, theirs, ids));
const readBytes = (bytes: Buffer | string) => readTransfer(Readable.from([Buffer.from(bytes)]));
const received = async (bytes: Buffer | string): Promise<number> => {
  const file = await readBytes(bytes);
  return here.db.transaction((tx) => receiveImport(here.tools, tx, operator, file, '全部配置.json'));
};
const answer = (id: number) => importAnswerOf(here.tools, here.db, id, own);
const states = async (id: number) => (await answer(id)).items.map(({ key, state }) => [key, state]);
const take = (id: number, places: readonly number[]) =>
  here.db.transaction((tx) => takeItems(tx, operator, id, places, own));

it('goes out whole and signed, and the log says of each that it left', async () => {
  const file = JSON.parse((await exported()).toString('utf8'));
  expect(file.configurations.map(({ key }: { key: string }) => key)).toEqual(['risk.one', 'risk.three', 'risk.two']);
  expect(file.signature.algorithm).toBe('Ed25519');
  const logged = await there.db.query(
    `SELECT count(*)::int AS n FROM audit.published_entries WHERE action = 'configuration.export'`,
  );
  expect(logged).toEqual([{ n: 3 }]);
  const { configurationId } = await inForce(there.db, 'limit-set', 'risk.two');
  const one = JSON.parse((await exported([configurationId])).toString('utf8'));
  expect(one.configurations).toHaveLength(1);
  await expect(exported([999_999])).rejects.toMatchObject({ code: 'nothing-to-export' });
});

it('is compared with what is in force here, and taken once its key is accepted by name', async () => {
  const id = await received(await exported());
  expect(await states(id)).toEqual([
    ['risk.one', 'same'],
    ['risk.three', 'new'],
    ['risk.two', 'changed'],
  ]);
  expect(await itemAnswerOf(here.tools, here.db, id, 3)).toMatchObject({
    changesTotal: 1,
    changes: [{ before: { zh: '50000' }, after: { zh: '2000' } }],
  });
  expect((await answer(id)).signedBy).toMatchObject({
    fingerprint: fingerprintOf(theirs.publicKey),
    name: null,
    isOwn: false,
  });
  await expect(take(id, [2, 3])).rejects.toMatchObject({ code: 'signing-key-unknown' });
  const accept = () => here.db.transaction((tx) => acceptKey(tx, approver, id, '长沙测试平台', own));
  await accept();
  await expect(accept()).rejects.toMatchObject({ code: 'signing-key-known' });
  // All that was picked, or nothing.
  await expect(take(id, [3, 1])).rejects.toMatchObject({
    code: 'import-item-state',
    text: { zh: expect.stringContaining('完全相同') },
  });
  expect((await states(id)).at(-1)).toEqual(['risk.two', 'changed']);
  await take(id, [3, 2]);
  expect(await states(id)).toEqual([
    ['risk.one', 'same'],
    ['risk.three', 'taken'],
    ['risk.two', 'taken'],
  ]);
  const draft = (await answer(id)).items[2]?.versionId ?? 0;
  expect(await readVersion(here.db, draft)).toMatchObject({
    state: 'draft',
    versionNo: 2,
    note: expect.stringContaining('长沙测试平台'),
  });
  expect(await readContentOf(here.db, draft)).toMatchObject({ content: { maxFen: 2_000 }, cases: limitCases });
  // Nothing is in force by it.
  expect((await inForce(here.db, 'limit-set', 'risk.two')).content).toEqual({ maxFen: 50_000 });
  await expect(inForce(here.db, 'limit-set', 'risk.three')).rejects.toMatchObject({ code: 'configuration-missing' });
  await expect(take(id, [3])).rejects.toMatchObject({
    code: 'import-item-state',
    text: { zh: expect.stringContaining('已经引入过') },
  });
});

it('is not taken over a version that somebody has under way', async () => {
  const fresh = await received(await exported());
  expect(await states(fresh)).toEqual([
    ['risk.one', 'same'],
    ['risk.three', 'open'],
    ['risk.two', 'open'],
  ]);
  await expect(take(fresh, [3])).rejects.toMatchObject({
    code: 'import-item-state',
    text: { zh: expect.stringContaining('已有进行中的版本') },
  });
  const { configurationId } = await inForce(here.db, 'limit-set', 'risk.two');
  await expect(here.db.transaction((tx) => startDraft(tx, operator, configurationId, undefined))).rejects.toMatchObject(
    {
      code: 'configuration-open',
    },
  );
});

it('believes its own key without being told', async () => {
  const id = await received(await there.db.transaction((tx) => exportConfigurations(tx, operator, ours, undefined)));
  expect((await answer(id)).signedBy).toMatchObject({ isOwn: true, name: null });
});

const tampering: readonly (readonly [string, (file: Record<string, unknown>) => unknown])[] = [
  [
    'another limit',
    (file) => ({ ...file, configurations: items(file).map((item) => ({ ...item, content: { maxFen: 9 } })) }),
  ],
  ['another day', (file) => ({ ...file, exportedAt: '2026-01-01T00:00:00Z' })],
  ['one left out', (file) => ({ ...file, configurations: items(file).slice(1) })],
  ['another order', (file) => ({ ...file, configurations: items(file).reverse() })],
  [
    'another key',
    (file) => ({ ...file, signature: { ...Object(file['signature']), publicKey: ours.publicKey.toString('base64') } }),
  ],
];
const items = (file: Record<string, unknown>): Record<string, unknown>[] =>
  file['configurations'] as Record<string, unknown>[];

it.each(tampering)('is refused with %s', async (_name, change) => {
  const file = JSON.parse((await exported()).toString('utf8'));
  await expect(readBytes(JSON.stringify(change(file)))).rejects.toMatchObject({ code: 'transfer-tampered' });
});

it('is the same file however it is printed', async () => {
  const file = JSON.parse((await exported()).toString('utf8'));
  const turned = Object.fromEntries(Object.entries(file).reverse());
  expect((await readBytes(JSON.stringify(turned))).items).toHaveLength(3);
});

const item = (key: string, content: Json, kind = 'limit-set') => ({
  kind,
  key,
  name: limitSeed.name,
  description: limitSeed.description,
  reviewBy: null,
  versionNo: 1,
  content,
  cases: limitCases,
});
const signedFile = async (configurations: readonly object[], extra: object = {}) =>
  JSON.stringify(
    await signed(theirs, {
      format: 'linggong-configurations',
      version: 1,
      exportedAt: '2026-11-20T00:00:00Z',
      configurations,
      ...extra,
    }),
  );

it('shows what this installation does not know, and does not take it', async () => {
  const id = await received(
    await signedFile([
      item('risk.later', {}, 'star-chart'),
      item('risk.odd', { maxFen: 'much' }),
      item('risk.fine', { maxFen: 5 }),
    ]),
  );
  const { items: shown } = await answer(id);
  expect(shown.map(({ state, faults }) => [state, faults[0]?.code])).toEqual([
    ['unreadable', 'kind-unknown'],
    ['unreadable', 'shape-invalid-type'],
    ['new', undefined],
  ]);
  await expect(take(id, [1])).rejects.toMatchObject({
    code: 'import-item-state',
    text: { zh: expect.stringContaining('不符合本平台的格式') },
  });
  await take(id, [3]);
});

it('is refused where it is no such file, too large, or holds one thing twice', async () => {
  const many = Array.from({ length: transferItemsMax + 1 }, (_, n) => item(`risk.n${n}`, { maxFen: n }));
  const refused = async (bytes: Buffer | string) =>
    readBytes(bytes).then(
      () => 'taken',
      ({ code }: { code: string }) => code,
    );
  expect(await refused('{"a":')).toBe('transfer-unreadable');
  expect(await refused('[]')).toBe('transfer-unreadable');
  expect(await refused(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)).toBe('transfer-unreadable');
  expect(await refused(await signedFile([]))).toBe('transfer-unreadable');
  expect(await refused(await signedFile(many))).toBe('transfer-unreadable');
  expect(await refused(await signedFile([item('risk.a', { maxFen: 1 })], { more: true }))).toBe('transfer-unreadable');
  expect(await refused(await signedFile([item('risk.a', { name: 'a\u0000b' })]))).toBe('transfer-unreadable');
  expect(await refused(await signedFile([item('risk.a', { name: '\ud800' })]))).toBe('transfer-unreadable');
  expect(await refused(await signedFile([item('risk.a', { maxFen: 1 }), item('risk.a', { maxFen: 2 })]))).toBe(
    'transfer-repeated',
  );
  expect(await refused(Buffer.alloc(transferBytesMax + 1, 32))).toBe('transfer-too-large');
});
