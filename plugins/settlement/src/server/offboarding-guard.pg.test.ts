import { createFeePlan } from '@linggong/billing';
import type { Problem } from '@linggong/core/domain';
import { demandSettled } from './offboarding-guard';
import { rowOf, settlementWorld, type SettlementWorld } from './settlement.fixture';

let world: SettlementWorld;
beforeAll(async () => (world = await settlementWorld()), 120_000);
afterAll(() => world.stop());

const refusal = (): Promise<Problem | undefined> =>
  world.db
    .transaction((tx) => demandSettled(tx, world.enterpriseId, { at: world.clock.now() }))
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

it('waits for the bills of ended months that did not come to their minimum', async () => {
  await world.another(0);
  await world.db.transaction((tx) =>
    createFeePlan(tx, world.as('finance-approver'), {
      enterpriseId: world.enterpriseId,
      rate: '0.06',
      monthMinFen: 5_000,
      effectiveFrom: '2026-10-01',
    }),
  );
  expect(await refusal()).toMatchObject({
    status: 409,
    code: 'enterprise-has-unbilled-months',
    extra: { month: '2026-10' },
  });
  await world.db.query(
    `INSERT INTO billing.months (enterprise_id, month, volume_fen, fee_fen) VALUES ($1, '2026-10', 100000, 6000)`,
    [world.enterpriseId],
  );
  expect(await refusal()).toBeUndefined();
});
