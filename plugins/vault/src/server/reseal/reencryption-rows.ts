import type { Command, Queryable, Tx } from '@linggong/core';
import type { Window } from './reseal-window';

/** A sweep after which something is still found is followed by another, up to this many. */
export const SWEEPS_MAX = 6;

/** Name of the private files among the sources: no owner's table has it. */
export const FILES_SOURCE = 'files';

/** Rows that do not open are named, up to this many a run. */
const FAULTS_MAX = 1_000;

export interface Reencryption {
  readonly id: string;
  readonly toNumber: number;
  /** Null in runs that began before files had keys of their own. */
  readonly filesNumber: number | null;
  readonly state: 'waiting' | 'running';
  readonly sweep: number;
  readonly hasBarrier: boolean;
}

/** The open run, locked; `taken` where another process works on it. */
export async function openReencryption(tx: Queryable): Promise<Reencryption | 'none' | 'taken'> {
  const open = `state IN ('waiting', 'running')`;
  const run = await tx.maybeOne<Reencryption>(
    `SELECT id::text, to_number AS "toNumber", files_number AS "filesNumber", state, sweep, barrier IS NOT NULL AS "hasBarrier"
       FROM vault.reencryptions WHERE ${open} FOR UPDATE SKIP LOCKED`,
  );
  if (run) return run;
  return (await tx.maybeOne(`SELECT 1 FROM vault.reencryptions WHERE ${open}`)) ? 'taken' : 'none';
}

/** Waits, from now on, for the end of every transaction that is open at this moment. */
export async function noteBarrier(tx: Queryable, id: string): Promise<void> {
  await tx.query(
    `UPDATE vault.reencryptions SET state = 'waiting', barrier = pg_snapshot_xmax(pg_current_snapshot()) WHERE id = $1`,
    [id],
  );
}

export async function mayBegin(tx: Queryable, id: string): Promise<boolean> {
  const { may } = await tx.one<{ may: boolean }>(
    'SELECT pg_snapshot_xmin(pg_current_snapshot()) >= barrier AS may FROM vault.reencryptions WHERE id = $1',
    [id],
  );
  return may;
}

export async function beginSweep(
  tx: Queryable,
  id: string,
  sources: readonly { readonly name: string; readonly table: string }[],
): Promise<void> {
  await tx.query(`UPDATE vault.reencryptions SET state = 'running', sweep = sweep + 1 WHERE id = $1`, [id]);
  for (const [place, { name, table }] of sources.entries()) {
    await tx.query(
      `INSERT INTO vault.reencryption_sources (reencryption_id, source, place, total)
       SELECT $1, $2, $3, count(*) FROM ${table}
       ON CONFLICT (reencryption_id, source) DO UPDATE SET cursor = NULL, is_done = false, seen = 0, moved = 0, skipped = 0,
         broken = 0, total = excluded.total`,
      [id, name, place],
    );
  }
}

export async function nextSource(
  tx: Queryable,
  id: string,
): Promise<{ source: string; cursor: string | null } | undefined> {
  return tx.maybeOne(
    `SELECT source, cursor FROM vault.reencryption_sources WHERE reencryption_id = $1 AND NOT is_done ORDER BY place LIMIT 1`,
    [id],
  );
}

/** Cursor and counts go with the rows that were moved: one commit. */
export async function noteWindow(tx: Queryable, id: string, source: string, window: Window): Promise<void> {
  await tx.query(
    `UPDATE vault.reencryption_sources SET cursor = coalesce($3, cursor), is_done = $3::text IS NULL, seen = seen + $4,
       moved = moved + $5, moved_in_all = moved_in_all + $5, skipped = skipped + $6, broken = broken + $7
     WHERE reencryption_id = $1 AND source = $2`,
    [id, source, window.last, window.seen, window.moved, window.skipped, window.broken.length],
  );
  if (window.broken.length === 0) return;
  await tx.query(
    `INSERT INTO vault.reencryption_faults (reencryption_id, source, row_key)
     SELECT $1, $2, key FROM unnest($3::text[]) AS broken (key)
      WHERE (SELECT count(*) FROM vault.reencryption_faults WHERE reencryption_id = $1) < ${FAULTS_MAX} ON CONFLICT DO NOTHING`,
    [id, source, window.broken],
  );
}

/** What the sweep that has ended found: rows moved or held by others, and rows that do not open. */
export async function endSweep(tx: Queryable, id: string): Promise<{ found: number; broken: number }> {
  return tx.one(
    `SELECT coalesce(sum(moved + skipped), 0)::int AS found, coalesce(sum(broken), 0)::int AS broken
       FROM vault.reencryption_sources WHERE reencryption_id = $1`,
    [id],
  );
}

/** Ends a run; where it is done, nothing is left under the older keys and they retire. */
export async function finish(
  tx: Tx,
  command: Command,
  { id, toNumber, filesNumber }: Reencryption,
  state: 'done' | 'failed',
): Promise<{ moved: string; broken: string; retired: number[] }> {
  await tx.query('UPDATE vault.reencryptions SET state = $2, finished_at = $3 WHERE id = $1', [id, state, command.at]);
  const counts = await tx.one<{ moved: string; broken: string }>(
    `SELECT sum(moved_in_all)::text AS moved, sum(broken)::text AS broken FROM vault.reencryption_sources
      WHERE reencryption_id = $1`,
    [id],
  );
  const retired = state === 'failed' ? [] : await retireOlder(tx, id, toNumber, filesNumber);
  return { ...counts, retired: retired.map(({ number }) => number).sort((a, b) => a - b) };
}

/** Of a realm that this run went through whole, every key but the one that it sealed under. */
function retireOlder(tx: Tx, id: string, toNumber: number, filesNumber: number | null): Promise<{ number: number }[]> {
  return tx.query(
    `UPDATE vault.data_keys SET retired_at = now() WHERE retired_at IS NULL
        AND (realm = 'fields' AND number <> $2 OR realm = 'files' AND number <> $3
          AND EXISTS (SELECT FROM vault.reencryption_sources WHERE reencryption_id = $1 AND source = '${FILES_SOURCE}'))
     RETURNING number`,
    [id, toNumber, filesNumber],
  );
}
