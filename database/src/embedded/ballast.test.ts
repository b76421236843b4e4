import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { diskRoom, keepBallast, releaseBallast } from './ballast';

describe('the ballast', () => {
  let folder: string;
  const file = (): string => path.join(folder, 'ballast');

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'linggong-ballast-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('takes real room, is made once, and gives it back', async () => {
    expect(await keepBallast(folder, 2)).toBe(true);
    const { size, blocks, mtimeMs } = statSync(file());
    expect(size).toBe(2 * 1024 * 1024);
    expect(blocks * 512).toBeGreaterThanOrEqual(size);
    expect(await keepBallast(folder, 2)).toBe(true);
    expect(statSync(file()).mtimeMs).toBe(mtimeMs);
    expect(await diskRoom(folder)).toMatchObject({ ballastBytes: size, isFull: false });
    expect(releaseBallast(folder)).toBe(size);
    expect(existsSync(file())).toBe(false);
    expect(releaseBallast(folder)).toBe(0);
  });

  it('is not made where it would itself fill the disk, nor where it is not wanted', async () => {
    expect(await keepBallast(folder, 1e9)).toBe(false);
    expect(await keepBallast(folder, 0)).toBe(false);
    expect(existsSync(file())).toBe(false);
  });

  it('is made anew over one that was cut short', async () => {
    writeFileSync(`${file()}.new`, 'half');
    expect(await keepBallast(folder, 1)).toBe(true);
    expect(existsSync(`${file()}.new`)).toBe(false);
  });
});
