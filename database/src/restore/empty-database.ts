import { Client } from 'pg';

/** Takes everything out of a database that was empty before this restore: nobody let it stay. */
export async function emptyDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%I', nspname) AS name FROM pg_namespace WHERE nspname !~ '^pg_|^information_schema$'`,
    );
    for (const { name } of rows) await client.query(`DROP SCHEMA ${name} CASCADE`);
    await client.query('CREATE SCHEMA public');
  } finally {
    await client.end();
  }
}
