import { readFeatures } from '@linggong/risk';
import { person, rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';
import { tellRisk } from './tell-risk';

let world: SettlementWorld;
beforeAll(async () => {
  world = await settlementWorld();
}, 120_000);
afterAll(() => world.stop());

it('counts what was paid, and no longer what came back, however often it is told (R6.3)', async () => {
  const people = [person(1), person(2, 'returned')];
  const workerIds = await world.workers(people);
  const taskId = await world.task('TK-RISK', workerIds, 100_000_000n);
  await world.deposit(100_000_000n);
  const id = await world.quoted(people.map((one) => rowOf(one, 'TK-RISK', '1000.00')));
  await world.settlement.confirm(world.as('enterprise'), id, 1);
  await world.drain();
  const { enterpriseId } = world;
  const sums = async (): Promise<unknown[]> => {
    const keys = workerIds.map((workerId) => ({ workerId, enterpriseId, cardId: 0, taskId }));
    const read = await readFeatures(world.db, '2026-11-29', keys);
    return read.map(({ workerOrdersMonth, workerAmountFenMonth, enterpriseOrdersMonth, taskWorkersMonth }) => [
      workerOrdersMonth,
      workerAmountFenMonth,
      enterpriseOrdersMonth,
      taskWorkersMonth,
    ]);
  };
  expect(await sums()).toEqual([
    [1, 100_000, 2, 2],
    [1, 100_000, 2, 2],
  ]);
  await world.drain('2026-11-29T06:00:00Z');
  expect(await world.orderStates(id)).toEqual(['paid', 'returned']);
  const orders = await world.db.query<{ id: number }>('SELECT id FROM public.orders WHERE batch_id = $1', [id]);
  for (const _again of [1, 2])
    await world.db.transaction((tx) =>
      tellRisk(
        tx,
        orders.map((order) => order.id),
      ),
    );
  expect(await sums()).toEqual([
    [1, 100_000, 1, 1],
    [0, 0, 1, 1],
  ]);
});
