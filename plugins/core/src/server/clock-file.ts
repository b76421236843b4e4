import { readFileSync } from 'node:fs';

/** How often the file is looked at: a jump reaches every process within this time. */
const everyMs = 100;

/**
 * The time of tests that jumps while processes run: the machine's, moved by the milliseconds that stand in a file. A file
 * that is just being written, or holds no number, leaves the last jump in force.
 */
export function fileTime(file: string): () => number {
  let offsetMs = 0;
  let readAt = -Infinity;
  return () => {
    const machineMs = Date.now();
    if (performance.now() - readAt >= everyMs) {
      readAt = performance.now();
      offsetMs = offsetIn(file) ?? offsetMs;
    }
    return machineMs + offsetMs;
  };
}

function offsetIn(file: string): number | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return /^-?\d+$/.test(text) ? Number(text) : undefined;
  } catch {
    return undefined;
  }
}
