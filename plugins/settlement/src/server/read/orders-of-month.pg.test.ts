import { ordersOfMonth } from './orders-of-month';
import { person, rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';

let world: SettlementWorld;
let serial = 70_000;

beforeAll(async () => {
  world = await settlementWorld();
}, 120_000);
afterAll(() => world.stop());

/** One paid order at an instant. */
async function paidAt(instant: string): Promise<number> {
  world.clock.moveTo(instant);
  const [one] = [person((serial += 1))];
  await world.task(`TK-M-${serial}`, await world.workers([one]), 100_000n);
  const id = await world.quoted([rowOf(one, `TK-M-${serial}`, '60.00')]);
  await world.settlement.confirm(world.as('enterprise'), id, 1);
  await world.tools.jobs.drain();
  const { order } = await world.db.one<{ order: number }>('SELECT id AS order FROM public.orders WHERE batch_id = $1', [
    id,
  ]);
  return order;
}

async function found(month: string, enterpriseId?: number): Promise<number[]> {
  const { sql, values } = ordersOfMonth(month, enterpriseId);
  const rows = await world.db.query<{ id: number }>(`SELECT o.id FROM public.orders o WHERE ${sql} ORDER BY 1`, values);
  return rows.map(({ id }) => id);
}

it('finds the orders of a month by its Shanghai days, of one enterprise or of all', async () => {
  await world.deposit(100_000_000n);
  const november = await paidAt('2026-11-22T03:00:00Z');
  const lastMinute = await paidAt('2026-11-30T15:59:00Z');
  const december = await paidAt('2026-11-30T16:01:00Z');
  const mine = world.enterpriseId;
  await world.another(0);
  await world.deposit(100_000_000n);
  const theirs = await paidAt('2026-12-02T03:00:00Z');
  expect(await found('2026-11', mine)).toEqual([november, lastMinute]);
  expect(await found('2026-12', mine)).toEqual([december]);
  expect(await found('2026-12', world.enterpriseId)).toEqual([theirs]);
  expect(await found('2026-12')).toEqual([december, theirs]);
  expect(await found('2026-11', world.enterpriseId)).toEqual([]);
  expect(await found('2020-01')).toEqual([]);
});
