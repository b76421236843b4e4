// The witness of the log as it reads beside the platform: in a thread of the supervisor's process, here the caller's.
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';

const require = createRequire(import.meta.url);
const { Client } = require('pg');
const { keepWitness } = require('../dist/witness/keep-witness.js');

const TRIES = 1_200;
const EVERY_MS = 500;

/** Starts it and waits until it reads. @returns its end, which first lets it read all that was written and tells how long that took */
export async function readBeside(server, { DATABASE_URL: url, LINGGONG_SECRET: secret }) {
  const witness = keepWitness({ url, secret, yieldsToOthers: true });
  const client = new Client({ connectionString: server.superuserUrl('linggong') });
  await client.connect();
  await until('the witness reads', () => isTrue(client, 'SELECT bool_or(active) FROM pg_replication_slots'));
  return async () => {
    const begun = performance.now();
    const { rows } = await client.query('SELECT pg_current_wal_flush_lsn()::text AS lsn');
    const done = 'SELECT bool_or(confirmed_lsn >= $1::pg_lsn) FROM witness.state';
    await until('the witness has read all', () => isTrue(client, done, [rows[0].lsn]));
    const lagSeconds = (performance.now() - begun) / 1000;
    const found = await client.query(
      `SELECT count(*)::int AS count FROM witness.transactions WHERE kind IN ('bypass', 'gap')`,
    );
    await client.end();
    await witness.stop();
    return { lagSeconds, alarms: found.rows[0].count };
  };
}

async function isTrue(client, sql, values) {
  const { rows } = await client.query({ text: sql, values, rowMode: 'array' });
  return rows[0][0] === true;
}

async function until(what, holds) {
  for (let left = TRIES; left > 0; left -= 1) {
    if (await holds()) return;
    await pause(EVERY_MS);
  }
  throw new Error(`waited too long until ${what}`);
}
