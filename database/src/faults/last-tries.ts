import type { Queryable } from '@linggong/core';
import { until } from './until';

/**
 * Settles once no job is in its last try. A job whose process dies in every try is given up (`job-lost`), as it should be: a job
 * that kills its process must not do so for ever. Where two batches are struck on one worker the kills of both meet the jobs of
 * each; one more on a last try would only show that rule, and the batch would wait for somebody to send the job again.
 */
export async function lastTriesOver(db: Queryable): Promise<void> {
  await until('no job is in its last try', async () => {
    const { open } = await db.one<{ open: number }>(lastTriesSql);
    return open === 0;
  });
}

/** A waiting job may be taken in the very moment of the strike, so its next try counts as begun. */
const lastTriesSql = `SELECT count(*)::int AS open FROM jobs.runs
  WHERE (state = 'running' AND attempt >= attempts) OR (state = 'waiting' AND attempt >= attempts - 1)`;
