import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createDiskStore } from './disk-store';
import { FileMissing } from './file-store';

describe('the disk store', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'store-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  async function* oneChunk(text: string): AsyncGenerator<Buffer> {
    yield Buffer.from(text);
  }

  async function* broken(): AsyncGenerator<Buffer> {
    yield Buffer.from('half');
    throw new Error('the client went away');
  }

  async function textOf(chunks: AsyncIterable<Buffer>): Promise<string> {
    let text = '';
    for await (const chunk of chunks) text += chunk.toString();
    return text;
  }

  it('gives back what was written, and keeps it from other users', async () => {
    const store = createDiskStore(root);
    const id = randomUUID();
    await store.write(id, oneChunk('bytes'));
    expect(await textOf(store.read(id))).toBe('bytes');
    expect((await stat(path.join(root, id.slice(0, 2), id))).mode & 0o777).toBe(0o600);
    expect((await stat(path.join(root, id.slice(0, 2)))).mode & 0o777).toBe(0o700);
  });

  it('leaves nothing of a write that broke off', async () => {
    const store = createDiskStore(root);
    const id = randomUUID();
    await expect(store.write(id, broken())).rejects.toThrow('the client went away');
    expect(await readdir(path.join(root, id.slice(0, 2)))).toEqual([]);
    await expect(textOf(store.read(id))).rejects.toThrow(FileMissing);
  });

  it('takes no name that is not one of its own', async () => {
    const store = createDiskStore(root);
    expect(() => store.read('../../etc/passwd')).toThrow(FileMissing);
    await expect(store.write('../x', oneChunk(''))).rejects.toThrow(FileMissing);
  });

  it('lists and removes complete files', async () => {
    const store = createDiskStore(root);
    const id = randomUUID();
    await store.write(id, oneChunk('bytes'));
    const names: string[] = [];
    for await (const name of store.list(new Date(Date.now() + 60_000))) names.push(name);
    expect(names).toEqual([id]);
    await store.remove(id);
    await store.remove(id);
    await expect(textOf(store.read(id))).rejects.toThrow(FileMissing);
  });
});
