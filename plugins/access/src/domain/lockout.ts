export interface LockPolicy {
  readonly failuresBeforeLock: number;
  readonly firstLockSeconds: number;
  readonly lockSecondsMax: number;
}

/**
 * How long an identifier is locked after so many wrong passwords in a row: not at all below the limit, then twice as long for
 * each further one, up to the longest (GB/T 22239-2019 8.1.4.1 b).
 */
export function lockSeconds(failures: number, policy: LockPolicy): number {
  if (failures < policy.failuresBeforeLock) return 0;
  const doublings = Math.min(failures - policy.failuresBeforeLock, 30);
  return Math.min(policy.firstLockSeconds * 2 ** doublings, policy.lockSecondsMax);
}
