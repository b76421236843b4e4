import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { copyFounded, foundedVariable } from './founded-demo';

let place: string;
let before: string | undefined;

beforeEach(async () => {
  before = process.env[foundedVariable];
  place = await mkdtemp(path.join(os.tmpdir(), 'linggong-founded-test-'));
  process.env[foundedVariable] = place;
});

afterEach(async () => {
  if (before === undefined) Reflect.deleteProperty(process.env, foundedVariable);
  else process.env[foundedVariable] = before;
  await rm(place, { recursive: true });
});

const ownFolder = (): Promise<string> => mkdtemp(path.join(place, 'own-'));

/** Founds a demo of one secret file. */
function founder(): { found: (folder: string) => Promise<string>; readonly times: () => number } {
  let times = 0;
  const found = async (folder: string): Promise<string> => {
    times += 1;
    await writeFile(path.join(folder, 'secret'), 'as founded', { mode: 0o600 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    return 'said when founded';
  };
  return { found, times: () => times };
}

it('is founded once, however many ask at the same time, and each works in a copy of his own', async () => {
  const { found, times } = founder();
  const folders = await Promise.all([ownFolder(), ownFolder(), ownFolder()]);
  const told = await Promise.all(folders.map((folder) => copyFounded(folder, found)));
  expect(times()).toBe(1);
  expect(told).toEqual(folders.map(() => 'said when founded'));
  await writeFile(path.join(folders[0] ?? '', 'secret'), 'changed by a journey');
  const late = await ownFolder();
  await copyFounded(late, found);
  for (const folder of [...folders.slice(1), late]) {
    expect(await readFile(path.join(folder, 'secret'), 'utf8')).toBe('as founded');
    expect((await stat(path.join(folder, 'secret'))).mode & 0o777).toBe(0o600);
  }
  expect(times()).toBe(1);
});

it('leaves nothing of a founding that failed, so that the next who asks founds it', async () => {
  const { found, times } = founder();
  const fails = async (folder: string): Promise<string> => {
    await writeFile(path.join(folder, 'half'), '');
    throw new Error('no database');
  };
  const first = await ownFolder();
  await expect(copyFounded(first, fails)).rejects.toThrow('no database');
  expect(await readdir(first)).toEqual([]);
  await copyFounded(first, found);
  expect(await readdir(first)).toEqual(['secret']);
  expect(times()).toBe(1);
});
