import { createHash } from 'node:crypto';
import { sheetProblems } from './sheet-problems';
import { LARGEST_FILE } from './sheet-types';

/** SHA-256 (hex) of a stream that is wanted for nothing else. @throws Problem `sheet-too-large` */
export async function streamDigest(source: AsyncIterable<Buffer>, maxBytes = LARGEST_FILE): Promise<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw sheetProblems.tooLarge(maxBytes);
    hash.update(chunk);
  }
  return hash.digest('hex');
}
