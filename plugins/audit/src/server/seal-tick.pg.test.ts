import { createDatabase, type Command } from '@linggong/core';
import { testDatabase } from '@linggong/database/testing';
import { createJobs } from '@linggong/jobs';
import { createAudit } from './audit-service';
import { record } from './record';

const command: Command = {
  actor: { kind: 'system', name: 'flood' },
  at: new Date('2026-11-26T03:00:00Z'),
  traceId: '00000000-0000-4000-8000-000000000000',
};
const chunk = 500;
const ticksWanted = 2;
const secondsMax = 10;
const floodSecondsMax = 60;

/**
 * R9.5, issue 4: the unsealed tail is at most ten seconds. By the platform's own clock and queue, through which the seal runs between
 * whatever else the worker does; the large flood is `npm run bench -- audit-seal`.
 */
it('seals by the clock of the platform while entries come without a pause', async () => {
  const test = await testDatabase({ only: ['plugins/jobs', 'plugins/audit'] });
  const jobs = createJobs({ connectionString: test.url });
  const looks = createDatabase({ connectionString: test.url, max: 1 });
  const audit = createAudit(test.db);
  const ticks: number[] = [];
  jobs.handle('audit.seal', async () => {
    ticks.push(await audit.seal());
  });
  let [appended, longest] = [0, 0];
  const began = Date.now();
  const isFlooding = (): boolean => ticks.length <= ticksWanted && Date.now() - began < floodSecondsMax * 1_000;
  const flood = async (): Promise<void> => {
    while (isFlooding()) {
      const entries = Array.from({ length: chunk }, (_, id) => ({
        action: 'worker.change',
        subject: { kind: 'worker', id: id + 1 },
        after: { state: 'active', name: '张*' },
      }));
      await record(test.db, command, entries);
      appended += chunk;
    }
  };
  const look = async (): Promise<void> => {
    while (isFlooding()) {
      const { seconds } = await looks.one<{ seconds: number }>(
        `SELECT coalesce(extract(epoch FROM clock_timestamp() - min(recorded_at)), 0)::float8 AS seconds FROM audit.published_unsealed`,
      );
      longest = Math.max(longest, seconds);
    }
  };
  try {
    await jobs.start(['audit']);
    await Promise.all([flood(), look()]);
  } finally {
    await jobs.stop();
  }
  const sealed = ticks.reduce((sum, count) => sum + count, 0);
  process.stdout.write(
    `audit: of ${appended} appended, ${sealed} sealed in ${ticks.length} ticks; none waited longer than ${longest.toFixed(1)} s\n`,
  );
  expect(ticks.length).toBeGreaterThan(ticksWanted);
  expect(longest).toBeLessThan(secondsMax);
  await audit.seal();
  expect(await audit.verify()).toMatchObject({ ok: true, rows: appended });
  await looks.close();
  await test.drop();
}, 120_000);
