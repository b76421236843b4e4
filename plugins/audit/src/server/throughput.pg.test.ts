import { Client } from 'pg';
import type { Command, Database } from '@linggong/core';
import { testDatabase } from '@linggong/database/testing';
import { createAudit } from './audit-service';
import { record } from './record';

const rows = 20_000;
const chunk = 500;
const command: Command = {
  actor: { kind: 'account', name: 'operator#1', role: 'operator', accountId: 1 },
  at: new Date('2026-11-22T03:00:00Z'),
  traceId: '00000000-0000-4000-8000-000000000000',
  address: '203.0.113.9',
};
const entryOf = (id: number) => ({
  action: 'worker.change',
  subject: { kind: 'worker', id },
  before: { state: 'registered', name: '张*' },
  after: { state: 'active', name: '张*' },
});

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}

/**
 * The yardstick is the same rows in the same chunks into a bare heap (no index, trigger or chain), in one run on one machine:
 * the bars hold on a slow machine as on a fast one.
 */
it('appends, seals and verifies at a bounded multiple of a bare insert', async () => {
  const test = await testDatabase({ only: ['plugins/audit'] });
  const owner = new Client({ connectionString: test.ownerUrl });
  await owner.connect();
  await owner.query('CREATE TABLE bare (entry jsonb NOT NULL)');
  const audit = createAudit(test.db);
  const chunks = Array.from({ length: rows / chunk }, (_, part) =>
    Array.from({ length: chunk }, (_item, index) => entryOf(part * chunk + index + 1)),
  );
  const bare = await secondsOf(async () => {
    for (const part of chunks) {
      const entries = part.map((entry) => ({ ...command, ...entry }));
      await owner.query('INSERT INTO bare SELECT * FROM jsonb_array_elements($1::jsonb)', [JSON.stringify(entries)]);
    }
  });
  const append = await secondsOf(async () => {
    for (const part of chunks) await record(test.db, command, part);
  });
  const seal = await secondsOf(() => audit.seal());
  const verify = await secondsOf(async () => expect(await audit.verify()).toMatchObject({ ok: true, rows }));
  const rate = (seconds: number): string => `${Math.round(rows / seconds).toLocaleString('en')} rows/s`;
  process.stdout.write(
    `audit: bare ${rate(bare)}, append ${rate(append)}, seal ${rate(seal)}, verify ${rate(verify)}\n`,
  );
  await owner.end();
  await test.drop();
  expect(append / bare).toBeLessThan(10);
  expect(seal / bare).toBeLessThan(10);
  expect(verify / bare).toBeLessThan(15);
  // Two processes that append all the time do not outrun one that seals (R9.5).
  expect(seal / append).toBeLessThan(1 / 3);
}, 120_000);

/** Entries that are committed and not sealed, and how long the oldest of them has waited. */
const tailOf = (db: Database): Promise<{ rows: number; seconds: number }> =>
  db.one(`SELECT count(*)::int AS rows,
    coalesce(extract(epoch FROM clock_timestamp() - min(recorded_at)), 0)::float8 AS seconds FROM audit.published_unsealed`);

it('seals as fast as two processes append without a pause', async () => {
  const test = await testDatabase({ only: ['plugins/audit'] });
  const audit = createAudit(test.db);
  let appending = 2;
  const flood = async (): Promise<void> => {
    for (let done = 0; done < rows; done += chunk) {
      await record(
        test.db,
        command,
        Array.from({ length: chunk }, (_, index) => entryOf(done + index)),
      );
    }
    appending -= 1;
  };
  const longest = { rows: 0, seconds: 0 };
  const sealing = async (): Promise<number> => {
    let sealed = 0;
    while (appending > 0) {
      const tail = await tailOf(test.db);
      longest.rows = Math.max(longest.rows, tail.rows);
      longest.seconds = Math.max(longest.seconds, tail.seconds);
      sealed += await audit.seal();
    }
    return sealed;
  };
  const [sealed] = await Promise.all([sealing(), flood(), flood()]);
  process.stdout.write(
    `audit: of ${2 * rows} appended by two, ${sealed} sealed meanwhile; at most ${longest.rows} waited, for ${longest.seconds.toFixed(1)} s\n`,
  );
  expect(sealed).toBeGreaterThan((2 * rows * 2) / 3);
  await audit.seal();
  expect(await audit.verify()).toMatchObject({ ok: true, rows: 2 * rows });
  await test.drop();
}, 120_000);
