import type { Queryable } from '@linggong/core';
import type { ClearWindow } from './clear-window';

/** A pass that found held rows is followed by one a minute later, one that found rows the vault does not take by one on the next day. */
const HELD_MS = 60_000;
const BROKEN_MS = 86_400_000;

export interface OpenSweep {
  readonly source: string;
  readonly cursor: string | null;
}

/** A sweep for each source that has none yet. */
export async function beginSweeps(tx: Queryable, sources: readonly string[], at: Date): Promise<void> {
  await tx.query(
    'INSERT INTO vault.clear_sweeps (source, due_at) SELECT name, $2 FROM unnest($1::text[]) AS s (name) ON CONFLICT DO NOTHING',
    [sources, at],
  );
}

/** A sweep that is due, locked; `taken` where other processes are at all of them. */
export async function dueSweep(
  tx: Queryable,
  sources: readonly string[],
  at: Date,
): Promise<OpenSweep | 'none' | 'taken'> {
  const due = `FROM vault.clear_sweeps WHERE proved_at IS NULL AND due_at <= $2 AND source = ANY ($1::text[])`;
  const sweep = await tx.maybeOne<OpenSweep>(
    `SELECT source, cursor ${due} ORDER BY source LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [sources, at],
  );
  if (sweep) return sweep;
  return (await tx.maybeOne(`SELECT 1 ${due} LIMIT 1`, [sources, at])) ? 'taken' : 'none';
}

/** Cursor and counts go with the rows that were sealed: one commit. */
export async function noteClearWindow(tx: Queryable, source: string, window: ClearWindow): Promise<void> {
  await tx.query(
    `UPDATE vault.clear_sweeps SET cursor = $2, seen = seen + $3, sealed = sealed + $4, sealed_in_all = sealed_in_all + $4,
       held = held + $5, broken = broken + $6 WHERE source = $1`,
    [source, window.last, window.seen, window.sealed.length, window.held, window.broken],
  );
}

export interface EndedPass {
  readonly pass: number;
  readonly seen: string;
  readonly sealed: string;
  readonly broken: string;
  readonly isProved: boolean;
}

/** Ends a pass. One that found nothing proves the table; after any other there is a further one. */
export function endPass(tx: Queryable, source: string, at: Date): Promise<EndedPass> {
  return tx.one<EndedPass>(
    `WITH ended AS (SELECT *, sealed + held + broken = 0 AS clean FROM vault.clear_sweeps WHERE source = $1)
     UPDATE vault.clear_sweeps s SET cursor = NULL,
       proved_at = CASE WHEN e.clean THEN $2::timestamptz END,
       pass = s.pass + (NOT e.clean)::int,
       seen = CASE WHEN e.clean THEN s.seen ELSE 0 END,
       sealed = 0, held = 0, broken = 0,
       due_at = $2::timestamptz + make_interval(secs => CASE WHEN e.broken > 0 THEN ${BROKEN_MS / 1_000} WHEN e.held > 0 THEN ${HELD_MS / 1_000} ELSE 0 END)
      FROM ended e WHERE s.source = e.source
     RETURNING e.pass, e.seen::text, s.sealed_in_all::text AS sealed, e.broken::text, e.clean AS "isProved"`,
    [source, at],
  );
}
