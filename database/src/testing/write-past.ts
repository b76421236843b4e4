import { Client } from 'pg';
import { superuserUrlOf } from './running-server';

/** A statement of a DBA in psql, past a running platform (绕过平台). */
export async function writePast(dataFolder: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrlOf(dataFolder) });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
