import { withSuperuser } from '../../database/src/canary/places/superuser';

const lookEveryMs = 500;
/** Looks in a row that find nothing: the first work by the clock comes some seconds after a platform is ready. */
const quietLooks = 12;
const restLimitMs = 90_000;

/** What is due in the background and was not given up. */
const underWay = `SELECT count(*)::int AS rows FROM jobs.outbox WHERE failed_at IS NULL AND due_at <= now()`;

/**
 * Waits until a platform has had nothing to do in the background for six seconds, or for a minute and a half: what is left then is taken
 * up by its next start.
 */
export async function untilAtRest(folder: string): Promise<void> {
  const end = performance.now() + restLimitMs;
  await withSuperuser(folder, async (client) => {
    for (let quiet = 0; quiet < quietLooks && performance.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      const [found] = (await client.query<{ rows: number }>(underWay)).rows;
      quiet = found?.rows === 0 ? quiet + 1 : 0;
    }
  });
}
