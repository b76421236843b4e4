import { Client } from 'pg';
import type { TestServer } from './test-server';

/** One superuser connection to a database of the test server, closed when the work ends. */
export async function asSuperuser<R>(
  server: TestServer,
  database: string,
  work: (client: Client) => Promise<R>,
): Promise<R> {
  const client = new Client({ connectionString: server.superuserUrl.replace(/\/postgres$/, `/${database}`) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
