import { Client } from 'pg';
import { allRoles } from '../roles';
import { StartProblem } from '../start-problem';

const oldestMajor = 15;

const preparation = {
  zh: '请由数据库管理员执行 database/roles.sql，再在该库中执行 database/database-rights.sql 和 database/witness-schema.sql（见 database/README.md）。',
  en: 'Have a DBA run database/roles.sql, and database/database-rights.sql and database/witness-schema.sql inside that database (see database/README.md).',
};

/**
 * Checks a server that is not ours before anything is changed on it (DATABASE_URL, DATABASE_OWNER_URL, and DATABASE_BACKUP_URL where it is given).
 * @throws StartProblem when it is too old, not reachable, its roles are missing, or the application's role may do too much
 */
export async function checkExternalServer(appUrl: string, ownerUrl: string, backupUrl?: string): Promise<void> {
  await connected(ownerUrl, 'DATABASE_OWNER_URL', checkOwner);
  await connected(appUrl, 'DATABASE_URL', checkApplication);
  // At the start, not in the night in which it is first needed.
  if (backupUrl !== undefined) await connected(backupUrl, 'DATABASE_BACKUP_URL', checkBackup);
}

async function checkOwner(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: number; roles: string[]; creates: boolean; witness: boolean }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version,
            ARRAY(SELECT rolname::text FROM pg_roles WHERE rolname = ANY ($1)) AS roles,
            has_database_privilege(current_database(), 'CREATE') AS creates,
            EXISTS (SELECT FROM pg_event_trigger WHERE evtname = 'witness_ddl') AS witness`,
    [allRoles],
  );
  const { version = 0, roles = [], creates = false, witness = false } = rows[0] ?? {};
  if (version < oldestMajor) {
    throw new StartProblem({
      zh: `数据库版本为 PostgreSQL ${version}，至少需要 ${oldestMajor}。`,
      en: `The server is PostgreSQL ${version}; at least ${oldestMajor} is needed.`,
    });
  }
  const missing = allRoles.filter((role) => !roles.includes(role));
  if (missing.length > 0 || !creates || !witness) {
    const what = missing.length > 0 ? missing.join(', ') : creates ? 'EVENT TRIGGER witness_ddl' : 'CREATE ON DATABASE';
    throw new StartProblem({
      zh: `数据库缺少：${what}。${preparation.zh}`,
      en: `The database lacks: ${what}. ${preparation.en}`,
    });
  }
}

async function checkApplication(client: Client): Promise<void> {
  const { rows } = await client.query<{ member: boolean; creates: boolean; superuser: boolean }>(
    `SELECT pg_has_role('linggong_app', 'USAGE') AS member,
            has_schema_privilege('public', 'CREATE') OR has_database_privilege(current_database(), 'CREATE') AS creates,
            (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser`,
  );
  const { member = false, creates = true, superuser = true } = rows[0] ?? {};
  if (!member || creates || superuser) {
    throw new StartProblem({
      zh: `DATABASE_URL 必须使用 linggong_app（只能读写行，不能改结构）。${preparation.zh}`,
      en: `DATABASE_URL must sign in as linggong_app (rows only, no DDL). ${preparation.en}`,
    });
  }
}

async function checkBackup(client: Client): Promise<void> {
  await client.query('SELECT 1');
}

async function connected(url: string, variable: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (cause) {
    throw new StartProblem(
      {
        zh: `${variable} 指定的数据库无法连接（${reasonOf(cause)}）。`,
        en: `The database of ${variable} cannot be reached (${reasonOf(cause)}).`,
      },
      { cause },
    );
  }
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** A SQLSTATE, a code of the network or of TLS: what an operator looks up. Messages may quote the address. */
function reasonOf(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  if (typeof code === 'string') return code;
  return error instanceof Error && /does not support SSL/.test(error.message) ? 'TLS' : 'unknown';
}
