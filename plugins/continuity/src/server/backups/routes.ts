import { record } from '@linggong/audit';
import { consoleResource, route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { continuityLimits } from '@linggong/config';
import { databaseOf, type Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import { jobsOf } from '@linggong/jobs';
import { backupStatus, jobStarted } from '../../api';
import { backupWarnings } from '../../domain';
import { keeperOf, type Keeper } from '../keeper';
import { backupFacts } from './backup-facts';
import { VERIFY_JOB } from './verify-job';

const status = route({
  method: 'GET',
  path: '/backups/status',
  resource: 'backup',
  action: 'list',
  summary: { zh: '备份状况与可恢复的时间范围', en: 'State of the backups and the range of a restore' },
  answers: { 200: backupStatus },
  handle: async ({ strapi, command }) => {
    const keeper = keeperOf(strapi);
    const facts = await backupFacts(keeper.db);
    const { settings } = keeper;
    const since = new Date(command.at.getTime() - settings.backups.keep.daily * 86_400_000);
    const range = await restoreRange(keeper.db, since);
    const isOn = settings.backups.url !== undefined;
    return {
      status: 200,
      body: {
        method: isOn || facts.lastGoodAt ? facts.method : ('none' as const),
        place: placeOf(keeper),
        lastGoodAt: facts.lastGoodAt ?? null,
        walReachedAt: facts.walReachedAt ?? null,
        walBytes: range.walBytes,
        restoreFrom: range.restoreFrom,
        restoreTo: range.restoreTo,
        lastDrillAt: facts.lastDrillAt ?? null,
        lastDrillPassed: facts.lastDrillPassed ?? null,
        warnings: [
          ...backupWarnings(facts, continuityLimits, command.at),
          ...(isBesideTheData(keeper) ? (['same-disk'] as const) : []),
        ],
      },
    };
  },
});

function placeOf({ settings: { backups } }: Keeper): string | null {
  return backups.store.kind === 'disk' ? backups.store.folder : `s3://${backups.store.bucket}/${backups.store.prefix}`;
}

/** Backups inside of the data folder go with it. */
function isBesideTheData({ settings }: Keeper): boolean {
  const { store } = settings.backups;
  return store.kind === 'disk' && `${store.folder}/`.startsWith(`${settings.dataFolder}/`);
}

interface RestoreRange {
  readonly restoreFrom: Date | null;
  readonly restoreTo: Date | null;
  readonly walBytes: bigint;
}

/**
 * From the end of the oldest base after the last gap of the log, to where the stored log reaches.
 * @param since older bases come back as they were when they were made, and no instant after that
 */
function restoreRange(db: Queryable, since: Date): Promise<RestoreRange> {
  return db.one<RestoreRange>(
    `SELECT coalesce(min(b.finished_at) FILTER (WHERE b.method = 'dump' OR b.finished_at >= $1), max(b.finished_at))
              AS "restoreFrom",
            CASE WHEN bool_or(b.method = 'base') THEN greatest(max(w.reached_at), max(b.finished_at)) ELSE max(b.finished_at) END
              AS "restoreTo",
            coalesce(max(w.bytes), 0) AS "walBytes"
       FROM continuity.backups b LEFT JOIN continuity.wal_state w USING (system)
      WHERE b.state = 'good' AND (w.gap_at IS NULL OR b.started_at > w.gap_at)`,
    [since],
  );
}

const verify = route({
  method: 'POST',
  path: '/backups/:id/verify',
  resource: 'backup',
  action: 'verify',
  summary: { zh: '回读校验备份', en: 'Read a backup back and check it' },
  params: idParams,
  answers: { 202: jobStarted },
  handle: async ({ strapi, params, command }) => {
    const jobId = await databaseOf(strapi).transaction(async (tx) => {
      const backup = await tx.maybeOne<{ code: string }>(
        `SELECT code FROM continuity.backups WHERE id = $1 AND state = 'good'`,
        [params.id],
      );
      if (!backup) throw notFound({ zh: '备份', en: 'backup' });
      const job = { queue: 'backups' as const, name: VERIFY_JOB, payload: { backupId: params.id } };
      const id = await jobsOf(strapi).enqueue(tx, { ...job, key: backup.code }, command);
      await record(tx, command, { action: 'backup.ask-verify', subject: { kind: 'backup', id: backup.code } });
      return id;
    });
    return { status: 202, body: { jobId } };
  },
});

export const backupRoutes = [status, verify];

export const backupList = consoleResource({
  name: 'backups',
  resource: 'backup',
  from: 'continuity.backups b',
  columns: {
    id: { sql: 'b.id', filter: 'relation', sort: true },
    code: { sql: 'b.code', filter: 'prefix', sort: true, searched: true },
    method: { sql: 'b.method', filter: 'enum', values: ['base', 'dump'] },
    state: { sql: 'b.state', filter: 'enum', values: ['running', 'good', 'failed', 'removed'], sort: true },
    store: { sql: 'b.store', filter: 'enum', values: ['disk', 's3'] },
    place: { sql: 'b.place' },
    bytes: { sql: 'b.bytes', sort: true },
    seconds: { sql: 'extract(epoch FROM b.finished_at - b.started_at)::integer' },
    server: { sql: 'b.server' },
    firstWal: { sql: 'b.first_wal' },
    lastWal: { sql: 'b.last_wal' },
    verified: { sql: 'b.verified', filter: 'boolean' },
    verifiedAt: { sql: 'b.verified_at' },
    problem: { sql: 'b.problem' },
    startedAt: { sql: 'b.started_at', filter: 'instant', sort: true },
    finishedAt: { sql: 'b.finished_at', sort: true },
  },
  scope: () => 'all',
});

export const drillList = consoleResource({
  name: 'restore-drills',
  resource: 'restore-drill',
  from: 'continuity.drills d',
  columns: {
    id: { sql: 'd.id', filter: 'relation', sort: true },
    state: { sql: 'd.state', filter: 'enum', values: ['running', 'passed', 'failed'], sort: true },
    backupCode: { sql: 'd.backup_code', filter: 'prefix' },
    rows: { sql: `(d.report -> 'proof' ->> 'rows')::bigint` },
    report: { sql: 'd.report' },
    problem: { sql: 'd.problem' },
    startedAt: { sql: 'd.started_at', filter: 'instant', sort: true },
    finishedAt: { sql: 'd.finished_at', sort: true },
  },
  scope: () => 'all',
});
