import { systemCommand, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { createFeePlan, feePlanOn } from './fee-plans';

const command = systemCommand('billing-test', new Date('2026-11-20T02:00:00Z'), 'trace-1');

let kit: TestDatabase;
let db: Database;

beforeAll(async () => {
  kit = await testDatabase({ only: ['plugins/jobs', 'plugins/audit', 'plugins/parties', 'plugins/billing'] });
  db = kit.db;
  await db.query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state)
     SELECT n, 'E' || n, 'E' || n, n::text, 'active' FROM generate_series(1, 3) n`,
  );
}, 60_000);
afterAll(() => kit.drop());

const create = (enterpriseId: number, rate: string, effectiveFrom: string) =>
  db.transaction((tx) => createFeePlan(tx, command, { enterpriseId, rate, effectiveFrom }));

it('a new plan ends the one before it, and every day has one plan', async () => {
  const first = await create(1, '0.06', '2026-01-01');
  expect(first).toMatchObject({ planVersion: 1, rate: '0.06', effectiveTo: null });
  expect(first.number).toMatch(/^FP-2026-11-\d{4}$/);
  await create(1, '0.055', '2026-07-01');
  const versions = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01', '2030-01-01'].map((day) =>
    feePlanOn(db, 1, day),
  );
  expect((await Promise.all(versions)).map((plan) => plan?.rateMillionths)).toEqual([
    undefined,
    60_000n,
    60_000n,
    55_000n,
    55_000n,
  ]);
});

it('never begins before one that exists', async () => {
  await create(2, '0.06', '2026-07-01');
  await expect(create(2, '0.05', '2026-07-01')).rejects.toMatchObject({ status: 409, code: 'fee-plan-in-the-past' });
  await expect(create(2, '0.05', '2026-06-30')).rejects.toMatchObject({ code: 'fee-plan-in-the-past' });
});

it('is refused for an enterprise that is not', async () => {
  await expect(create(99, '0.06', '2026-07-01')).rejects.toMatchObject({ status: 404 });
});

it('at the same time makes versions one after the other', async () => {
  const days = ['2026-01-01', '2026-01-02', '2026-01-03'];
  const outcomes = await Promise.allSettled(days.map((day) => create(3, '0.06', day)));
  const made = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.planVersion] : []));
  expect(made.length).toBeGreaterThan(0);
  expect([...made].sort()).toEqual(made.map((_, index) => index + 1));
});

it('is kept by the database: no rate above one, no unknown kind', async () => {
  const insert = (rate: number, kind: string) =>
    db.query(
      `INSERT INTO public.fee_plans (number, enterprise_id, plan_version, kind, rate_millionths, bearing, charged_when, effective_from, state)
       VALUES ('X', 1, 9, $2, $1, 'on-top', 'with-payment', '2027-01-01', 'in-force')`,
      [rate, kind],
    );
  await expect(insert(1_000_001, 'percent')).rejects.toThrow('billing_fee_plan_complete');
  await expect(insert(60_000, 'tiered')).rejects.toThrow('billing_fee_plan_complete');
});
