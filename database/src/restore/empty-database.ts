import { Client } from 'pg';
import { StartProblem } from '../start-problem';

const LOOKS = 10;
const LOOK_MS = 200;
const others = `datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`;

/**
 * Takes everything out of a database that was empty before this restore: nobody let it stay. It is as after its creation then. Whoever
 * came into it meanwhile is put out: he would hold what is to go.
 */
export async function emptyDatabase(url: string): Promise<void> {
  await inDatabase(url, async (client) => {
    await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${others}`);
    await client.query(`SET lock_timeout = '60s'`);
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%I', nspname) AS name FROM pg_namespace WHERE nspname !~ '^pg_|^information_schema$'`,
    );
    for (const { name } of rows) await client.query(`DROP SCHEMA ${name} CASCADE`);
    await client.query('CREATE SCHEMA public AUTHORIZATION pg_database_owner');
    await client.query('GRANT USAGE ON SCHEMA public TO PUBLIC');
  });
}

/** @throws StartProblem where somebody works in the restored database already: it is not ours to take away any more */
export async function refuseLive(url: string): Promise<void> {
  await inDatabase(url, async (client) => {
    let connections = 0;
    for (let look = 0; look < LOOKS; look += 1) {
      // Of what this process closed the server may know in a moment only.
      if (look > 0) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      const found = await client.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM pg_stat_activity WHERE ${others}`,
      );
      connections = found.rows[0]?.count ?? 0;
      if (connections === 0) return;
    }
    throw new StartProblem({
      zh: `恢复出的数据库已在使用（${connections} 个连接），不予移除。`,
      en: `The restored database is in use (${connections} connections), and is left as it is.`,
    });
  });
}

async function inDatabase(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
