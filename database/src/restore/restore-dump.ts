import { spawn } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Client } from 'pg';
import {
  dumpProgram,
  endOf,
  getSealed,
  programEnvironment,
  type Manifest,
  type SealedStore,
} from '@linggong/continuity';
import { StartProblem } from '../start-problem';

/**
 * Restores a dump into an empty database, as a superuser: what the witness wrote belongs to linggong_witness. The roles of
 * database/roles.sql must be there.
 * @throws StartProblem where the database has tables; Problem `continuity.program-missing`; Error with pg_restore's last words
 */
export async function restoreDump(sealed: SealedStore, manifest: Manifest, url: string): Promise<void> {
  await refuseFilledDatabase(url);
  const [part] = manifest.parts;
  if (!part) throw new Error('the manifest names no part');
  const program = await dumpProgram('pg_restore', Number(manifest.server.split('.')[0]));
  const env = programEnvironment(url);
  const args = ['--dbname', env['PGDATABASE'] ?? '', '--no-password', '--exit-on-error', '--single-transaction'];
  const child = spawn(program, args, { env, stdio: ['pipe', 'ignore', 'pipe'] });
  const ended = endOf(child);
  ended.catch(() => undefined);
  await pipeline(Readable.from(getSealed(sealed, part.name, part), { objectMode: false }), child.stdin).catch(
    async (error: unknown) => {
      child.kill();
      // What pg_restore says is nearer to the cause than a broken pipe.
      await ended;
      throw error;
    },
  );
  await ended;
}

/** @throws StartProblem where the database has tables: a restore never overwrites */
export async function refuseFilledDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ tables: number }>(
      `SELECT count(*)::int AS tables FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'v') AND n.nspname !~ '^pg_|^information_schema$'`,
    );
    if ((rows[0]?.tables ?? 1) > 0) {
      throw new StartProblem({
        zh: '目标数据库不是空的，恢复不会覆盖任何内容。请新建一个空数据库。',
        en: 'The target database is not empty, and a restore overwrites nothing. Create a new one.',
      });
    }
  } finally {
    await client.end();
  }
}
