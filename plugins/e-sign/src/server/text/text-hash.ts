import { createHash } from 'node:crypto';

/** sha256 (hex) of a contract's text as UTF-8: what the parties consent to. */
export function textHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
