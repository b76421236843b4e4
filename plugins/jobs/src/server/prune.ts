import type { Database } from '@linggong/core';

/** Runs and events of half a year are kept: as long as logs must be (网络安全法 art. 23(3)); then they leave. */
const keptDays = 183;

/** Removes finished runs and events that every hearer has heard, older than `keptDays`. Gives the number of runs removed. */
export async function prune(db: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  const { removed } = await db.one<{ removed: bigint }>('SELECT jobs.prune($1) AS removed', [before]);
  return Number(removed);
}
