import { createDatabase, type Database } from '@linggong/core';
import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '../../../../database/src/testing';
import { createPresence, presenceClass } from './process-presence';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('the presence of a process', () => {
  let test: TestDatabase;
  let db: Database;

  beforeAll(async () => {
    test = await testDatabase({ only: ['plugins/jobs'] });
    db = createDatabase({ connectionString: test.superuserUrl, max: 2 });
  });
  afterAll(async () => {
    await db?.close();
    await test.drop();
  });

  const connections = () =>
    db.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'linggong-presence' AND datname = current_database()`,
    );

  it('leaves no connection behind where it cannot be established', async () => {
    await db.query('ALTER SEQUENCE jobs.process_ids RENAME TO away');
    const presence = createPresence({ connectionString: test.url, pid: 1, log, beatMs: 60_000 });
    await expect(presence.id()).rejects.toThrow(/process_ids/);
    await db.query('ALTER SEQUENCE jobs.away RENAME TO process_ids');
    expect(await connections()).toEqual([]);
    await presence.close();
  });

  it('takes its number back from a connection that holds it after its own was lost', async () => {
    const presence = createPresence({ connectionString: test.url, pid: 1, log, beatMs: 100 });
    const number = await presence.id();
    const holder = new Client({ connectionString: test.url });
    holder.on('error', () => undefined);
    const ended = new Promise<void>((resolve) => holder.once('end', () => resolve()));
    await holder.connect();
    const held = holder.query('SELECT pg_advisory_lock($1, $2)', [presenceClass, number]).catch(() => undefined);
    await db.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'linggong-presence' AND datname = current_database()`,
    );
    await held;
    await ended;
    expect(await presence.id()).toBe(number);
    expect(await connections()).toHaveLength(1);
    await presence.close();
  }, 30_000);
});
