export interface Backoff {
  backoffMs: number;
  backoffMaxMs: number;
}

/**
 * Wait before the next try, in milliseconds: doubling from `backoffMs`, at most `backoffMaxMs`, of which the upper half
 * is spread by `random` (0 … 1) so that a thousand jobs that failed together do not come back together.
 * @param attempt the try that has just failed, 1 for the first
 */
export function backoffDelayMs(attempt: number, { backoffMs, backoffMaxMs }: Backoff, random: number): number {
  const whole = Math.min(backoffMaxMs, backoffMs * 2 ** Math.min(attempt - 1, 30));
  return Math.round(whole / 2 + (whole / 2) * random);
}
