import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { schedules } from '@linggong/config';
import { superuserUrlOf } from './running-server';

/** Seconds. A backup whose log is not archived gives up after ten minutes and is tried once more a minute later. */
const LOOKS_MAX = 840;

/** How the work of a schedule ended; `done`, or `failed` with the code of what was wrong. */
export interface Ended {
  readonly name: string;
  readonly state: string;
  readonly code: string | null;
}

/**
 * Has all daily and weekly work of a running platform done now (定时任务), so that what it writes does not depend on the hour: the
 * backup first, since the drill of the week restores the newest one.
 * @returns how each ended; a schedule whose plugin is not installed has none
 * @throws Error naming what did not end within fourteen minutes
 */
export async function runSchedules(dataFolder: string): Promise<Ended[]> {
  const client = new Client({ connectionString: superuserUrlOf(dataFolder) });
  await client.connect();
  try {
    const first = 'continuity.back-up';
    const others = schedules.filter(({ name, when }) => name !== first && !('everyMs' in when)).map(({ name }) => name);
    return [...(await runNow(client, [first])), ...(await runNow(client, others))];
  } finally {
    await client.end();
  }
}

async function runNow(client: Client, names: readonly string[]): Promise<Ended[]> {
  const after = await runsBefore(client, names);
  const moved = await client.query<{ name: string }>(
    'UPDATE jobs.ticks SET next_at = now() WHERE name = ANY($1) RETURNING name',
    [names],
  );
  const due = moved.rows.map(({ name }) => name);
  return untilEnded(
    client,
    due,
    due.map((name) => after.get(name) ?? '0'),
  );
}

/** The last run of each that counts no more. One that is open now – the platform asks for its first backup by itself – is that of the schedule too. */
async function runsBefore(client: Client, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; serial: string }>(
    `SELECT name, coalesce(min(serial) FILTER (WHERE state IN ('waiting', 'running')) - 1, max(serial)) AS serial
     FROM jobs.runs WHERE name = ANY($1) GROUP BY name`,
    [names],
  );
  return new Map(rows.map(({ name, serial }) => [name, serial]));
}

async function untilEnded(client: Client, names: readonly string[], after: readonly string[]): Promise<Ended[]> {
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    const { rows } = await client.query<Ended>(
      `SELECT DISTINCT ON (name) name, state, problem ->> 'code' AS code
       FROM jobs.runs JOIN unnest($1::text[], $2::bigint[]) AS asked (name, after) USING (name)
       WHERE serial > after AND state IN ('done', 'failed') ORDER BY name, serial`,
      [names, after],
    );
    if (rows.length === names.length) return rows;
    await setTimeout(1_000);
  }
  throw new Error(`of ${names.join(', ')} some did not end: ${await whereTheyStand(client, names)}`);
}

/** The last runs and when the clock comes to them next, for whoever reads why a test waited in vain. */
async function whereTheyStand(client: Client, names: readonly string[]): Promise<string> {
  const { rows } = await client.query<{ stands: string }>(
    `SELECT concat_ws(' ', t.name, 'next', t.next_at, r.serial, r.state, r.stage, 'attempt', r.attempt, r.touched_at, r.problem) AS stands
     FROM jobs.ticks t LEFT JOIN LATERAL
       (SELECT * FROM jobs.runs WHERE runs.name = t.name ORDER BY serial DESC LIMIT 2) r ON true
     WHERE t.name = ANY($1) AND coalesce(r.state, '') <> 'done'`,
    [names],
  );
  return rows.map(({ stands }) => stands).join('; ');
}
