import { Client } from 'pg';
import { say } from './progress';

/** Why the log of a server that is not ours cannot be read. */
export type WitnessAbsence = 'no-url' | 'not-reached' | 'not-logical' | 'no-right' | 'not-bounded';

/**
 * Whether the write-ahead log of the operator's server can be read. That is his to arrange, so a platform without a witness starts, and says so.
 * @param url DATABASE_WITNESS_URL
 */
export async function checkWitness(url: string | undefined): Promise<WitnessAbsence | undefined> {
  if (url === undefined) return 'no-url';
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ level: string; replicates: boolean; endless: boolean }>(
      `SELECT current_setting('wal_level') AS level, (SELECT rolreplication FROM pg_roles WHERE rolname = current_user) AS replicates,
              current_setting('max_slot_wal_keep_size') = '-1'
                AND NOT EXISTS (SELECT FROM pg_replication_slots WHERE slot_name ~ '^linggong_witness_' AND database = current_database()) AS endless`,
    );
    if (rows[0]?.level !== 'logical') return 'not-logical';
    if (!rows[0].replicates) return 'no-right';
    return rows[0].endless ? 'not-bounded' : undefined;
  } catch {
    return 'not-reached';
  } finally {
    await client.end().catch(() => undefined);
  }
}

const words: Readonly<Record<WitnessAbsence, { zh: string; en: string }>> = {
  'no-url': { zh: '未设置 DATABASE_WITNESS_URL', en: 'DATABASE_WITNESS_URL is not set' },
  'not-reached': { zh: 'DATABASE_WITNESS_URL 无法连接', en: 'DATABASE_WITNESS_URL cannot be reached' },
  'not-logical': { zh: '数据库的 wal_level 不是 logical', en: 'wal_level of the server is not logical' },
  'no-right': { zh: 'linggong_witness 没有 REPLICATION 权限', en: 'linggong_witness may not replicate' },
  'not-bounded': {
    zh: '数据库的 max_slot_wal_keep_size 为 -1（请设上限，如 4GB）',
    en: 'max_slot_wal_keep_size of the server is -1 (set a bound, such as 4GB)',
  },
};

/** Absence is said at each start, and is a finding of the audit administrator as long as it lasts. */
export function sayWhetherWatched(absence: WitnessAbsence | undefined): void {
  if (absence === undefined) return;
  const { zh, en } = words[absence];
  say(`! 绕过平台的改动不会被发现：${zh} What bypasses the platform is not seen: ${en}`);
}
