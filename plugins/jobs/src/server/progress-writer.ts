import { waitBeforeWriteMs } from '../domain';
import type { JobProgress } from '../jobs';

interface ProgressWriter {
  report(progress: JobProgress): Promise<void>;
  /** Writes what is still held back and ends. */
  close(): Promise<void>;
}

/** At most this often is the progress of one run written: a person reads it, and each write is a row version. */
export const progressGapMs = 400;

/**
 * Writes the first report at once, later ones at most every `progressGapMs`, and the last one in any case.
 * @param nowMs a monotonic clock
 */
export function createProgressWriter(
  write: (progress: JobProgress) => Promise<void>,
  nowMs: () => number,
): ProgressWriter {
  let lastMs: number | undefined;
  let held: JobProgress | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const next = held;
    held = undefined;
    if (next === undefined) return;
    lastMs = nowMs();
    await write(next);
  }

  return {
    async report(progress) {
      held = progress;
      const wait = waitBeforeWriteMs(lastMs, nowMs(), progressGapMs);
      if (wait === 0) return flush();
      // Progress is a courtesy: where it cannot be written, the work goes on and the next report tries again.
      timer ??= setTimeout(() => void flush().catch(() => undefined), wait);
    },
    close: flush,
  };
}
