import { randomUUID } from 'node:crypto';
import { systemCommand } from '@linggong/core';
import { remakeSlot } from './remake-slot';
import { watchedDatabase, type WatchedDatabase } from './witness.fixture';

/** The slot is taken away on purpose: told in the audit log, a gap on record, and never beside a reader: issue 4, audit. */
let world: WatchedDatabase;

beforeAll(async () => {
  world = await watchedDatabase();
  world.start();
  await world.settled();
}, 180_000);
afterAll(() => world?.end());

const remake = (act: 'drop' | 'recreate', reason: string): Promise<string> =>
  remakeSlot(
    { act, reason },
    { witnessUrl: world.witnessUrl, app: world.app, command: systemCommand('os:operator', new Date(), randomUUID()) },
  );
const entries = () =>
  world.test.db.query<{ action: string; slot: string; reason: string }>(
    `SELECT action, subject_id AS slot, reason FROM audit.published_entries WHERE action LIKE 'witness-slot.%' ORDER BY seq`,
  );
const slots = () =>
  world.superuser.query<{ name: string }>(
    'SELECT slot_name AS name FROM pg_replication_slots WHERE database = current_database()',
  );

it('makes it anew beside a reader, which goes on; the gap has its cause, and nothing else is told', async () => {
  const name = await remake('recreate', '更换存储');
  expect(await entries()).toEqual([{ action: 'witness-slot.recreate', slot: name, reason: '更换存储' }]);
  expect(await world.told(1)).toMatchObject([{ kind: 'gap', changes: [{ key: 'slot-recreated' }] }]);
  await world.settled();
  await world.psql(world.test.superuserUrl, 'UPDATE public.goods SET price = 50 WHERE id = 1');
  expect(await world.told(1)).toMatchObject([{ kind: 'bypass', changes: [{ after: { price: '50' } }] }]);
});

it('drops it for good only while nobody reads, and has no second to drop', async () => {
  await expect(remake('drop', '停用旁证')).rejects.toThrow(/A witness is reading/);
  await world.stop();
  await remake('drop', '停用旁证');
  expect(await slots()).toEqual([]);
  await expect(remake('drop', '停用旁证')).rejects.toThrow(/no slot/);
  expect((await entries()).map(({ action }) => action)).toEqual(['witness-slot.recreate', 'witness-slot.drop']);
  world.start();
  expect(await world.told(1)).toMatchObject([{ kind: 'gap', changes: [{ key: 'slot-missing' }] }]);
});
