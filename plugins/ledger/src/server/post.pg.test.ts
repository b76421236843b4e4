import { createDatabase, systemCommand, type Command, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { accountOf, type LedgerEntry } from '../domain';
import { balances } from './balances';
import { ensureEnterpriseAccounts } from './enterprise-accounts';
import { post } from './post';
import { verifyBooks } from './trial-balance';

const at = new Date('2026-11-20T02:00:00Z');
const command: Command = systemCommand('ledger-test', at, 'trace-1');

let kit: TestDatabase;
let db: Database;
let owner: Database;

beforeAll(async () => {
  kit = await testDatabase({ only: ['plugins/jobs', 'plugins/audit', 'plugins/ledger'] });
  db = kit.db;
  owner = createDatabase({ connectionString: kit.ownerUrl, max: 2 });
  await db.transaction((tx) => ensureEnterpriseAccounts(tx, command, [1, 2]));
}, 60_000);
afterAll(async () => {
  await owner.close();
  await kit.drop();
});

function deposit(key: string, amountFen: bigint, enterpriseId = 1): LedgerEntry {
  return {
    key,
    kind: 'deposit',
    occurredAt: at,
    reference: key,
    postings: [{ source: accountOf('deposit', enterpriseId), destination: accountOf('bank', enterpriseId), amountFen }],
  };
}

function spend(key: string, amountFen: bigint): LedgerEntry {
  return {
    key,
    kind: 'order-paid',
    occurredAt: at,
    postings: [{ source: accountOf('workers', 1), destination: accountOf('deposit', 1), amountFen }],
  };
}

const book = (...entries: LedgerEntry[]) => db.transaction((tx) => post(tx, command, entries));

async function stateOf(code: string): Promise<{ balanceFen: bigint; availableFen: bigint | null }> {
  const [row] = await balances(db, { accounts: [code] });
  if (!row) throw new Error(`no account ${code}`);
  return { balanceFen: row.balanceFen, availableFen: row.availableFen };
}

describe('opening accounts', () => {
  it('opens what the chart asks of an enterprise, once', async () => {
    expect(await db.transaction((tx) => ensureEnterpriseAccounts(tx, command, 2))).toBe(0);
    expect((await balances(db, { enterpriseId: 2 })).map(({ code }) => code).sort()).toEqual([
      'bank:2',
      'deposit:2',
      'fee-prepaid:2',
      'fee-receivable:2',
      'fee:2',
      'receivable:2',
      'tax-iit:2',
      'tax-surcharge:2',
      'tax-vat:2',
      'workers:2',
    ]);
  });

  it('marks the deposit, and nothing else, as prepaid', async () => {
    const prepaid = (await balances(db)).filter((account) => account.prepaid).map(({ code }) => code);
    expect(prepaid).toEqual(['deposit:1', 'deposit:2']);
  });
});

describe('posting', () => {
  it('moves the stored balances of both sides', async () => {
    expect(await book(deposit('deposit:1', 500_00n))).toEqual({ booked: 1, repeated: [] });
    expect(await stateOf('deposit:1')).toEqual({ balanceFen: -500_00n, availableFen: 500_00n });
    expect(await stateOf('bank:1')).toEqual({ balanceFen: 500_00n, availableFen: null });
  });

  it('takes the same entry again without booking it, even later and by another actor', async () => {
    const later = systemCommand('another', new Date('2026-11-21T00:00:00Z'), 'trace-2');
    const again = await db.transaction((tx) =>
      post(tx, later, [deposit('deposit:1', 500_00n), deposit('deposit:2', 1n)]),
    );
    expect(again).toEqual({ booked: 1, repeated: ['deposit:1'] });
    expect((await stateOf('deposit:1')).balanceFen).toBe(-500_01n);
  });

  it('refuses the same key with another body, and writes nothing of the call', async () => {
    const before = await stateOf('deposit:1');
    await expect(book(deposit('fresh', 7n), deposit('deposit:1', 501_00n))).rejects.toMatchObject({
      status: 409,
      code: 'ledger.idempotency-conflict',
      extra: { keys: ['deposit:1'] },
    });
    expect(await stateOf('deposit:1')).toEqual(before);
    expect(await db.query("SELECT 1 FROM ledger.transaction_keys WHERE key = 'fresh'")).toEqual([]);
  });

  it('refuses to overdraw a prepaid account and says by how much', async () => {
    await expect(book(spend('too-much', 500_02n))).rejects.toMatchObject({
      code: 'ledger.insufficient-funds',
      extra: { account: 'deposit:1', availableFen: 500_01n, neededFen: 500_02n },
    });
  });

  it('judges a call by its outcome: money that comes in the same call may be spent', async () => {
    await expect(book(spend('spend:1', 600_00n), deposit('deposit:3', 99_99n))).resolves.toMatchObject({ booked: 2 });
    expect((await stateOf('deposit:1')).availableFen).toBe(0n);
  });

  it('refuses an account that is not open', async () => {
    await expect(book(deposit('deposit:99', 1n, 99))).rejects.toMatchObject({
      status: 422,
      code: 'ledger.unknown-account',
      extra: { accounts: ['bank:99', 'deposit:99'] },
    });
  });

  it('refuses a malformed entry and the same key twice', async () => {
    await expect(book(deposit('zero', 0n))).rejects.toMatchObject({ code: 'ledger.bad-entry' });
    await expect(book(deposit('twice', 1n), deposit('twice', 1n))).rejects.toMatchObject({
      code: 'ledger.duplicate-key',
    });
  });

  it('never moves money from one enterprise to another (二清)', async () => {
    const crossing: LedgerEntry = {
      ...deposit('crossing', 1n),
      postings: [{ source: 'deposit:2', destination: 'bank:1', amountFen: 1n }],
    };
    await expect(book(crossing)).rejects.toMatchObject({
      code: 'ledger.bad-entry',
      extra: { reason: 'crossing-enterprises', posting: 0 },
    });
  });

  it.each([
    ['ledger.crossing-enterprises', 'deposit:2', 'bank:1'],
    ['ledger.strange-posting', 'deposit:2', 'bank:2'],
    ['ledger.strange-posting', 'suspense:platform', 'bank:platform'],
  ])(
    'has a database that proves by itself %s: %s to %s in a transaction of another',
    async (code, source, destination) => {
      await book(deposit('proved', 1n));
      const adding = db.query(
        `INSERT INTO ledger.postings (transaction_id, line, occurred_at, source_id, destination_id, amount_fen)
       SELECT t.id, 2, t.occurred_at, s.id, d.id, 1 FROM ledger.transactions t, ledger.accounts s, ledger.accounts d
        WHERE t.key = 'proved' AND s.code = $1 AND d.code = $2`,
        [source, destination],
      );
      await expect(adding).rejects.toThrow(code);
    },
  );

  it('finds the vouchers of an enterprise by its number, in the order of the list', async () => {
    await book(deposit('of-two', 1n, 2));
    const own = await db.query<{ key: string }>('SELECT key FROM ledger.transactions WHERE enterprise_id = 2');
    expect(own).toEqual([{ key: 'of-two' }]);
    const plan = await db.transaction(async (tx) => {
      await tx.query('SET LOCAL enable_seqscan = off');
      return tx.query('EXPLAIN SELECT id FROM ledger.transactions WHERE enterprise_id = 2 ORDER BY id DESC LIMIT 25');
    });
    const told = JSON.stringify(plan);
    expect(told).toContain('Merge Append');
    expect(told).not.toMatch(/->\s+Sort/);
    expect(told).toMatch(/Index (?:Only )?Scan Backward using \w+_enterprise_id_id_idx/);
  });

  it('opens the partitions of a month that nobody prepared', async () => {
    const far = { ...deposit('far', 1n), occurredAt: new Date('2031-05-31T16:00:00Z') };
    await book(far);
    const parts = await db.query("SELECT 1 FROM pg_class WHERE relname = 'postings_2031_06'");
    expect(parts).toHaveLength(1);
  });
});

describe('history', () => {
  it.each([
    'UPDATE ledger.postings SET amount_fen = 1',
    'DELETE FROM ledger.postings',
    'UPDATE ledger.transactions SET memo = NULL',
    'DELETE FROM ledger.transactions',
    'DELETE FROM ledger.transaction_keys',
    'UPDATE ledger.accounts SET prepaid = false',
    'TRUNCATE ledger.postings',
    'TRUNCATE ledger.postings_2026_11',
    'UPDATE ledger.postings_2026_11 SET amount_fen = 1',
    'DELETE FROM ledger.transactions_2026_11',
    'UPDATE ledger.account_patterns SET prepaid = false',
  ])('refuses even its owner: %s', async (sql) => {
    await expect(owner.query(sql)).rejects.toThrow('ledger.immutable');
  });

  it.each([
    'UPDATE ledger.postings SET amount_fen = 1',
    'DELETE FROM ledger.transactions',
    'UPDATE ledger.balances SET debits_fen = 0',
    'INSERT INTO ledger.postings_2026_11 VALUES (1, 9, now(), 1, 2, 3)',
    'UPDATE ledger.month_totals SET debits_fen = 0',
    "INSERT INTO ledger.accounts (code, chart_version, pattern, subject_code, prepaid, opened_at) VALUES ('x:platform', 1, 'x', '1002', false, now())",
    'SELECT * FROM ledger.balances FOR UPDATE',
  ])('gives the application no right: %s', async (sql) => {
    await expect(db.query(sql)).rejects.toThrow('permission denied');
  });

  it('moves the balances even under a bare INSERT, or refuses it', async () => {
    const { id, occurred } = await db.one<{ id: bigint; occurred: Date }>(
      'SELECT id, occurred_at AS occurred FROM ledger.transactions ORDER BY id LIMIT 1',
    );
    const raw = (transactionId: bigint, account: bigint) =>
      db.query(
        `INSERT INTO ledger.postings SELECT $1::bigint, 77, $2::timestamptz, $3::bigint, id, 5 FROM ledger.accounts WHERE code = 'bank:1'`,
        [transactionId, occurred, account],
      );
    const { deposit: depositId } = await db.one<{ deposit: bigint }>(
      "SELECT id AS deposit FROM ledger.accounts WHERE code = 'deposit:1'",
    );
    await expect(raw(id, 999_999n)).rejects.toThrow(/ledger.unknown-account|month_totals_account_id_fkey/);
    await expect(raw(999_999n, depositId)).rejects.toThrow('ledger.unknown-transaction');
    await raw(id, depositId);
    expect(await verifyBooks(db)).toEqual([]);
  });
});

it('the books prove themselves', async () => {
  expect(await verifyBooks(db)).toEqual([]);
});
