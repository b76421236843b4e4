import { withSuperuser } from '../../database/src/canary/places/superuser';

const lookEveryMs = 500;
const restLimitMs = 60_000;

/** What is due in the background and was not given up. */
const underWay = `SELECT count(*)::int AS rows FROM jobs.outbox WHERE failed_at IS NULL AND due_at <= now()`;

/** Waits until a platform has nothing to do in the background, or for a minute: what is left then is taken up by its next start. */
export async function untilAtRest(folder: string): Promise<void> {
  const end = performance.now() + restLimitMs;
  await withSuperuser(folder, async (client) => {
    for (let rows = -1; rows !== 0 && performance.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      rows = (await client.query<{ rows: number }>(underWay)).rows[0]?.rows ?? -1;
    }
  });
}
