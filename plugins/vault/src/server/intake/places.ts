import { setTimeout as pause } from 'node:timers/promises';
import { intakeBusy } from './intake-problems';

const PLACES = 8;
const WAIT_MS = 10_000;
const STEP_MS = 50;

let taken = 0;

/**
 * Files are looked at whole, in memory; so at most eight at a time are, and others wait for their turn.
 * @throws Problem 503 `intake-busy` after ten seconds
 */
export async function withPlace<T>(work: () => Promise<T>): Promise<T> {
  for (let waited = 0; taken >= PLACES; waited += STEP_MS) {
    if (waited >= WAIT_MS) throw intakeBusy();
    await pause(STEP_MS);
  }
  taken += 1;
  try {
    return await work();
  } finally {
    taken -= 1;
  }
}
