import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { problem } from '@linggong/core/domain';

/** The server that is backed up (备份来源). */
export interface BackupSource {
  /** `base`: the embedded server, whose folder lies here. `dump`: a server of the operator. */
  readonly method: 'base' | 'dump';
  /** System identifier of the cluster. */
  readonly system: string;
  /** Version, such as `18.4`. */
  readonly server: string;
  readonly major: number;
  /** Timeline (时间线) of its log: a restored server goes on with one of its own. */
  readonly timeline: number;
  /** When the server started. */
  readonly upSince: Date;
}

/** @throws Problem 409 `continuity.no-backup-role` where DATABASE_BACKUP_URL is not set; what the connection throws */
export async function askSource(backupUrl: string | undefined, dataFolder: string): Promise<BackupSource> {
  if (backupUrl === undefined) throw noBackupRole();
  const client = new Client({ connectionString: backupUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{
      system: string;
      server: string;
      number: number;
      timeline: number;
      folder: string | null;
      since: Date;
    }>(
      `SELECT (SELECT system_identifier::text FROM pg_control_system()) AS system,
              split_part(current_setting('server_version'), ' ', 1) AS server,
              current_setting('server_version_num')::int AS number,
              (SELECT timeline_id FROM pg_control_checkpoint()) AS timeline,
              CASE WHEN pg_has_role('pg_read_all_settings', 'USAGE') THEN current_setting('data_directory') END AS folder,
              pg_postmaster_start_time() AS since`,
    );
    const [row] = rows;
    if (!row) throw new Error('the server did not say what it is');
    const isOurs = row.folder !== null && (await isSameFolder(row.folder, path.join(dataFolder, 'postgres')));
    return {
      method: isOurs ? 'base' : 'dump',
      system: row.system,
      server: row.server,
      major: Math.floor(row.number / 10_000),
      timeline: row.timeline,
      upSince: row.since,
    };
  } finally {
    await client.end();
  }
}

async function isSameFolder(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((folder) => realpath(folder).catch(() => undefined)));
  return a !== undefined && a === b;
}

function noBackupRole(): Error {
  return problem(
    409,
    'continuity.no-backup-role',
    { zh: '未配置备份账号，无法备份', en: 'No backup role is configured, nothing can be backed up' },
    {
      fix: {
        zh: '请设置 DATABASE_BACKUP_URL（linggong_backup），见 plugins/continuity/README.md',
        en: 'Set DATABASE_BACKUP_URL (linggong_backup), see plugins/continuity/README.md',
      },
    },
  );
}
