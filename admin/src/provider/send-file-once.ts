import { isSpent, newKey } from './key';
import { ProblemError } from './problem';
import { sendFile, type Sending } from './send-file';

/** Uploads of this tab that nobody knows the end of, and the key that each went out under. */
const unanswered = new Map<string, string>();

/** After these the server has told that the key leads no further: who sends the file all the same has looked first. */
const endsOfKey: readonly string[] = ['idempotency-outcome-unknown', 'idempotency-key-reused'];

/**
 * Sends a file under a key of its own. Where the answer was lost, the same file sent the same way goes out under the same key, though it
 * was chosen anew: nothing is taken twice. What differs in file, address or fields is another upload.
 * @throws ProblemError, UnreachableError
 */
export async function sendFileOnce(sending: Omit<Sending, 'key'>): Promise<unknown> {
  const upload = uploadOf(sending);
  const key = unanswered.get(upload) ?? newKey();
  unanswered.set(upload, key);
  try {
    const answer = await sendFile({ ...sending, key });
    unanswered.delete(upload);
    return answer;
  } catch (error) {
    if (isSpent(error) || isEnded(error)) unanswered.delete(upload);
    throw error;
  }
}

/** What makes an upload the same as another; a file that is chosen anew is a new object, and known by its marks. */
function uploadOf({ path, file: { name, size, lastModified }, fields = {} }: Omit<Sending, 'key'>): string {
  return JSON.stringify([path, fields, name, size, lastModified]);
}

const isEnded = (error: unknown): boolean => error instanceof ProblemError && endsOfKey.includes(error.problem.code);
