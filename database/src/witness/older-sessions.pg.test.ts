import { setTimeout as pause } from 'node:timers/promises';
import { watchedDatabase, type WatchedDatabase } from './witness.fixture';

/** The platform's connections do not become strangers when a slot is made beside them: issue 4, audit. */
let world: WatchedDatabase;

beforeAll(async () => {
  world = await watchedDatabase();
}, 180_000);
afterAll(() => world?.end());

const write = (id: number): Promise<unknown> => world.app.query(`UPDATE public.goods SET price = 1 WHERE id = ${id}`);

/** Making a slot waits for whoever is writing. */
async function slotWaits(): Promise<void> {
  for (;;) {
    const waiting = await world.superuser.query(
      `SELECT FROM pg_stat_activity WHERE query ~ 'pg_create_logical_replication_slot' AND wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return;
    await pause(20);
  }
}

it('takes no transaction for a bypass of a connection that was there, or was writing, when the slot was made', async () => {
  await write(1);
  await world.app.transaction(async (tx) => {
    await tx.query('UPDATE public.goods SET price = 2 WHERE id = 2');
    world.start();
    await slotWaits();
    await tx.query('UPDATE public.goods SET price = 2 WHERE id = 3');
  });
  await world.settled();
  await write(3);
  await world.settled();
  expect(await world.told(0)).toEqual([]);
});

it('nor after the slot was lost, and still tells a stranger on a copied claim', async () => {
  await world.stop();
  await world.psql(
    world.test.superuserUrl,
    'SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE database = current_database()',
    'DELETE FROM witness.enrolments',
    // The claim of a connection of the platform, under the name of another process.
    `INSERT INTO audit.enrolments (pid, port, login, kind, claimed_ms, proof)
     SELECT a.pid, a.client_port, login, kind, claimed_ms, proof FROM audit.enrolments, pg_stat_activity a
      WHERE a.usename = 'postgres' AND a.client_port IS NOT NULL AND a.datname = current_database()`,
  );
  world.start();
  expect(await world.told(1)).toMatchObject([{ kind: 'gap' }]);
  // The gap is told before the slot is there, which waits for every transaction of the server; what is changed until then lies in it.
  await world.settled();
  await write(4);
  await world.superuser.query('UPDATE public.goods SET price = 9 WHERE id = 5');
  expect(await world.told(1)).toMatchObject([{ kind: 'bypass', user: 'postgres', changes: [{ key: '5' }] }]);
});
