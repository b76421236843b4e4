/** Tries in all before a check ends as `error`; a register that is down for an hour is waited for. */
export const ATTEMPTS_MAX = 6;

const FIRST_WAIT_MS = 5_000;
const FACTOR = 5;
const LONGEST_WAIT_MS = 1_800_000;

/** Wait in milliseconds after the given number of tries, or undefined when there is no further one. */
export function waitAfter(attempts: number): number | undefined {
  if (attempts >= ATTEMPTS_MAX) return undefined;
  return Math.min(FIRST_WAIT_MS * FACTOR ** (attempts - 1), LONGEST_WAIT_MS);
}
