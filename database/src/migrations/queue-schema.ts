import { runMigrations } from 'bullmq';
import type { Client } from 'pg';

/**
 * BullMQ's schema on PostgreSQL, and the id sequence of each queue: BullMQ makes a sequence at the first `add`, which a
 * rows-only role may not (style.md). Its `obliterate` stays the owner's. Repeatable.
 */
export async function prepareQueues(client: Client, queueNames: readonly string[]): Promise<void> {
  await runMigrations(client);
  for (const queue of queueNames) {
    const { rows } = await client.query<{ name: string }>('SELECT bullmq.job_id_seq_name($1) AS name', [queue]);
    for (const { name } of rows) {
      await client.query(`CREATE SEQUENCE IF NOT EXISTS bullmq.${client.escapeIdentifier(name)}`);
    }
  }
  await client.query(
    `GRANT USAGE ON SCHEMA bullmq TO linggong_app;
     GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA bullmq TO linggong_app;
     GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA bullmq TO linggong_app;
     GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO linggong_app`,
  );
}
