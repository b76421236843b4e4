import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';
import type { BackupStore } from './backup-store';
import { createDiskStore } from './disk-store';
import { createS3Store } from './s3-store';
import { storeCases } from './store-conformance';

let folder: string;
/** A real S3 server of npm on the loopback interface. */
let s3: S3rver;
const stores: Record<string, BackupStore> = {};

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'linggong-stores-'));
  s3 = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: path.join(folder, 's3'),
    configureBuckets: [{ name: 'linggong', configs: [] }],
  });
  const { port } = await s3.run();
  stores['disk'] = createDiskStore(path.join(folder, 'disk'));
  stores['s3'] = await createS3Store({
    kind: 's3',
    bucket: 'linggong',
    prefix: 'backups/one',
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    pathStyle: true,
  });
});
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['disk', 's3'])('the %s store', (kind) => {
  it.each(storeCases)('$name', async ({ run }) => {
    await run(stores[kind] as BackupStore);
  });
});

describe('the disk store', () => {
  it('is closed to others, and holds no draft', () => {
    const root = path.join(folder, 'disk');
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      const mode = statSync(path.join(entry.parentPath, entry.name)).mode & 0o777;
      expect(mode & 0o077).toBe(0);
      expect(entry.name).not.toMatch(/\.part$/);
    }
  });
});
