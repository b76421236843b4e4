import { setTimeout as pause } from 'node:timers/promises';

/** Far above what two busy cores need: beyond it something hangs. */
const limitMs = 600_000;

/**
 * Asks again until there is an answer. An error of the question counts as none: the database may be down just now.
 * @throws Error after ten minutes, with the last error as its cause
 */
export async function until<A>(what: string, ask: () => Promise<A | undefined | false>, everyMs = 15): Promise<A> {
  const end = performance.now() + limitMs;
  let cause: unknown;
  while (performance.now() < end) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await pause(everyMs);
  }
  throw new Error(`waited ${limitMs / 1000} s in vain until ${what}`, { cause });
}
