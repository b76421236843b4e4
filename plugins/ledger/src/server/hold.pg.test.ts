import { createDatabase, systemCommand, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { balances } from './balances';
import { ensureEnterpriseAccounts } from './enterprise-accounts';
import { captureHold, hold, releaseHold } from './hold';
import type { HoldMovement } from './hold-movements';
import { holdsOf } from './hold-rows';
import { post } from './post';
import { verifyBooks } from './trial-balance';

const at = new Date('2026-11-20T02:00:00Z');
const command = systemCommand('ledger-test', at, 'trace-1');

let kit: TestDatabase;
let db: Database;

beforeAll(async () => {
  kit = await testDatabase({ only: ['plugins/jobs', 'plugins/audit', 'plugins/ledger'] });
  db = kit.db;
}, 60_000);
afterAll(() => kit.drop());

let enterprise = 100;
let account: `deposit:${number}` = 'deposit:100';

/** An enterprise of its own for each test, with 5,000 on its deposit. */
beforeEach(async () => {
  enterprise += 1;
  account = `deposit:${enterprise}`;
  await db.transaction(async (tx) => {
    await ensureEnterpriseAccounts(tx, command, enterprise);
    await post(tx, command, [
      {
        key: `fund:${enterprise}`,
        kind: 'deposit',
        occurredAt: at,
        postings: [{ source: account, destination: `bank:${enterprise}`, amountFen: 5000n }],
      },
    ]);
  });
});

const keyed = (name: string) => `${name}:${enterprise}`;
const open = (name: string, amountFen: bigint) =>
  db.transaction((tx) => hold(tx, command, [{ key: keyed(name), account, amountFen }]));
const movement = (key: string, name: string, amountFen?: bigint): HoldMovement => ({
  key: keyed(key),
  hold: keyed(name),
  ...(amountFen === undefined ? {} : { amountFen }),
});
const capture = (key: string, name: string, amountFen?: bigint) =>
  db.transaction((tx) => captureHold(tx, command, [movement(key, name, amountFen)]));
const release = (key: string, name: string, amountFen?: bigint) =>
  db.transaction((tx) => releaseHold(tx, command, [movement(key, name, amountFen)]));

async function available(): Promise<bigint | null | undefined> {
  return (await balances(db, { accounts: [account] }))[0]?.availableFen;
}
async function stateOf(name: string): Promise<string | undefined> {
  return (await holdsOf(db, [keyed(name)]))[0]?.state;
}

describe('holds count in availability', () => {
  it('of six holds of 1000 on 5000 only five are given (blnk #181)', async () => {
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5, 6].map((n) => open(`h${n}`, 1000n)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    const refused = outcomes.find(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'ledger.insufficient-funds', extra: { availableFen: 0n } } });
    expect(await available()).toBe(0n);
  });

  it('for postings as well', async () => {
    await open('h', 4500n);
    const entry = {
      key: keyed('spend'),
      kind: 'order-paid',
      occurredAt: at,
      postings: [{ source: `workers:${enterprise}` as const, destination: account, amountFen: 501n }],
    };
    await expect(db.transaction((tx) => post(tx, command, [entry]))).rejects.toMatchObject({
      code: 'ledger.insufficient-funds',
      extra: { availableFen: 500n, neededFen: 501n },
    });
  });

  it('only on prepaid accounts', async () => {
    const request = { key: keyed('bank'), account: `bank:${enterprise}` as const, amountFen: 1n };
    await expect(db.transaction((tx) => hold(tx, command, [request]))).rejects.toMatchObject({
      code: 'ledger.not-prepaid',
    });
  });
});

describe('a finished hold never moves', () => {
  it('a released hold cannot be captured (blnk #182, #42)', async () => {
    await open('h', 1000n);
    await release('r', 'h');
    expect(await stateOf('h')).toBe('released');
    await expect(capture('late', 'h', 1000n)).rejects.toMatchObject({ status: 409, code: 'ledger.hold-finished' });
    await expect(release('late', 'h', 1n)).rejects.toMatchObject({ code: 'ledger.hold-finished' });
    expect(await available()).toBe(5000n);
  });

  it('a captured hold can be neither released nor captured again', async () => {
    await open('h', 1000n);
    await capture('c', 'h', 1000n);
    expect(await stateOf('h')).toBe('captured');
    await expect(release('late', 'h', 1n)).rejects.toMatchObject({ code: 'ledger.hold-finished' });
    await expect(capture('late', 'h', 1n)).rejects.toMatchObject({ code: 'ledger.hold-finished' });
  });

  it('whatever is left of it is nothing', async () => {
    await open('h', 1000n);
    await capture('c', 'h', 1000n);
    await expect(release('rest', 'h')).resolves.toEqual({ moved: 0, repeated: [] });
  });

  it('not even for the owner of the table', async () => {
    await open('h', 1000n);
    await release('r', 'h');
    const owner = createDatabase({ connectionString: kit.ownerUrl, max: 1 });
    const change = (set: string) => owner.query(`UPDATE ledger.holds SET ${set} WHERE key = $1`, [keyed('h')]);
    await expect(change("state = 'open', released_fen = 0, finished_at = NULL")).rejects.toThrow('ledger.immutable');
    await expect(change('amount_fen = 1')).rejects.toThrow('ledger.immutable');
    await expect(
      owner.query(
        `INSERT INTO ledger.hold_movements SELECT 'raw', input_sha256, id, 'capture', 1, now(), 'x', 'x', now() FROM ledger.holds WHERE key = $1`,
        [keyed('h')],
      ),
    ).rejects.toThrow('ledger.hold-finished');
    await owner.close();
  });
});

describe('parts', () => {
  it('capture above what is held is refused (blnk #62)', async () => {
    await open('h', 1000n);
    await expect(capture('c', 'h', 1001n)).rejects.toMatchObject({
      code: 'ledger.hold-exceeded',
      extra: { outstandingFen: 1000n, askedFen: 1001n },
    });
    await capture('c', 'h', 600n);
    await expect(capture('c2', 'h', 401n)).rejects.toMatchObject({ code: 'ledger.hold-exceeded' });
  });

  it('capture and release share the hold until nothing is left', async () => {
    await open('h', 1000n);
    await capture('c1', 'h', 300n);
    await release('r1', 'h', 200n);
    expect(await stateOf('h')).toBe('open');
    expect(await available()).toBe(4500n);
    await release('rest', 'h');
    expect(await stateOf('h')).toBe('captured');
    expect(await available()).toBe(5000n);
  });

  it('several movements of one call see each other', async () => {
    await open('h', 1000n);
    const both = [movement('a', 'h', 600n), movement('b', 'h', 600n)];
    await expect(db.transaction((tx) => captureHold(tx, command, both))).rejects.toMatchObject({
      code: 'ledger.hold-exceeded',
      extra: { outstandingFen: 400n },
    });
  });
});

describe('keys', () => {
  it('the same hold again is the same hold; another amount is a conflict', async () => {
    await open('h', 1000n);
    await expect(open('h', 1000n)).resolves.toEqual({ opened: 0, repeated: [keyed('h')] });
    await expect(open('h', 1001n)).rejects.toMatchObject({ code: 'ledger.idempotency-conflict' });
    expect(await available()).toBe(4000n);
  });

  it('the same movement again moves nothing, even after the end; another body is a conflict', async () => {
    await open('h', 1000n);
    await capture('c', 'h', 1000n);
    await expect(capture('c', 'h', 1000n)).resolves.toEqual({ moved: 0, repeated: [keyed('c')] });
    await expect(capture('c', 'h', 999n)).rejects.toMatchObject({ code: 'ledger.idempotency-conflict' });
    await expect(release('c', 'h', 1000n)).rejects.toMatchObject({ code: 'ledger.idempotency-conflict' });
  });

  it('an unknown hold is said to be unknown', async () => {
    await expect(capture('c', 'nowhere', 1n)).rejects.toMatchObject({ status: 404, code: 'ledger.unknown-hold' });
  });
});

describe('entries that spend a hold', () => {
  const paid = (n: number, amountFen: bigint) => ({
    key: keyed(`paid-${n}`),
    kind: 'order-paid',
    occurredAt: at,
    postings: [{ source: `workers:${enterprise}` as const, destination: account, amountFen }],
    capture: { hold: keyed('batch'), amountFen },
  });

  it('take its parts once for each entry, however the entries come', async () => {
    await open('batch', 5000n);
    await db.transaction((tx) => post(tx, command, [paid(1, 1000n), paid(2, 1500n)]));
    await db.transaction((tx) => post(tx, command, [paid(2, 1500n), paid(3, 2000n)]));
    await db.transaction((tx) => post(tx, command, [paid(3, 2000n), paid(1, 1000n)]));
    const [row] = await holdsOf(db, [keyed('batch')]);
    expect(row).toMatchObject({ state: 'open', capturedFen: 4500n, outstandingFen: 500n });
    expect(await available()).toBe(0n);
    await release('rest', 'batch');
    expect(await available()).toBe(500n);
  });

  it('cannot spend more than was held', async () => {
    await open('batch', 1000n);
    await expect(db.transaction((tx) => post(tx, command, [paid(1, 1001n)]))).rejects.toMatchObject({
      code: 'ledger.hold-exceeded',
    });
  });
});

afterEach(async () => {
  expect(await verifyBooks(db)).toEqual([]);
});
