import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';

/** One connection of the superuser to the database of a data folder, closed when the work ends. */
export async function withSuperuser<R>(folder: string, work: (client: Client) => Promise<R>): Promise<R> {
  const settings = readFileSync(path.join(folder, 'postgres', 'linggong.conf'), 'utf8');
  const client = new Client({
    host: '127.0.0.1',
    port: Number(/^port = '(\d+)'$/m.exec(settings)?.[1]),
    user: 'postgres',
    password: readFileSync(path.join(folder, 'postgres-superuser'), 'utf8'),
    database: 'linggong',
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
