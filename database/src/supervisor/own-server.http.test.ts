import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { makeKeyringFile } from '@linggong/vault';
import { freePort } from '../embedded/free-port';
import { testDatabase, type TestDatabase } from '../testing';
import { administrators, processesOf, start, untilReady } from './started.fixture';

describe('npm start on a server of the operator', () => {
  let database: TestDatabase;
  let parent: string;
  let dataFolder: string;
  let urls: Record<string, string>;

  beforeAll(async () => {
    database = await testDatabase();
    parent = await mkdtemp(path.join(os.tmpdir(), 'linggong-own-'));
    // As after a clone: nobody has made it.
    dataFolder = path.join(parent, 'data');
    urls = { DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl };
  }, 240_000);
  afterAll(async () => {
    await database.drop();
    await rm(parent, { recursive: true, force: true });
  });

  it('makes up no key ring, and says how to get one', async () => {
    const refused = start(dataFolder, await freePort(), { ...urls, ...administrators });
    expect(await refused.ended).toBe(1);
    expect(refused.said()).toMatch(/KEYRING_FILE/);
    expect(existsSync(path.join(dataFolder, 'keys'))).toBe(false);
  }, 240_000);

  it('starts from a clean clone with the one that it is given', async () => {
    const keyring = path.join(parent, 'keyring.json');
    await makeKeyringFile(keyring);
    const port = await freePort();
    const running = start(dataFolder, port, { ...urls, ...administrators, KEYRING_FILE: keyring });
    try {
      await untilReady(running, port);
      expect(statSync(path.join(dataFolder, 'secret')).mode & 0o777).toBe(0o600);
      const serving = processesOf(dataFolder).find(({ command }) => command.includes('cms/dist/src/serve.js'));
      expect(serving?.environment).not.toMatch(/linggong_owner|LINGGONG_\w+_ADMIN/);
    } finally {
      running.process.kill('SIGTERM');
    }
    expect(await running.ended).toBe(0);
    expect(processesOf(dataFolder)).toEqual([]);
  }, 240_000);
});
