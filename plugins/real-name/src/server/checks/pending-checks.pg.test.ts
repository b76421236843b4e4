import { systemCommand } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { notePending } from './pending-checks';

const command = systemCommand('real-name', new Date('2026-11-22T03:00:00Z'), 'test');
let kit: TestDatabase;
beforeAll(async () => {
  kit = await testDatabase({
    only: ['plugins/jobs', 'plugins/audit', 'plugins/vault', 'plugins/parties', 'plugins/real-name'],
  });
}, 120_000);
afterAll(() => kit?.drop());

it('two who have the same people checked, in whatever order, wait for one another and never both', async () => {
  let second: Promise<void> = Promise.resolve();
  await kit.db.transaction(async (one) => {
    await notePending(one, command, 'worker', [1]);
    second = kit.db.transaction((other) => notePending(other, command, 'worker', [2, 1]));
    await waiting();
    await notePending(one, command, 'worker', [2]);
  });
  await second;
  const noted = await kit.db.query('SELECT subject_id FROM real_name.pending_checks ORDER BY 1');
  expect(noted).toEqual([{ subject_id: 1 }, { subject_id: 2 }]);
});

/** Until the second stands before the first. */
async function waiting(): Promise<void> {
  for (let look = 0; look < 500; look += 1) {
    const found = await kit.db.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (found.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('nobody waits');
}
