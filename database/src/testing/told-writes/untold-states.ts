import { missingState, toldStates } from '@linggong/audit/domain';
import type { Database } from '@linggong/core';

/** Entries of an action that owe a state and do not tell it, and actions that no catalogue knows. */
export interface UntoldState {
  readonly action: string;
  readonly missing: 'before' | 'after' | 'action unknown';
  readonly entries: number;
}

/**
 * What the log leaves out of the changes that it tells (变更前后): every entry against the catalogue of actions.
 * @param exceptTrace what a test told past the product, by its trace
 */
export async function untoldStates(db: Database, exceptTrace = ''): Promise<UntoldState[]> {
  const rows = await db.query<{ action: string; outcome: string; before: unknown; after: unknown; entries: number }>(
    `SELECT action, outcome, CASE WHEN before IS NULL OR before = '{}' THEN NULL ELSE true END AS before,
            CASE WHEN after IS NULL OR after = '{}' THEN NULL ELSE true END AS after, count(*)::int AS entries
       FROM audit.published_entries WHERE trace_id <> $1 GROUP BY 1, 2, 3, 4 ORDER BY 1`,
    [exceptTrace],
  );
  return rows.flatMap(({ action, entries, ...told }): UntoldState[] => {
    const missing = toldStates.has(action) ? missingState({ action, ...told }) : ('action unknown' as const);
    return missing === undefined ? [] : [{ action, missing, entries }];
  });
}
