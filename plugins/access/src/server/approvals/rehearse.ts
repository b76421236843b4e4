import type { Remember } from '../http/idempotent-call';
import type { LooseAnswer } from '../http/route';

/** Thrown where an operation would store its answer, so that everything it has done rolls back with its transaction. */
class Rehearsed extends Error {
  constructor(readonly answer: LooseAnswer) {
    super('rehearsed');
    this.name = 'Rehearsed';
  }
}

/**
 * Does an operation and takes it back: what it refuses reaches the maker at once, and its answer is what would stand afterwards.
 * The numbers of sequences are spent; nothing else stays.
 * @throws Problem as the operation; Error where it ends without storing an answer
 */
export async function rehearse(handle: (remember: Remember) => Promise<LooseAnswer>): Promise<LooseAnswer> {
  try {
    await handle((_tx, answer) => Promise.reject(new Rehearsed(answer)));
  } catch (error) {
    if (error instanceof Rehearsed) return error.answer;
    throw error;
  }
  throw new Error('an operation that waits for a second person stores its answer in its transaction');
}
