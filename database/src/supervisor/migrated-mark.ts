import { Client } from 'pg';

/**
 * The inputs that a database was migrated from, kept as its comment: it goes where the database goes, and goes with it.
 * A start from the very same inputs needs no migration, which saves a boot of Strapi.
 */
export async function migratedFrom(ownerUrl: string): Promise<string | undefined> {
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ mark: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname = current_database()`,
    );
    return rows[0]?.mark ?? undefined;
  });
}

export async function markMigrated(ownerUrl: string, inputs: string): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
    const name = client.escapeIdentifier(rows[0]?.name ?? '');
    await client.query(`COMMENT ON DATABASE ${name} IS ${client.escapeLiteral(inputs)}`);
  });
}

async function asOwner<R>(ownerUrl: string, work: (client: Client) => Promise<R>): Promise<R> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
