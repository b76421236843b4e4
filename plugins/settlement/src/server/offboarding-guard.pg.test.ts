import type { Problem } from '@linggong/core/domain';
import { demandSettled } from './offboarding-guard';
import { rowOf, settlementWorld, type SettlementWorld } from './settlement.fixture';

let world: SettlementWorld;
beforeAll(async () => (world = await settlementWorld()), 120_000);
afterAll(() => world.stop());

const refusal = (): Promise<Problem | undefined> =>
  world.db
    .transaction((tx) => demandSettled(tx, world.enterpriseId))
    .then(
      () => undefined,
      (error: Problem) => error,
    );

it('lets an enterprise leave only when its batches have ended and its sub-account is empty (R2.3, R2.5)', async () => {
  const { people, workerIds } = await world.another(1);
  await world.task('TK-1', workerIds, 1_000_000n);
  expect(await refusal()).toBeUndefined();
  await world.deposit(1_000_000n);
  expect(await refusal()).toMatchObject({ status: 409, code: 'enterprise-has-money' });
  expect((await refusal())?.extra).toEqual({ bankFen: 1_000_000n, depositFen: 1_000_000n });
  const [one] = people;
  if (one === undefined) throw new Error('nobody was registered');
  const id = await world.quoted([rowOf(one, 'TK-1', '100.00')]);
  expect(await refusal()).toMatchObject({ status: 409, code: 'enterprise-has-open-batches' });
  await world.settlement.cancel(world.as('enterprise'), id);
  expect((await refusal())?.code).toBe('enterprise-has-money');
});
