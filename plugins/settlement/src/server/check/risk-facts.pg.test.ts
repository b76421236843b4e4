import type { Day } from '@linggong/core/domain';
import { rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';
import { orderFacts } from './risk-facts';

let world: SettlementWorld;
beforeAll(async () => {
  world = await settlementWorld();
}, 120_000);
afterAll(() => world.stop());

it('counts the days since a worker registered by the days of Shanghai, not by those of UTC (R6.3)', async () => {
  world.clock.moveTo('2026-11-26T17:30:00Z');
  const { people, workerIds } = await world.another(2);
  await world.deposit(10_000_000n);
  await world.task('TK-DAYS', workerIds, 10_000_000n);
  const registered = (at: string, id: number | undefined): Promise<unknown> =>
    world.db.query('UPDATE public.workers SET registered_at = $2 WHERE id = $1', [id, at]);
  // Half past one in the morning of the 27th, and half past eleven of the evening before.
  await registered('2026-11-26 17:30:00', workerIds[0]);
  await registered('2026-11-26 15:30:00', workerIds[1]);
  const id = await world.quoted(people.map((one) => rowOf(one, 'TK-DAYS', '100.00')));
  await world.settlement.confirm(world.as('enterprise', 1), id, 1);
  const { enterpriseId } = world;
  const facts = await world.db.transaction((tx) => orderFacts(tx, { id, enterpriseId }, '2026-11-27'));
  expect(facts.map(({ registeredDays }) => registeredDays)).toEqual([0, 1]);
});

it('tells risk by how many enterprises a worker was paid in the last 90 days, the payer itself once (R6.3)', async () => {
  world.clock.moveTo('2026-11-22T03:00:00Z');
  const { people, workerIds } = await world.another(2);
  await world.deposit(10_000_000n);
  await world.task('TK-PAYERS', workerIds, 10_000_000n);
  const batch = async (amount: string): Promise<number> => {
    const id = await world.quoted(people.map((one) => rowOf(one, 'TK-PAYERS', amount)));
    await world.settlement.confirm(world.as('enterprise', 1), id, 1);
    return id;
  };
  await batch('100.00');
  const second = await batch('200.00');
  const payers = (enterpriseId: number, day: Day) =>
    world.db.transaction(async (tx) =>
      (await orderFacts(tx, { id: second, enterpriseId }, day)).map(({ enterpriseCount }) => enterpriseCount),
    );
  const { enterpriseId } = world;
  expect(await payers(enterpriseId, '2026-11-22')).toEqual([1, 1]);
  // As any other enterprise would be told, whether its number is below or above.
  expect(await payers(enterpriseId - 1, '2026-11-22')).toEqual([2, 2]);
  expect(await payers(enterpriseId + 1, '2026-11-22')).toEqual([2, 2]);
  expect(await payers(enterpriseId + 1, '2027-03-01')).toEqual([1, 1]);
});
