import { randomBytes } from 'node:crypto';
import type { Queryable } from '@linggong/core';
import type { BackupStore } from '../store/backup-store';
import type { Manifest } from './manifest';
import type { BackupSource } from './source';

/** Readable, sortable, and never twice: `20261126T183000Z-3f9c21`. */
export function newBackupCode(at: Date): string {
  return `${at.toISOString().replace(/[-:]|\.\d+/g, '')}-${randomBytes(3).toString('hex')}`;
}

export async function beginBackup(
  db: Queryable,
  code: string,
  source: BackupSource,
  store: BackupStore,
  runId: string,
  at: Date,
): Promise<void> {
  await db.query(
    `INSERT INTO continuity.backups (code, method, state, system, store, place, run_id, started_at, server)
     VALUES ($1, $2, 'running', $3, $4, $5, $6, $7, $8)`,
    [code, source.method, source.system, store.kind, store.place, runId, at, source.server],
  );
}

/** Backups that say they run and whose job does not: an earlier try of this run, or one that was killed. @returns their codes */
export async function failBroken(db: Queryable, runId: string, at: Date): Promise<string[]> {
  const rows = await db.query<{ code: string }>(
    `UPDATE continuity.backups SET state = 'failed', finished_at = $2, problem = 'broken-off'
      WHERE state = 'running' AND (run_id = $1 OR started_at < $2::timestamptz - interval '1 day') RETURNING code`,
    [runId, at],
  );
  return rows.map(({ code }) => code);
}

export async function failBackup(db: Queryable, code: string, problem: string, at: Date): Promise<void> {
  await db.query(
    `UPDATE continuity.backups SET state = 'failed', finished_at = $2, problem = $3 WHERE code = $1 AND state = 'running'`,
    [code, at, problem],
  );
}

/** A finished backup in the table: the one just made, or one that only the store knew (after a restore). */
export async function keepBackup(db: Queryable, manifest: Manifest, store: BackupStore): Promise<number> {
  const { code, method, system, server, startedAt, finishedAt, parts, wal } = manifest;
  const row = await db.one<{ id: number }>(
    `INSERT INTO continuity.backups AS b (code, method, state, system, store, place, started_at, finished_at, bytes, parts,
       server, start_lsn, stop_lsn, first_wal, last_wal)
     VALUES ($1, $2, 'good', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT (code) DO UPDATE SET state = 'good', finished_at = excluded.finished_at, bytes = excluded.bytes,
       parts = excluded.parts, start_lsn = excluded.start_lsn, stop_lsn = excluded.stop_lsn,
       first_wal = excluded.first_wal, last_wal = excluded.last_wal
     RETURNING id`,
    [
      code,
      method,
      system,
      store.kind,
      store.place,
      startedAt,
      finishedAt,
      parts.reduce((sum, { bytes }) => sum + bytes, 0),
      parts.length,
      server,
      wal?.startLsn ?? null,
      wal?.stopLsn ?? null,
      wal?.first ?? null,
      wal?.last ?? null,
    ],
  );
  return row.id;
}

/** Migrations of the database that is backed up: a restore says which code it belongs to. */
export function migrationsOf(db: Queryable): Promise<Manifest['migrations']> {
  return db.query('SELECT plugin, name, sha256 FROM public.linggong_migrations ORDER BY plugin, name');
}

/** What kept the retention after this backup from its whole work; null where nothing did. */
export async function notePruned(db: Queryable, code: string, problem: string | null): Promise<void> {
  await db.query('UPDATE continuity.backups SET prune_problem = $2 WHERE code = $1', [code, problem]);
}
