import { createInterface } from 'node:readline/promises';
import type { Ask } from './two-administrators';

/** Questions to whoever sits at this terminal. Codes are seen as they are typed: each opens once, and not later than in a minute. */
export function askTerminal(): { readonly ask: Ask; close(): void } {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  return { ask: (question) => lines.question(question), close: () => lines.close() };
}
