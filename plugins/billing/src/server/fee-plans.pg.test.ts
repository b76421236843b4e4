import { systemCommand, type Command, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import type { NewFeePlan } from '../api';
import { createFeePlan, proposeFeePlan } from './plans/create-plan';
import { decideFeePlan } from './plans/decide-plan';
import { feePlanOn } from './plans/plan-rows';

const command = systemCommand('billing-test', new Date('2026-11-20T02:00:00Z'), 'trace-1');

let kit: TestDatabase;
let db: Database;

beforeAll(async () => {
  kit = await testDatabase({
    only: ['jobs', 'audit', 'vault', 'access', 'parties', 'ledger', 'billing'].map((name) => `plugins/${name}`),
  });
  db = kit.db;
  await db.query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state)
     SELECT n, 'E' || n, 'E' || n, n::text, 'active' FROM generate_series(1, 9) n`,
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
      `INSERT INTO public.fee_plans (number, enterprise_id, plan_version, kind, rate_millionths, bearing, charged_when, tax_bearer,
         returned_fee, terms, effective_from, state)
       VALUES ('X', 1, 9, $2, $1, 'on-top', 'with-payment', 'worker', 'give-back', '{}', '2027-01-01', 'in-force')`,
      [rate, kind],
    );
  await expect(insert(1_000_001, 'percent')).rejects.toThrow('billing_fee_plan_complete');
  await expect(insert(60_000, 'whim')).rejects.toThrow('billing_fee_plan_complete');
});

describe('a proposed plan', () => {
  const by = (accountId: number, reason?: string): Command => ({
    ...command,
    actor: { kind: 'account', name: `finance#${accountId}`, role: 'finance-approver', accountId },
    ...(reason === undefined ? {} : { reason }),
  });
  const tiered: NewFeePlan = {
    enterpriseId: 4,
    effectiveFrom: '2026-03-01',
    kind: 'tiered',
    tierBasis: 'month-volume',
    tierMode: 'progressive',
    tiers: [{ rate: '0.06' }, { fromVolumeFen: 1_000_000, rate: '0.05' }],
    orderMinFen: 100,
    monthMinFen: 50_000,
    bearing: 'inside',
    chargedWhen: 'after',
    taxBearer: 'enterprise',
    returnedFee: 'keep',
  };
  const propose = (plan: NewFeePlan, accountId = 7) => db.transaction((tx) => proposeFeePlan(tx, by(accountId), plan));
  const decide = (id: number, decision: 'approve' | 'reject', as: Command) =>
    db.transaction((tx) => decideFeePlan(tx, as, id, decision));

  it('says nothing until somebody else approves it; then it ends the one before it', async () => {
    await create(4, '0.06', '2026-01-01');
    const proposed = await propose(tiered);
    expect(proposed).toMatchObject({ state: 'proposed', planVersion: 2, proposedBy: 7, tiers: [{}, { rate: '0.05' }] });
    expect(await feePlanOn(db, 4, '2026-03-01')).toMatchObject({ kind: 'percent', planVersion: 1 });
    await expect(decide(proposed.id, 'approve', by(7))).rejects.toMatchObject({ code: 'second-person-needed' });
    expect(await decide(proposed.id, 'approve', by(8))).toMatchObject({ state: 'in-force', approvedBy: 8 });
    expect(await feePlanOn(db, 4, '2026-02-28')).toMatchObject({ kind: 'percent', effectiveTo: '2026-02-28' });
    expect(await feePlanOn(db, 4, '2026-03-01')).toMatchObject({
      ...{
        kind: 'tiered',
        tierBasis: 'month-volume',
        tierMode: 'progressive',
        orderMinFen: 100n,
        monthMinFen: 50_000n,
      },
      ...{ bearing: 'inside', chargedWhen: 'after', taxBearer: 'enterprise', returnedFee: 'keep', monthMaxFen: null },
      tiers: [
        { fromVolumeFen: 0n, fromAmountFen: 0n, rateMillionths: 60_000n },
        { fromVolumeFen: 1_000_000n, fromAmountFen: 0n, rateMillionths: 50_000n },
      ],
    });
    await expect(decide(proposed.id, 'approve', by(8))).rejects.toMatchObject({ code: 'fee-plan-not-proposed' });
  });

  it('is rejected with a reason, and leaves its day to another', async () => {
    const proposed = await propose({ enterpriseId: 5, rate: '0.05', effectiveFrom: '2026-05-01' });
    await expect(decide(proposed.id, 'reject', by(8))).rejects.toMatchObject({ code: 'reason-missing' });
    await decide(proposed.id, 'reject', by(8, 'rate too low'));
    expect(await feePlanOn(db, 5, '2026-05-01')).toBeUndefined();
    expect(await create(5, '0.06', '2026-05-01')).toMatchObject({ planVersion: 2, state: 'in-force' });
  });

  it('cannot begin before one that came into force meanwhile', async () => {
    const proposed = await propose({ enterpriseId: 6, rate: '0.05', effectiveFrom: '2026-05-01' });
    await create(6, '0.06', '2026-06-01');
    await expect(decide(proposed.id, 'approve', by(8))).rejects.toMatchObject({ code: 'fee-plan-in-the-past' });
  });
});
