import { createDatabase, systemCommand } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { ensureEnterpriseAccounts } from './enterprise-accounts';
import { post } from './post';
import { proveBooks } from './prove-books';

let kit: TestDatabase;
beforeAll(async () => {
  kit = await testDatabase({ only: ['plugins/jobs', 'plugins/audit', 'plugins/ledger'] });
}, 60_000);
afterAll(() => kit.drop());

it('is a failed job that names the figure, once somebody changed a stored balance behind our back', async () => {
  const at = new Date('2026-11-20T02:00:00Z');
  const command = systemCommand('ledger-test', at, 'trace-1');
  const postings = [{ source: 'deposit:1', destination: 'bank:1', amountFen: 500n } as const];
  await kit.db.transaction((tx) => ensureEnterpriseAccounts(tx, command, 1));
  await kit.db.transaction((tx) => post(tx, command, [{ key: 'd', kind: 'deposit', occurredAt: at, postings }]));
  await expect(proveBooks(kit.db)).resolves.toEqual({ broken: 0 });
  const owner = createDatabase({ connectionString: kit.ownerUrl, max: 1 });
  await owner.query(
    `UPDATE ledger.balances SET credits_fen = 600 WHERE account_id = (SELECT id FROM ledger.accounts WHERE code = 'deposit:1')`,
  );
  await owner.close();
  await expect(proveBooks(kit.db)).rejects.toMatchObject({
    status: 409,
    code: 'ledger.books-broken',
    message: expect.stringContaining('deposit:1 balance'),
  });
});
