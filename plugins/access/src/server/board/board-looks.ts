import { record } from '@linggong/audit';
import type { Database, Command } from '@linggong/core';

/** What somebody looks at: the board as a whole, one queue, or one job of it. */
export interface BoardLook {
  readonly sessionId: string;
  readonly queue: string | undefined;
  readonly job: string | undefined;
}

/** The page asks again every few seconds; the same look is written down once in so long. */
const sameLookMs = 10 * 60_000;

/** Remembered looks; above it the oldest are forgotten, and only written down once more. */
const looksMax = 1_000;

/** Looks of a process that are in the audit log. */
export interface BoardLooks {
  /** Written before the board answers: what cannot be recorded is not shown. */
  record(db: Database, look: BoardLook, command: Command): Promise<void>;
}

export function createBoardLooks(): BoardLooks {
  const recordedMs = new Map<string, number>();
  return {
    async record(db, { sessionId, queue, job }, command) {
      const subject = [queue ?? 'all', ...(job === undefined ? [] : [job])].join('/');
      const key = `${sessionId} ${subject}`;
      const nowMs = command.at.getTime();
      const lastMs = recordedMs.get(key);
      if (lastMs !== undefined && Math.abs(nowMs - lastMs) < sameLookMs) return;
      await db.transaction((tx) =>
        record(tx, command, { action: 'queue-board.look', subject: { kind: 'queue', id: subject } }),
      );
      recordedMs.delete(key);
      recordedMs.set(key, nowMs);
      for (const oldest of recordedMs.keys()) {
        if (recordedMs.size <= looksMax) break;
        recordedMs.delete(oldest);
      }
    },
  };
}
