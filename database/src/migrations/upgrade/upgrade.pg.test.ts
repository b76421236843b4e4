import path from 'node:path';
import { createAudit } from '@linggong/audit';
import { holdsOf, trialBalance, verifyBooks } from '@linggong/ledger';
import { createVault, loadKeyring, type Vault } from '@linggong/vault';
import { restoredDatabase, testKeyring, type RestoredDatabase } from '../../testing';
import { repositoryRoot } from '../../repository';
import { migrationFiles } from '../migration-files';
import { coveredRead } from '@linggong/audit';

/**
 * A platform of the first release with four months of work in it – 447 orders: paid, failed, returned, two on their way – brought
 * up to date by a real start's migration. README.md of this folder says how the dump was made.
 */
describe('a database of the first release', () => {
  let test: RestoredDatabase;
  let vault: Vault;
  let before: Figures;

  beforeAll(async () => {
    test = await restoredDatabase(path.join(__dirname, 'first-release.sql.gz'));
    vault = createVault({ keyring: await loadKeyring({ text: testKeyring, file: '' }), root: '/nonexistent' });
    before = await figures(test);
    await test.migrate();
  }, 240_000);
  afterAll(() => test.drop());

  it('was really an old one, and is at the newest migration now', async () => {
    const { applied } = await test.db.one<{ applied: bigint }>('SELECT count(*) AS applied FROM linggong_migrations');
    expect(before.applied).toBe(36n);
    expect(applied).toBe(BigInt(migrationFiles(repositoryRoot).length));
    expect(before.orders).toEqual({ failed: 5n, paid: 433n, paying: 2n, returned: 7n });
  });

  it('leaves no NOT NULL on columns of content types: the next sync would alter them, and fail where a view stands on one', async () => {
    const ours = await test.db.query(
      `SELECT c.table_name, c.column_name FROM information_schema.columns c
        WHERE c.table_schema = 'public' AND c.is_nullable = 'NO' AND c.column_name <> 'id' AND c.table_name IN
          (SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'document_id')`,
    );
    expect(ours).toEqual([]);
  });

  it('has the balances, holds, orders and taxes that it had, to the fen', async () => {
    const after = await figures(test);
    expect({ ...after, applied: before.applied }).toEqual(before);
  });

  it('has books that agree: trial balance zero, every stored figure the sum of what it stands for', async () => {
    expect(await verifyBooks(test.db)).toEqual([]);
    const trial = await trialBalance(test.db, new Date());
    expect(trial.accounts.length).toBeGreaterThan(50);
    expect(trial.totals.balanceFen).toBe(0n);
  });

  it('holds for its open batches what their open orders need', async () => {
    const open = await test.db.query<{ key: string; fen: bigint }>(
      `SELECT 'settlement-batch:' || batch_id AS key, sum(gross_fen + fee_fen)::bigint AS fen FROM orders
        WHERE state IN ('confirmed', 'paying') GROUP BY batch_id`,
    );
    const held = await test.db.query<{ key: string; fen: bigint }>(
      `SELECT key, amount_fen - captured_fen - released_fen AS fen FROM ledger.holds WHERE state = 'open'`,
    );
    expect(open).toHaveLength(1);
    expect(held).toEqual(open);
    const [hold] = await holdsOf(
      test.db,
      held.map(({ key }) => key),
    );
    expect(hold).toMatchObject({ state: 'open' });
  });

  it('owes the tax office what its tax records say', async () => {
    const booked = await test.db.one(
      `SELECT -sum(b.debits_fen - b.credits_fen) FILTER (WHERE a.code LIKE 'tax-iit:%')::bigint AS iit,
              -sum(b.debits_fen - b.credits_fen) FILTER (WHERE a.code LIKE 'tax-vat:%')::bigint AS vat,
              -sum(b.debits_fen - b.credits_fen) FILTER (WHERE a.code LIKE 'tax-surcharge:%')::bigint AS surcharges,
              sum(b.debits_fen - b.credits_fen) FILTER (WHERE a.code LIKE 'receivable:%')::bigint AS receivable
         FROM ledger.balances b JOIN ledger.accounts a ON a.id = b.account_id`,
    );
    const recorded = await test.db.one(
      `SELECT sum(income_tax_fen)::bigint AS iit, sum(vat_fen)::bigint AS vat,
              sum(urban_maintenance_fen + education_fen + local_education_fen)::bigint AS surcharges,
              sum(receivable_fen - collected_fen)::bigint AS receivable
         FROM tax_records WHERE state NOT IN ('voided', 'reserved')`,
    );
    expect(booked).toEqual(recorded);
    const cumulated = await test.db.query(
      `SELECT c.worker_id FROM tax.cumulations c LEFT JOIN (
         SELECT worker_id, group_code, regime, run_no, count(*) AS payments, sum(gross_fen) AS gross, sum(income_tax_fen) AS iit
           FROM tax_records WHERE state <> 'voided' GROUP BY 1, 2, 3, 4) r USING (worker_id, group_code, regime, run_no)
        WHERE (c.run_payments, c.run_gross_fen, c.run_income_tax_fen)
          IS DISTINCT FROM (coalesce(r.payments, 0), coalesce(r.gross, 0), coalesce(r.iit, 0))`,
    );
    expect(cumulated).toEqual([]);
  });

  it('gave every worker what the new tables keep: authorizations, tax owed to an enterprise', async () => {
    const authorized = await test.db.query<{ worker_id: number; first_day: string; last_day: string }>(
      'SELECT worker_id, first_day, last_day FROM parties.published_agency_days ORDER BY worker_id',
    );
    expect(authorized).toEqual(before.authorized);
    expect(authorized).toHaveLength(213);
    const owed = await test.db.query(
      `SELECT worker_id, enterprise_id, owed_fen FROM tax.balances WHERE owed_fen <> 0 ORDER BY 1, 2`,
    );
    expect(owed).toEqual(before.owed);
    expect(owed.length).toBeGreaterThan(0);
  });

  it('dated the captures of holds by their payments, and no movement after it was written down', async () => {
    const { captures, earlier, later } = await test.db.one<Record<string, bigint>>(
      `SELECT count(*) AS captures, count(*) FILTER (WHERE occurred_at < moved_at) AS earlier,
              count(*) FILTER (WHERE occurred_at > moved_at) AS later FROM ledger.hold_movements WHERE kind = 'capture'`,
    );
    expect(later).toBe(0n);
    expect(earlier).toBeGreaterThan(0n);
    expect(captures).toBeGreaterThan(earlier ?? 0n);
  });

  it('opens what was sealed, each worker by his own number', async () => {
    const rows = await test.db.query<{ identity_sealed: string; identity_blind: string; identity_masked: string }>(
      'SELECT identity_sealed, identity_blind, identity_masked FROM workers ORDER BY id',
    );
    expect(rows.length).toBeGreaterThan(200);
    for (const { identity_sealed, identity_blind, identity_masked } of rows) {
      const identity = vault.open(
        'identity-number',
        identity_blind,
        Buffer.from(identity_sealed, 'base64'),
        coveredRead('restore', ['identity-number']),
      );
      expect(vault.subjectOf(identity)).toBe(identity_blind);
      expect(vault.mask('identity-number', identity)).toBe(identity_masked);
    }
  });

  it('filled no column of the lines of all time: readers ask of the old ones what they need', async () => {
    const [lines] = await test.db.query(
      'SELECT count(*) > 400 AS "areMany", count(is_known) AS filled, count(engagement_id) > 400 AS "areEngaged" FROM settlement.lines',
    );
    expect(lines).toEqual({ areMany: true, filled: 0n, areEngaged: true });
  });

  it('keeps the chain of its audit log whole', async () => {
    // Its last minutes were never sealed: a hundred years is longer than any test waits.
    const verified = await createAudit(test.db).verify({ unsealedSecondsMax: 3_153_600_000 });
    expect(verified).toMatchObject({ ok: true });
    expect(verified.rows).toBeGreaterThan(1_000);
    // They were sealed as rows of the first form, before there was a second.
    const forms = await test.db.query('SELECT DISTINCT form FROM audit.published_entries');
    expect(forms).toEqual([{ form: 1 }]);
  });
});

/** What an upgrade must not change. */
interface Figures {
  readonly applied: bigint;
  readonly balances: readonly object[];
  readonly holds: readonly object[];
  readonly orders: Readonly<Record<string, bigint>>;
  readonly taxes: readonly object[];
  readonly authorized: readonly object[];
  readonly owed: readonly object[];
}

async function figures({ db }: RestoredDatabase): Promise<Figures> {
  const { applied } = await db.one<{ applied: bigint }>('SELECT count(*) AS applied FROM linggong_migrations');
  const orders = await db.query<{ state: string; count: bigint }>('SELECT state, count(*) FROM orders GROUP BY 1');
  // Accounts that a later chart opens are empty, and change nothing.
  return {
    applied,
    orders: Object.fromEntries(orders.map(({ state, count }) => [state, count])),
    balances: await db.query(
      `SELECT a.code, b.debits_fen, b.credits_fen, b.held_fen FROM ledger.balances b JOIN ledger.accounts a ON a.id = b.account_id
        WHERE b.debits_fen <> 0 OR b.credits_fen <> 0 OR b.held_fen <> 0 ORDER BY 1`,
    ),
    holds: await db.query('SELECT key, state, amount_fen, captured_fen, released_fen FROM ledger.holds ORDER BY key'),
    taxes: await db.query(
      `SELECT tax_month, state, count(*), sum(gross_fen) AS gross, sum(vat_fen) AS vat, sum(income_tax_fen) AS iit, sum(net_fen) AS net
         FROM tax_records GROUP BY 1, 2 ORDER BY 1, 2`,
    ),
    authorized: await db.query(
      `SELECT id AS worker_id, agency_from AS first_day, agency_to AS last_day FROM workers WHERE agency_from IS NOT NULL
        ORDER BY id`,
    ),
    owed: await db.query(
      `SELECT worker_id, enterprise_id, sum(receivable_fen - collected_fen)::bigint AS owed_fen FROM tax_records
        WHERE state <> 'voided' GROUP BY 1, 2 HAVING sum(receivable_fen - collected_fen) <> 0 ORDER BY 1, 2`,
    ),
  };
}
