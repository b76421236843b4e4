import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPlatform } from '../supervisor/start-platform';
import { beginRestore, endRestore, refuseUnfinished } from './unfinished';

describe('a folder with a restore that was killed', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'linggong-unfinished-'));
  const into = path.join(folder, 'into');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is not started, until it is over', async () => {
    await beginRestore(into, 0o700);
    await expect(startPlatform({ LINGGONG_DATA: into }, false)).rejects.toThrow(/A restore into .* broke off/);
    expect(readdirSync(into)).toEqual(['restore-unfinished']);
    await expect(beginRestore(into, 0o700)).rejects.toThrow(/is under way/);
    await endRestore(into);
    expect(() => refuseUnfinished(into)).not.toThrow();
    expect(readdirSync(into)).toEqual([]);
  });
});
