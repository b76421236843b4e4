import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createKeyring } from '@linggong/vault';
import type { BackupStore } from '../store/backup-store';
import { createDiskStore } from '../store/disk-store';
import { leaveMark, takeOnce } from './leave-mark';

const keyring = createKeyring({ current: 1, keys: new Map([[1, randomBytes(32)]]), index: randomBytes(32) });
const mark = { folder: 'marks/', key: 'one', words: { at: 0 } };

let folder: string;
let disk: BackupStore;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'linggong-marks-'));
  disk = createDiskStore(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const take = (changed: Partial<BackupStore> = {}) => takeOnce({ store: { ...disk, ...changed }, keyring }, mark);

async function marks(): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of disk.list('marks/')) names.push(name);
  return names;
}

describe('a mark', () => {
  it('stands once, and again where it was taken away', async () => {
    const name = await take();
    expect(await marks()).toEqual([name]);
    expect(await take()).toBeUndefined();
    expect(await marks()).toEqual([name]);
    await disk.remove(name ?? '');
    expect(await take()).toMatch(/^marks\/one\./);
  });

  it('stands beside one of another key, and where the other one is no bar', async () => {
    await take();
    expect(await takeOnce({ store: disk, keyring }, { ...mark, key: 'on' })).toMatch(/^marks\/on\./);
    expect(await leaveMark({ store: disk, keyring }, mark, () => false)).toMatch(/^marks\/one\./);
  });

  it('of two who write in the same moment stands for neither, and is left by neither', async () => {
    let written = 0;
    const both = async (): Promise<void> => {
      written += 1;
      while (written < 2) await new Promise(setImmediate);
    };
    const put: BackupStore['put'] = async (name, chunks) => {
      await disk.put(name, chunks);
      await both();
    };
    expect(await Promise.all([take({ put }), take({ put })])).toEqual([undefined, undefined]);
    expect(await marks()).toEqual([]);
    expect(await take()).toBeDefined();
  });

  it('is not left by a store that fails once it is written', async () => {
    const put: BackupStore['put'] = async (name, chunks) => {
      await disk.put(name, chunks);
      throw new Error('no answer');
    };
    const list = (): never => {
      throw new Error('no list');
    };
    await expect(take({ put })).rejects.toThrow('no answer');
    await expect(take({ list })).rejects.toThrow('no list');
    expect(await marks()).toEqual([]);
  });

  it('is not believed of a store that is late with its list', async () => {
    const list = async function* () {};
    await expect(take({ list })).rejects.toThrow(/does not list what was just written/);
    expect(await marks()).toEqual([]);
  });
});
