import type { Queryable } from '@linggong/core';
import type { BackupFacts } from '../../domain';

/** The facts of this installation's backups, in one statement. */
export async function backupFacts(db: Queryable): Promise<BackupFacts> {
  const row = await db.one<{ [K in keyof BackupFacts]: BackupFacts[K] | null }>(
    `SELECT coalesce((SELECT method FROM continuity.backups ORDER BY id DESC LIMIT 1), 'base') AS method,
            (SELECT max(finished_at) FROM continuity.backups WHERE state = 'good') AS "lastGoodAt",
            (SELECT max(started_at) FROM continuity.backups WHERE state = 'failed') AS "lastFailedAt",
            (SELECT max(reached_at) FROM continuity.wal_state) AS "walReachedAt",
            (SELECT max(gap_at) FROM continuity.wal_state) AS "walGapAt",
            d.finished_at AS "lastDrillAt", d.state = 'passed' AS "lastDrillPassed",
            (SELECT count(*)::int FROM vault.published_files f
              WHERE f.stored_at < now() - interval '1 hour'
                AND b.code IS NOT NULL
                AND NOT EXISTS (SELECT FROM continuity.file_copies c WHERE c.system = b.system AND c.store = b.store
                      AND c.place = b.place AND c.file_id = f.id)) AS "filesWaiting",
            (SELECT count(*)::int FROM continuity.file_copies c
              WHERE c.system = b.system AND c.store = b.store AND c.place = b.place AND c.lost) AS "filesLost",
            b.prune_problem IS NOT NULL AS "pruneFailed"
       FROM (SELECT 1) one
       LEFT JOIN (SELECT code, system, store, place, prune_problem FROM continuity.backups
                   WHERE state = 'good' ORDER BY id DESC LIMIT 1) b ON true
       LEFT JOIN (SELECT finished_at, state FROM continuity.drills WHERE state <> 'running' ORDER BY id DESC LIMIT 1) d ON true`,
  );
  return {
    method: row.method === 'dump' ? 'dump' : 'base',
    lastGoodAt: row.lastGoodAt ?? undefined,
    lastFailedAt: row.lastFailedAt ?? undefined,
    walReachedAt: row.walReachedAt ?? undefined,
    walGapAt: row.walGapAt ?? undefined,
    lastDrillAt: row.lastDrillAt ?? undefined,
    lastDrillPassed: row.lastDrillPassed ?? undefined,
    filesWaiting: row.filesWaiting ?? 0,
    filesLost: row.filesLost ?? 0,
    pruneFailed: row.pruneFailed ?? false,
  };
}
