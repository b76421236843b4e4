import fs from 'node:fs/promises';
import path from 'node:path';
import { createDatabase, systemCommand } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { accountOf } from '../domain';
import { balancesAt } from './balances';
import { ensureEnterpriseAccounts } from './enterprise-accounts';
import { hold, releaseHold } from './hold';
import { post } from './post';

const MIGRATION = path.join(__dirname, '../../migrations/0007-time-hold-movements.before.sql');
const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 22, hour));
const commandAt = (hour: number) => systemCommand('ledger-test', at(hour), `trace-${hour}`);

let kit: TestDatabase;
beforeAll(async () => {
  kit = await testDatabase({ only: ['plugins/jobs', 'plugins/audit', 'plugins/ledger'] });
}, 60_000);
afterAll(() => kit.drop());

it('gives the movements of books that were kept before it their event times, and keeps them immutable', async () => {
  const { db } = kit;
  const [deposit, bank] = [accountOf('deposit', 1), accountOf('bank', 1)];
  await db.transaction((tx) => ensureEnterpriseAccounts(tx, commandAt(0), 1));
  const pay = (key: string, hour: number) => ({
    key,
    kind: 'order-paid',
    occurredAt: at(hour),
    postings: [{ source: bank, destination: deposit, amountFen: 100n }],
    capture: { hold: 'h', amountFen: 100n },
  });
  await db.transaction((tx) =>
    post(tx, commandAt(1), [
      {
        key: 'in',
        kind: 'deposit',
        occurredAt: at(1),
        postings: [{ source: deposit, destination: bank, amountFen: 300n }],
      },
    ]),
  );
  await db.transaction((tx) => hold(tx, commandAt(2), [{ key: 'h', account: deposit, amountFen: 300n }]));
  await db.transaction((tx) => post(tx, commandAt(6), [pay('paid-1', 3), pay('paid-2', 3)]));
  await db.transaction((tx) => releaseHold(tx, commandAt(7), [{ key: 'rest', hold: 'h' }]));

  const owner = createDatabase({ connectionString: kit.ownerUrl, max: 1 });
  await owner.query('ALTER TABLE ledger.hold_movements DROP COLUMN occurred_at');
  await owner.query('DROP INDEX ledger.holds_opened');
  await owner.query(await fs.readFile(MIGRATION, 'utf8'));

  const moved = await db.query<{ at: Date; amount: bigint }>(
    'SELECT occurred_at AS at, amount_fen AS amount FROM ledger.hold_movements ORDER BY 1',
  );
  expect(moved).toEqual([
    { at: at(3), amount: 200n },
    { at: at(7), amount: 100n },
  ]);
  const [then] = await balancesAt(db, at(4), { accounts: [deposit] });
  expect([then?.availableFen, then?.heldFen]).toEqual([0n, 100n]);
  await expect(owner.query('UPDATE ledger.hold_movements SET occurred_at = now()')).rejects.toThrow('ledger.immutable');
  await owner.close();
});
