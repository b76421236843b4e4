import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Client } = require('pg');

const TRIES = 3;

/** The quickest of some: a yardstick that a checkpoint made longer would flatter whatever is measured by it. */
async function leastSeconds(client, heap, file) {
  const tries = [];
  for (let left = TRIES; left > 0; left -= 1) {
    await client.query(`TRUNCATE ${heap}`);
    const begun = process.hrtime.bigint();
    await client.query(`COPY ${heap} FROM ${file}`);
    tries.push(Number(process.hrtime.bigint() - begun) / 1e9);
  }
  return Math.min(...tries);
}

/**
 * Seconds that COPY takes for every row that a transaction since `firstTransaction` wrote last, into heaps without index,
 * constraint or trigger. Files on the server, so that no client slows the yardstick down.
 */
export async function copySeconds(server, firstTransaction) {
  const client = new Client({ connectionString: server.superuserUrl('linggong') });
  await client.connect();
  try {
    const { rows: tables } = await client.query(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'r' AND n.nspname !~ '^pg_|^information_schema$|^bullmq$' ORDER BY 1`,
    );
    // COPY wants an absolute path; the cluster's own folder is the one place that the server may surely write to.
    const [{ folder }] = (await client.query("SELECT current_setting('data_directory') AS folder")).rows;
    await client.query('CREATE SCHEMA bare');
    const total = { rows: 0, tables: 0, seconds: 0 };
    for (const [index, { name }] of tables.entries()) {
      const file = client.escapeLiteral(`${folder}/bench-${index}.copy`);
      const heap = `bare.t${index}`;
      await client.query(`CREATE TABLE ${heap} AS SELECT * FROM ${name} WITH NO DATA`);
      const written = `SELECT * FROM ${name} WHERE xmin::text::bigint >= ${BigInt(firstTransaction)}`;
      const dumped = await client.query(`COPY (${written}) TO ${file}`);
      if (dumped.rowCount === 0) continue;
      total.seconds += await leastSeconds(client, heap, file);
      total.rows += dumped.rowCount;
      total.tables += 1;
    }
    return total;
  } finally {
    await client.end();
  }
}
