import { ProblemError } from './problem';

/**
 * A fresh key for one intention of a person (Idempotency-Key): made when he opens a sheet, kept for every retry of it.
 * `crypto.randomUUID` exists only on https and localhost; an office reaches the console by plain http too.
 */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Was the key spent on a refusal? The server did nothing then, but holds the key to what was sent: corrected input needs a key of
 * its own. Where the outcome is not known (no answer, a fault, a twin at work), the key stays, so that nothing is done twice.
 */
export function isSpent(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false;
  const { status, code } = error.problem;
  return status >= 400 && status < 500 && !code.startsWith('idempotency-');
}
