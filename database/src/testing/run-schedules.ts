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
  const { rows } = await client.query<{ serial: string }>('SELECT coalesce(max(serial), 0) AS serial FROM jobs.runs');
  const moved = await client.query<{ name: string }>(
    'UPDATE jobs.ticks SET next_at = now() WHERE name = ANY($1) RETURNING name',
    [names],
  );
  const due = moved.rows.map(({ name }) => name);
  return untilEnded(client, rows[0]?.serial ?? '0', due);
}

async function untilEnded(client: Client, after: string, names: readonly string[]): Promise<Ended[]> {
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    const { rows } = await client.query<Ended>(
      `SELECT DISTINCT ON (name) name, state, problem ->> 'code' AS code FROM jobs.runs
       WHERE serial > $1 AND name = ANY($2) AND state IN ('done', 'failed') ORDER BY name, serial`,
      [after, names],
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
