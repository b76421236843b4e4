import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createKeyring, withNewKey } from './keyring';
import { addRingKey, makeKeyringFile, readKeyringFile } from './keyring-file';
import { keyMaterialOf, keyringText } from './keyring-text';
import { loadKeyring } from './load-keyring';
import { testMaterial } from '../keyring.fixture';

describe('key material', () => {
  it('comes back from its text', () => {
    const material = withNewKey(testMaterial(), Buffer.alloc(32, 7));
    expect(keyMaterialOf(keyringText(material))).toMatchObject({ ...material, suites: expect.any(Map) });
  });

  it('comes back with its suites, and from the first form as all AES', () => {
    const ring = withNewKey(testMaterial(), Buffer.alloc(32, 7), 'sm4-ctr-hmac-sm3');
    const read = createKeyring(keyMaterialOf(keyringText({ ...ring, indexSuite: 'sm4-ctr-hmac-sm3' })));
    expect([read.suiteOf(1).name, read.suiteOf(2).name, read.indexSuite.name]).toEqual([
      'aes-256-gcm',
      'sm4-ctr-hmac-sm3',
      'sm4-ctr-hmac-sm3',
    ]);
    const key = Buffer.alloc(32, 1).toString('base64');
    const first = createKeyring(
      keyMaterialOf(JSON.stringify({ version: 1, current: 1, keys: { 1: key }, index: key })),
    );
    expect([first.suiteOf(1).name, first.indexSuite.name]).toEqual(['aes-256-gcm', 'aes-256-gcm']);
  });

  it.each([
    ['no JSON', '{"version":1,', /not JSON/],
    ['other form', '{"version":3}', /version/],
    ['another suite', '{"version":2,"current":1,"keys":{"1":{"suite":"des","key":""}},"index":{}}', /keys.1.suite/],
    ['key not base64', '{"version":1,"current":1,"keys":{"1":"%%SECRET%%"},"index":""}', /keys/],
  ])('%s is refused without being repeated', (_name, text, fault) => {
    expect(() => keyMaterialOf(text)).toThrow(fault);
    expect(() => keyMaterialOf(text)).not.toThrow(/SECRET/);
  });

  it.each([
    ['current is not in the ring', { ...testMaterial(), current: 2 }],
    ['a short key', { ...testMaterial(), keys: new Map([[1, Buffer.alloc(16)]]) }],
    ['a short index key', { ...testMaterial(), index: Buffer.alloc(8) }],
    ['a number that does not fit', { ...testMaterial(), current: 70_000, keys: new Map([[70_000, Buffer.alloc(32)]]) }],
  ])('%s is refused', (_name, material) => {
    expect(() => createKeyring(material)).toThrow();
  });

  it('derives another key for every number and purpose', () => {
    const ring = createKeyring(withNewKey(testMaterial(), Buffer.alloc(32, 7)));
    const keys = [ring.keyFor(1, 'a'), ring.keyFor(1, 'b'), ring.keyFor(2, 'a'), ring.indexKeyFor('a')];
    const texts = keys.map((key) => key.export().toString('hex'));
    expect(new Set(texts).size).toBe(4);
    expect(ring.keyFor(1, 'a')).toBe(keys[0]);
  });
});

describe('the key ring file', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'keyring-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made once, for this user only, by whichever process comes first', async () => {
    const file = path.join(folder, 'keys', 'keyring.json');
    await Promise.all([makeKeyringFile(file), makeKeyringFile(file), makeKeyringFile(file)]);
    const first = await readFile(file, 'utf8');
    await makeKeyringFile(file);
    expect(await readFile(file, 'utf8')).toBe(first);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
    expect((await readKeyringFile(file)).keys.get(1)).toHaveLength(32);
  });

  it('takes a further key of another suite, in a file of the same mode', async () => {
    const file = path.join(folder, 'keyring.json');
    await makeKeyringFile(file);
    const before = await loadKeyring({ file });
    expect(await addRingKey(file, 'sm4-ctr-hmac-sm3')).toBe(2);
    const after = await loadKeyring({ file });
    expect([after.current, after.suiteOf(1).name, after.suiteOf(2).name]).toEqual([
      2,
      'aes-256-gcm',
      'sm4-ctr-hmac-sm3',
    ]);
    expect([after.checkValue(1), after.checkValue('index')]).toEqual([
      before.checkValue(1),
      before.checkValue('index'),
    ]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await expect(addRingKey(path.join(folder, 'none.json'), 'aes-256-gcm')).rejects.toThrow(/ENOENT/);
  });

  it('is refused where others can read it', async () => {
    const file = path.join(folder, 'open.json');
    await writeFile(file, keyringText(testMaterial()), { mode: 0o644 });
    await expect(readKeyringFile(file)).rejects.toThrow(/chmod 600/);
  });

  it('is never made up where it is missing', async () => {
    const file = path.join(folder, 'missing.json');
    await expect(loadKeyring({ file })).rejects.toThrow(/missing/);
    await makeKeyringFile(file);
    const [made, again] = [await loadKeyring({ file }), await loadKeyring({ file })];
    expect(again.checkValue(1)).toBe(made.checkValue(1));
  });

  it('gives way to the environment', async () => {
    const ring = await loadKeyring({
      file: path.join(folder, 'none'),
      text: keyringText(testMaterial()),
    });
    expect(ring.checkValue('index')).toBe(createKeyring(testMaterial()).checkValue('index'));
  });
});
