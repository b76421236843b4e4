import { lockSeconds } from './index';

describe('lockSeconds', () => {
  const policy = { failuresBeforeLock: 5, firstLockSeconds: 60, lockSecondsMax: 1_800 };

  it.each([
    [0, 0],
    [4, 0],
    [5, 60],
    [6, 120],
    [7, 240],
    [9, 960],
    [10, 1_800],
    [1_000_000, 1_800],
  ])('%d failures lock for %d s', (failures, seconds) => {
    expect(lockSeconds(failures, policy)).toBe(seconds);
  });
});
