import { ObjectMissing, type BackupStore } from './backup-store';

/** What every backup store must do, as named cases: one suite runs on all adapters. Each throws where the promise is broken. */
export const storeCases: readonly { readonly name: string; run(store: BackupStore): Promise<void> }[] = [
  {
    name: 'gives back what it was given, also megabytes and nothing at all',
    run: async (store) => {
      for (const bytes of [0, 1, 70_000, 40_000_000]) {
        const sent = pattern(bytes);
        await store.put(`conformance/${bytes}`, chunksOf(sent, 65_552));
        const got = await collect(store.get(`conformance/${bytes}`));
        equal(got.equals(sent), true, `${bytes} bytes come back`);
        await store.remove(`conformance/${bytes}`);
      }
    },
  },
  {
    name: 'lists what lies under a prefix, with its size, and nothing else',
    run: async (store) => {
      for (const name of ['a/one', 'a/b/two', 'ab/three']) await store.put(`list/${name}`, chunksOf(pattern(9), 4));
      const found = await listed(store, 'list/a/');
      equal(found.join(), 'list/a/b/two 9,list/a/one 9', 'the list');
      equal((await listed(store, 'nothing/')).length, 0, 'an empty prefix');
    },
  },
  {
    name: 'leaves nothing under a name whose stream broke off',
    run: async (store) => {
      const broken = async function* (): AsyncGenerator<Buffer> {
        yield pattern(20_000_000);
        throw new Error('broke off');
      };
      const fault = await store.put('broken/one', broken()).then(
        () => 'none',
        (error: Error) => error.message,
      );
      equal(fault, 'broke off', 'the fault of the stream');
      equal((await listed(store, 'broken/')).length, 0, 'what is left');
    },
  },
  {
    name: 'says that an object is missing, and removes what is not there without a word',
    run: async (store) => {
      await store.remove('nothing/here');
      const fault = await collect(store.get('nothing/here')).catch((error: unknown) => error);
      equal(fault instanceof ObjectMissing, true, 'ObjectMissing');
    },
  },
  {
    name: 'refuses names that could lead out of it',
    run: async (store) => {
      for (const name of ['../x', 'a/../../x', '/etc/x', 'a//b', '', 'a/.hidden']) {
        const fault = await Promise.resolve()
          .then(() => store.put(name, chunksOf(pattern(1), 1)))
          .catch((error: unknown) => error);
        equal(fault instanceof RangeError, true, `"${name}" is refused`);
      }
    },
  },
];

function pattern(bytes: number): Buffer {
  return Buffer.alloc(bytes, '灵工0123456789');
}

async function* chunksOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

async function listed(store: BackupStore, prefix: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, bytes } of store.list(prefix)) found.push(`${name} ${bytes}`);
  return found.sort();
}

function equal(actual: unknown, expected: unknown, what: string): void {
  if (actual !== expected) throw new Error(`${what}: ${String(actual)} instead of ${String(expected)}`);
}
