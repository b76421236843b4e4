import { Client } from 'pg';
import type { Command } from '@linggong/core';
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
}, 120_000);
