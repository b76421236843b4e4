import { systemCommand, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import type { LedgerEntry } from '../domain';
import { balances } from './balances';
import { ensureEnterpriseAccounts } from './enterprise-accounts';
import { post } from './post';
import { reverse } from './reverse';
import { statement } from './statement';
import { trialBalance, verifyBooks } from './trial-balance';

const day = (text: string) => new Date(`${text}T02:00:00Z`);
const command = systemCommand('ledger-test', day('2026-11-20'), 'trace-1');

let kit: TestDatabase;
let db: Database;

beforeAll(async () => {
  kit = await testDatabase({ only: ['plugins/jobs', 'plugins/audit', 'plugins/ledger'] });
  db = kit.db;
  await db.transaction((tx) => ensureEnterpriseAccounts(tx, systemCommand('t', day('2026-09-01'), 't'), [1]));
  const deposit = entry('deposit:1', '2026-09-10', ['deposit:1', 'bank:1', 1000n]);
  const paid = entry(
    'order-paid:1',
    '2026-10-31',
    ['workers:1', 'deposit:1', 600n],
    ['bank:1', 'workers:1', 590n],
    ['tax-iit:1', 'workers:1', 10n],
  );
  await db.transaction((tx) => post(tx, command, [deposit, paid]));
}, 60_000);
afterAll(() => kit.drop());

type Line = [LedgerEntry['postings'][number]['source'], LedgerEntry['postings'][number]['destination'], bigint];

function entry(key: string, on: string, ...lines: Line[]): LedgerEntry {
  return {
    key,
    kind: 'test',
    occurredAt: day(on),
    reference: key,
    postings: lines.map(([source, destination, amountFen]) => ({ source, destination, amountFen })),
  };
}

const figures = async (): Promise<Record<string, bigint>> =>
  Object.fromEntries((await balances(db, { enterpriseId: 1 })).map(({ code, balanceFen }) => [code, balanceFen]));

const undo = (keys: string[], reason: string) => db.transaction((tx) => reverse(tx, command, keys, reason));

describe('a reversal', () => {
  it('needs a reason, and something to reverse', async () => {
    await expect(undo(['order-paid:1'], ' ')).rejects.toMatchObject({ code: 'ledger.reason-missing' });
    await expect(undo(['order-paid:1', 'order-paid:9'], 'returned')).rejects.toMatchObject({
      status: 404,
      code: 'ledger.unknown-transaction',
      extra: { keys: ['order-paid:9'] },
    });
  });

  it('gives the money back by a new, linked transaction', async () => {
    expect(await undo(['order-paid:1'], 'bank returned the payment')).toEqual({ booked: 1, repeated: [] });
    expect(await figures()).toMatchObject({ 'deposit:1': -1000n, 'bank:1': 1000n, 'workers:1': 0n, 'tax-iit:1': 0n });
    const row = await db.one(
      "SELECT kind, reverses_key, memo, reference FROM ledger.transactions WHERE key = 'reversal:order-paid:1'",
    );
    expect(row).toEqual({
      kind: 'reversal',
      reverses_key: 'order-paid:1',
      memo: 'bank returned the payment',
      reference: 'order-paid:1',
    });
  });

  it('is made once only', async () => {
    expect(await undo(['order-paid:1'], 'bank returned the payment')).toEqual({
      booked: 0,
      repeated: ['reversal:order-paid:1'],
    });
    await expect(undo(['order-paid:1'], 'another reason')).rejects.toMatchObject({
      code: 'ledger.idempotency-conflict',
    });
    await expect(
      db.query("INSERT INTO ledger.reversals VALUES ('order-paid:1', 'deposit:1', 'again')"),
    ).rejects.toThrow('reversals_pkey');
  });

  it('is itself final', async () => {
    await expect(undo(['reversal:order-paid:1'], 'undo the undo')).rejects.toMatchObject({
      code: 'ledger.reversal-of-reversal',
    });
  });

  it('is refused where the money was spent meanwhile', async () => {
    await db.transaction((tx) =>
      post(tx, command, [entry('order-paid:2', '2026-11-02', ['workers:1', 'deposit:1', 1n])]),
    );
    await expect(undo(['deposit:1'], 'sent by mistake')).rejects.toMatchObject({
      code: 'ledger.insufficient-funds',
      extra: { availableFen: 999n, neededFen: 1000n },
    });
  });
});

describe('the past', () => {
  it.each([
    ['2026-09-09T23:59:59Z', 0n, 0n],
    ['2026-09-10T02:00:00Z', -1000n, 0n],
    ['2026-10-31T01:59:59Z', -1000n, 0n],
    // 31 October 16:00Z is already November in Shanghai: the payment at 02:00Z is in the month totals by then.
    ['2026-10-31T16:00:00Z', -400n, -10n],
    ['2026-11-20T02:00:00Z', -999n, 0n],
  ])('at %s the deposit was %s and the tax %s', async (instant, deposit, tax) => {
    const trial = await trialBalance(db, new Date(instant), { enterpriseId: 1 });
    const of = (code: string) => trial.accounts.find((account) => account.code === code)?.balanceFen;
    expect([of('deposit:1'), of('tax-iit:1')]).toEqual([deposit, tax]);
    expect(trial.totals.balanceFen).toBe(0n);
  });

  it('as it was known then: nothing had been recorded before the command', async () => {
    const end = day('2026-11-20');
    const before = await trialBalance(db, end, {}, new Date(end.getTime() - 1));
    expect(before.totals).toEqual({ debitFen: 0n, creditFen: 0n, balanceFen: 0n });
    expect((await trialBalance(db, end, {}, end)).accounts).toEqual((await trialBalance(db, end)).accounts);
  });
});

describe('a statement', () => {
  it('runs from the opening to the closing balance', async () => {
    const told = await statement(db, 'deposit:1', day('2026-10-01'), day('2026-11-30'));
    expect(told).toMatchObject({ openingFen: -1000n, closingFen: -999n, more: false });
    expect(told.lines.map(({ transactionKey, balanceFen }) => [transactionKey, balanceFen])).toEqual([
      ['order-paid:1', -400n],
      ['order-paid:2', -399n],
      ['reversal:order-paid:1', -999n],
    ]);
  });

  it('says when there is more', async () => {
    const told = await statement(db, 'deposit:1', day('2026-10-01'), day('2026-11-30'), 1);
    expect(told).toMatchObject({ more: true, closingFen: -999n });
    expect(told.lines).toHaveLength(1);
  });

  it('is refused for an account that is not', async () => {
    await expect(statement(db, 'deposit:7', day('2026-10-01'), day('2026-11-30'))).rejects.toMatchObject({
      status: 404,
    });
  });
});

it('the books prove themselves', async () => {
  expect(await verifyBooks(db)).toEqual([]);
});
