import { systemCommand, type Command, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { accountOf, balances, ensureEnterpriseAccounts, post, verifyBooks } from '@linggong/ledger';
import { billDetail, readBill } from './bills/bill-rows';
import { issueBill } from './bills/issue-bill';
import { settleBill } from './bills/settle-bill';
import { noteSurcharge, surchargesOf } from './bills/surcharges';
import { addToMonth } from './months';
import { createFeePlan } from './plans/create-plan';

let kit: TestDatabase;
let db: Database;
let entry = 0;

beforeAll(async () => {
  kit = await testDatabase({
    only: ['jobs', 'audit', 'vault', 'access', 'parties', 'ledger', 'billing'].map((name) => `plugins/${name}`),
  });
  db = kit.db;
  await db.query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state)
     SELECT n, 'E' || n, 'E' || n, n::text, 'active' FROM generate_series(1, 4) n`,
  );
  await db.transaction(async (tx) => {
    await ensureEnterpriseAccounts(tx, by(1, '2026-09-01T00:00:00Z'), [1, 2, 3, 4]);
  });
}, 60_000);
afterAll(async () => {
  expect(await verifyBooks(db)).toEqual([]);
  await kit.drop();
});

const by = (accountId: number, at = '2026-11-05T02:00:00Z'): Command => ({
  ...systemCommand('billing-test', new Date(at), 'trace-1'),
  actor: { kind: 'account', name: `finance#${accountId}`, role: 'finance-approver', accountId },
});

const reader = { id: 1, role: 'finance-officer' } as const;

type Kind = 'deposit' | 'bank' | 'fee' | 'fee-receivable';
const move = (enterpriseId: number, source: Kind, destination: Kind, amountFen: bigint, at: string) =>
  db.transaction((tx) =>
    post(tx, by(1, '2026-11-04T00:00:00Z'), [
      {
        key: `test:${(entry += 1)}`,
        kind: 'test',
        occurredAt: new Date(at),
        reference: `order:${entry}`,
        postings: [
          { source: accountOf(source, enterpriseId), destination: accountOf(destination, enterpriseId), amountFen },
        ],
      },
    ]),
  );
const owe = (enterpriseId: number, amountFen: bigint, at: string) =>
  move(enterpriseId, 'fee', 'fee-receivable', amountFen, at);
const payIn = (enterpriseId: number, amountFen: bigint) =>
  move(enterpriseId, 'deposit', 'bank', amountFen, '2026-10-01T00:00:00Z');

const issue = (enterpriseId: number, month: string, as = by(1)) =>
  db.transaction((tx) => issueBill(tx, as, enterpriseId, month));
const settle = (billId: number, as = by(2)) => db.transaction((tx) => settleBill(tx, as, billId));
const owed = async (enterpriseId: number) =>
  (await balances(db, { accounts: [accountOf('fee-receivable', enterpriseId)] }))[0]?.balanceFen;

it('bills what accrued in the month of Shanghai, with its statement, and takes it from the deposit', async () => {
  await payIn(1, 1_000_000n);
  await owe(1, 600n, '2026-10-31T15:59:59Z');
  await owe(1, 50n, '2026-10-31T16:00:00Z');
  const bill = await issue(1, '2026-10');
  expect(bill).toMatchObject({ accruedFen: 600, shortfallFen: 0, totalFen: 600, state: 'open' });
  expect(bill.number).toMatch(/^FB-2026-11-\d{4}$/);
  expect(await billDetail(db, await readBill(db, bill.id), reader)).toMatchObject({
    openingFen: 0,
    closingFen: 600,
    lines: [{ amountFen: 600, kind: 'test' }],
  });
  // Who decides sees who pays, and what of its deposit is left then.
  const asked = await db.one(`SELECT reason, before, after FROM access.approvals WHERE subject_id = $1`, [
    String(bill.id),
  ]);
  expect(asked).toMatchObject({
    reason: '2026-10 服务费账单从预存款扣收',
    before: { enterpriseId: 1, depositFen: '1000000', state: 'open' },
    after: { enterpriseId: 1, depositFen: '999400', state: 'settled' },
  });
  await expect(settle(bill.id, by(1))).rejects.toMatchObject({ status: 403, code: 'second-person-needed' });
  expect(await settle(bill.id)).toMatchObject({ state: 'settled' });
  await expect(settle(bill.id)).rejects.toMatchObject({ code: 'fee-bill-settled' });
  expect(await owed(1)).toBe(50n);
});

it('what is booked late, and what was given back, comes with the next bill', async () => {
  await owe(1, 7n, '2026-10-15T00:00:00Z');
  await move(1, 'fee-receivable', 'fee', 100n, '2026-11-03T00:00:00Z');
  const next = await issue(1, '2026-11', by(1, '2026-12-02T00:00:00Z'));
  expect(next).toMatchObject({ accruedFen: 50 + 7 - 100, totalFen: -43 });
  await settle(next.id, by(2, '2026-12-03T00:00:00Z'));
  expect(await owed(1)).toBe(0n);
  expect((await balances(db, { accounts: [accountOf('deposit', 1)] }))[0]?.availableFen).toBe(1_000_000n - 600n + 43n);
});

it('bills what is missing to the minimum of the month, in that month', async () => {
  await payIn(2, 1_000_000n);
  await db.transaction(async (tx) => {
    const terms = { rate: '0.06', monthMinFen: 5_000, effectiveFrom: '2026-09-15' };
    await createFeePlan(tx, by(1), { enterpriseId: 2, ...terms });
    await addToMonth(tx, 2, '2026-10', { volumeFen: 20_000n, feeFen: 1_200n });
  });
  // A month that is skipped would lose its minimum.
  await expect(issue(2, '2026-10')).rejects.toMatchObject({
    status: 409,
    code: 'earlier-month-unbilled',
    extra: { month: '2026-09' },
  });
  expect(await issue(2, '2026-09')).toMatchObject({ shortfallFen: 5_000 });
  const bill = await issue(2, '2026-10');
  expect(bill).toMatchObject({ accruedFen: 0, shortfallFen: 3_800, totalFen: 3_800 });
  expect(await billDetail(db, await readBill(db, bill.id), reader)).toMatchObject({
    lines: [{ kind: 'fee-shortfall' }],
  });
  const next = await issue(2, '2026-11', by(1, '2026-12-02T00:00:00Z'));
  expect(next).toMatchObject({ accruedFen: 0, shortfallFen: 5_000 });
});

it('a month once, none that is not over, none before one that is billed', async () => {
  await expect(issue(3, '2026-11')).rejects.toMatchObject({ code: 'month-not-over' });
  expect(await issue(3, '2026-10')).toMatchObject({ totalFen: 0, state: 'settled' });
  await expect(issue(3, '2026-10')).rejects.toMatchObject({ status: 409, code: 'fee-bill-exists' });
  await expect(issue(3, '2026-09')).rejects.toMatchObject({ code: 'fee-bill-exists' });
  const many = await Promise.allSettled(Array.from({ length: 8 }, () => issue(4, '2026-10')));
  expect(many.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('is not settled from a deposit that is too low', async () => {
  await owe(4, 900n, '2026-11-02T00:00:00Z');
  const bill = await issue(4, '2026-11', by(1, '2026-12-02T00:00:00Z'));
  await expect(settle(bill.id)).rejects.toMatchObject({ code: 'ledger.insufficient-funds' });
  expect(await owed(4)).toBe(900n);
});

it('says why payments of a month cost more: class, tier and rating, once (R6.2)', async () => {
  const plan = await db.transaction((tx) =>
    createFeePlan(tx, by(1), { enterpriseId: 4, effectiveFrom: '2026-12-01', rate: '0.06', highSurcharge: '0.01' }),
  );
  const use = {
    enterpriseId: 4,
    month: '2026-10',
    planId: plan.id,
    ratingId: 77,
    class: 'E',
    tier: 'high',
    surchargeMillionths: 10_000n,
    at: new Date('2026-10-03T02:00:00Z'),
  } as const;
  await noteSurcharge(db, use);
  await noteSurcharge(db, { ...use, at: new Date('2026-10-04T02:00:00Z') });
  await noteSurcharge(db, { ...use, month: '2026-08', ratingId: 70 });
  const shown = [
    {
      month: '2026-10',
      class: 'E',
      tier: 'high',
      ratingId: 77,
      surcharge: '0.01',
      planNumber: plan.number,
      since: '2026-10-03T02:00:00.000Z',
    },
  ];
  for (const month of ['2026-10', '2026-11']) expect(await surchargesOf(db, 4, month)).toEqual(shown);
  expect(await surchargesOf(db, 3, '2026-10')).toEqual([]);
});
