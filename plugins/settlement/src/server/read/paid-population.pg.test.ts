import { rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';
import { paidPopulation } from './paid-population';

let world: SettlementWorld;
beforeAll(async () => {
  world = await settlementWorld();
}, 400_000);
afterAll(() => world?.stop());

it('tells every payment of the days asked for, by the days of Shanghai, and the same after a return (R6.3, R8.4)', async () => {
  const { people, workerIds } = await world.another(2);
  await world.deposit(100_000_000n);
  await world.task('TK-P', workerIds, 100_000_000n);
  const id = await world.quoted(people.map((one, index) => rowOf(one, 'TK-P', index ? '20.00' : '10.00')));
  await world.settlement.confirm(world.as('enterprise', 1), id, 1);
  await world.drain();
  const told = (from: string, to: string, max = 10) => paidPopulation(world.db, from, to, max);
  const all = await told('2026-11-01', '2026-11-30');
  expect(all.map(({ amountFen, workerId }) => [amountFen, workerId])).toEqual([
    [1_000n, workerIds[0]],
    [2_000n, workerIds[1]],
  ]);
  expect(all[0]).toMatchObject({ enterpriseId: world.enterpriseId, kindOfWork: expect.any(String) });
  expect(await told('2026-11-01', '2026-11-30', 0)).toHaveLength(1);
  await world.db.query(
    `UPDATE public.orders SET state = 'returned', returned_at = paid_at, reason_code = 'x', reason_text = 'x' WHERE batch_id = $1`,
    [id],
  );
  expect(await told('2026-11-01', '2026-11-30')).toEqual(all);
  const [row] = await world.db.query<{ at: Date }>('SELECT max(paid_at) AS at FROM public.orders');
  const day = new Date((row?.at.getTime() ?? 0) + 8 * 3_600_000).toISOString().slice(0, 10);
  expect(await told(day, day)).toHaveLength(2);
  expect(await told('2026-12-01', '2026-12-31')).toEqual([]);
});
