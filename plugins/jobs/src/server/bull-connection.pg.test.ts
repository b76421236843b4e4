import { queueNames } from '@linggong/config';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { Pool } from 'pg';
import { createBullCarrier } from './bull-carrier';
import { postgresConnection, type BullConnection } from './bull-connection';
import type { Carrier } from './carrier';
import { silentLog } from './log';

let test: TestDatabase;
let connection: BullConnection;
let carrier: Carrier;
beforeAll(async () => {
  test = await testDatabase({ only: ['plugins/jobs'] });
  connection = postgresConnection(test.url);
  carrier = createBullCarrier(connection, silentLog);
});
afterAll(async () => {
  await carrier.close();
  await test.drop();
});

it('lets every queue and every worker hear the one pool without a warning', async () => {
  const opened = new Set<string>();
  for (const queue of queueNames) carrier.work(queue, 1, async () => void opened.add(queue));
  await carrier.ship(
    queueNames.map((queue) => ({ id: `t-${queue}`, queue, parcel: { kind: 'tick', schedule: 'test' } })),
  );
  for (let round = 0; round < 200 && opened.size < queueNames.length; round += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect([...opened].sort()).toEqual([...queueNames].sort());
  const { sending: pool } = connection;
  if (!(pool instanceof Pool)) throw new Error('queues on PostgreSQL share one pool');
  // One a queue, one a worker, and ours: more than the ten that Node takes for a leak, and it warns at the eleventh.
  expect(pool.listenerCount('error')).toBe(2 * queueNames.length + 1);
  expect(pool.getMaxListeners()).toBeGreaterThanOrEqual(pool.listenerCount('error'));
});
