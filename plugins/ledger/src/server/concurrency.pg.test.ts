import { systemCommand, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { accountOf, type LedgerEntry, type Posting } from '../domain';
import { balances } from './balances';
import { ensureEnterpriseAccounts } from './enterprise-accounts';
import { captureHold, hold, releaseHold } from './hold';
import { holdsOf } from './hold-rows';
import { post } from './post';
import { reverse } from './reverse';
import { verifyBooks } from './trial-balance';

const at = new Date('2026-11-20T02:00:00Z');
const command = systemCommand('ledger-test', at, 'trace-1');

let kit: TestDatabase;
let db: Database;

beforeAll(async () => {
  kit = await testDatabase({ only: ['plugins/jobs', 'plugins/audit', 'plugins/ledger'] });
  db = kit.db;
  await db.transaction((tx) => ensureEnterpriseAccounts(tx, command, [1, 2, 3]));
}, 60_000);
afterAll(() => kit.drop());
afterEach(async () => {
  expect(await verifyBooks(db)).toEqual([]);
});

const deposits = (enterprise: number, amountFen: bigint): Posting => ({
  source: accountOf('deposit', enterprise),
  destination: accountOf('bank', enterprise),
  amountFen,
});
const entry = (key: string, ...postings: Posting[]): LedgerEntry => ({ key, kind: 'test', occurredAt: at, postings });
const book = (entries: LedgerEntry[]) => db.transaction((tx) => post(tx, command, entries));

it('concurrent entries on the same accounts all count', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, n) => book([entry(`same:${n}`, deposits(1, 10n))])));
  const [row] = await balances(db, { accounts: ['deposit:1'] });
  expect(row?.creditFen).toBe(400n);
});

it('the same key at the same time is booked once', async () => {
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => book([entry('once', deposits(2, 10n))])));
  expect(outcomes.reduce((sum, { booked }) => sum + booked, 0)).toBe(1);
});

it('the same key at the same time with other bodies: one wins, the others are told', async () => {
  const outcomes = await Promise.allSettled(
    [1n, 2n, 3n, 4n].map((fen) => book([entry('contested', deposits(2, fen))])),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'ledger.idempotency-conflict' });
  }
});

it('accounts named in any order never wait for each other in a circle', async () => {
  const orders = [
    [1, 2, 3],
    [3, 2, 1],
    [2, 3, 1],
  ];
  await Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      book((orders[n % 3] ?? []).map((enterprise) => entry(`circle:${n}:${enterprise}`, deposits(enterprise, 1n)))),
    ),
  );
});

it('of capture and release of the same hold at the same time one wins', async () => {
  await book([entry('fund', deposits(3, 1000n))]);
  await db.transaction((tx) => hold(tx, command, [{ key: 'race', account: 'deposit:3', amountFen: 1000n }]));
  const movement = { hold: 'race', amountFen: 1000n };
  const outcomes = await Promise.allSettled([
    db.transaction((tx) => captureHold(tx, command, [{ key: 'c', ...movement }])),
    db.transaction((tx) => releaseHold(tx, command, [{ key: 'r', ...movement }])),
    db.transaction((tx) => captureHold(tx, command, [{ key: 'c2', ...movement }])),
  ]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await holdsOf(db, ['race']))[0]?.outstandingFen).toBe(0n);
});

it('a transaction reversed by several at the same time is reversed once', async () => {
  await book([entry('to-undo', deposits(3, 10n))]);
  const outcomes = await Promise.all(
    Array.from({ length: 4 }, () => db.transaction((tx) => reverse(tx, command, ['to-undo'], 'test'))),
  );
  expect(outcomes.reduce((sum, { booked }) => sum + booked, 0)).toBe(1);
});

it('what rolls back was never there', async () => {
  const before = await balances(db, { enterpriseId: 1 });
  const failing = db.transaction(async (tx) => {
    await post(tx, command, [entry('rolled-back', deposits(1, 10n))]);
    throw new Error('the caller failed');
  });
  await expect(failing).rejects.toThrow('the caller failed');
  expect(await balances(db, { enterpriseId: 1 })).toEqual(before);
  await expect(book([entry('rolled-back', deposits(1, 11n))])).resolves.toMatchObject({ booked: 1 });
});
