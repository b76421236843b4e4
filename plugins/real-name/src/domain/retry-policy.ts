import { addDays, startOfDay, shanghaiDay } from '@linggong/core/domain';

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

/** Why a check has to wait without anybody having been asked. */
export type WaitReason = 'daily-cap' | 'no-provider';

const NO_PROVIDER_WAIT_MS = 3_600_000;
const AFTER_MIDNIGHT_MS = 300_000;

/**
 * When a check that nobody could be asked about is taken up again: five minutes into the next Shanghai day where the daily cap
 * was reached, in an hour where no vendor is configured.
 */
export function dueAfter(reason: WaitReason, at: Date): Date {
  if (reason === 'no-provider') return new Date(at.getTime() + NO_PROVIDER_WAIT_MS);
  return new Date(startOfDay(addDays(shanghaiDay(at), 1)).getTime() + AFTER_MIDNIGHT_MS);
}
