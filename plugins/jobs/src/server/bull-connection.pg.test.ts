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

it('works and ships although the first question of its worker and of its queue found no database', async () => {
  const flaky = postgresConnection(test.url);
  const pool = flaky.working as Pool;
  const connect = pool.connect.bind(pool);
  let refusals = 2;
  // The pool's own query() connects with a callback; BullMQ's first question does not.
  jest.spyOn(pool, 'connect').mockImplementation(((...given: Parameters<typeof connect>) => {
    if (given.length > 0 || refusals === 0) return connect(...given);
    refusals -= 1;
    return Promise.reject(new Error('terminating connection due to administrator command'));
  }) as typeof connect);
  const again = createBullCarrier(flaky, silentLog);
  const opened = new Set<string>();
  again.work('imports', 1, async (parcel) => void opened.add(parcel.kind));
  const shipment = { id: 'flaky', queue: 'imports', parcel: { kind: 'tick', schedule: 'test' } } as const;
  for (let round = 0; round < 100 && opened.size === 0; round += 1) {
    await again.ship([shipment]).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(refusals).toBe(0);
  expect([...opened]).toEqual(['tick']);
  await again.close();
}, 30_000);
