import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createClock } from './clock';
import { fileTime } from './clock-file';

describe('fileTime', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'linggong-clock-'));
  const file = path.join(folder, 'offset');
  const hourMs = 3_600_000;
  let machineMs = 0;

  beforeEach(() => {
    machineMs = 1_000_000;
    jest.spyOn(Date, 'now').mockImplementation(() => machineMs);
    jest.spyOn(performance, 'now').mockImplementation(() => machineMs);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is the machine’s time without a file', () => {
    expect(
      createClock(fileTime(path.join(folder, 'none')))
        .now()
        .getTime(),
    ).toBe(1_000_000);
  });

  it('jumps forward and back within a tenth of a second, and goes on at the machine’s pace', () => {
    const clock = createClock(fileTime(file));
    writeFileSync(file, `${hourMs}\n`);
    expect(clock.now().getTime()).toBe(1_000_000 + hourMs);
    machineMs += 100;
    writeFileSync(file, `${-hourMs}`);
    expect(clock.now().getTime()).toBe(1_000_100 - hourMs);
  });

  it('keeps the last jump while the file holds no number', () => {
    const clock = createClock(fileTime(file));
    writeFileSync(file, '5000');
    expect(clock.now().getTime()).toBe(1_005_000);
    machineMs += 200;
    writeFileSync(file, '');
    expect(clock.now().getTime()).toBe(1_005_200);
  });
});
