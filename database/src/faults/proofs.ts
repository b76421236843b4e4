import { createAudit } from '@linggong/audit';
import { verifyBooks } from '@linggong/ledger';
import type { FaultWorld } from './fault-world';

/** One sentence that must hold after any number of faults, with what was counted. */
export interface Proof {
  readonly sentence: string;
  readonly holds: boolean;
  readonly figures: Readonly<Record<string, unknown>>;
}

/**
 * Everything that must hold for these batches and for the books as a whole. Nothing is believed that a stage said of itself:
 * orders are compared with the lines they came from, with the bank's own books, with the ledger and with the tax records.
 */
export async function proveAll(world: FaultWorld, batchIds: readonly number[], lines: number): Promise<Proof[]> {
  return [
    await everyLineOnce(world, batchIds, lines),
    await bankPaidOnce(world, batchIds),
    await ledgerBalances(world),
    await ledgerIsOrders(world, batchIds),
    await bankIsLedger(world),
    await taxIsRecords(world, batchIds),
    await totalsAreRecords(world),
    await auditIsWhole(world, batchIds),
    await nothingWaits(world),
  ];
}

async function proof(
  world: FaultWorld,
  sentence: string,
  sql: string,
  values: readonly unknown[],
  holds: (figures: Record<string, bigint>) => boolean,
): Promise<Proof> {
  const figures = await world.db.one<Record<string, bigint>>(sql, values);
  return { sentence, holds: holds(figures), figures };
}

function everyLineOnce(world: FaultWorld, batchIds: readonly number[], lines: number): Promise<Proof> {
  return proof(
    world,
    'every line is booked exactly once',
    `SELECT (SELECT count(*) FROM settlement.lines WHERE batch_id = ANY ($1::int[])) AS lines,
            count(*) AS orders, count(DISTINCT (batch_id, row_no)) AS rows,
            count(*) FILTER (WHERE state = 'paid') AS paid, count(*) FILTER (WHERE state = 'failed') AS failed,
            (SELECT count(*) FROM public.settlement_batches b WHERE b.id = ANY ($1::int[]) AND b.state = 'completed'
               AND b.paid_count + b.failed_count = b.line_count) AS completed
       FROM public.orders WHERE batch_id = ANY ($1::int[])`,
    [batchIds],
    (f) =>
      f['lines'] === BigInt(lines * batchIds.length) &&
      f['orders'] === f['lines'] &&
      f['rows'] === f['lines'] &&
      (f['paid'] ?? 0n) + (f['failed'] ?? 0n) === f['lines'] &&
      f['completed'] === BigInt(batchIds.length),
  );
}

/** The sandbox bank's books are its own: what it debited, and what it refused and never debited. */
function bankPaidOnce(world: FaultWorld, batchIds: readonly number[]): Promise<Proof> {
  return proof(
    world,
    'the bank got and paid each payment once',
    `WITH mine AS (
       SELECT o.id, o.state, o.net_fen, p.number, p.amount_fen FROM public.orders o LEFT JOIN public.payouts p
         ON p.order_id = o.id AND p.state <> 'cancelled' WHERE o.batch_id = ANY ($1::int[])
     ), paid AS (
       SELECT end_to_end_id, count(*) AS times, sum(amount_fen) AS fen FROM sandbox_bank.entries
        WHERE direction = 'debit' AND NOT reversal GROUP BY 1
     )
     SELECT count(*) AS payouts, count(DISTINCT m.id) AS orders,
            (SELECT count(*) FROM sandbox_bank.instructions i WHERE i.end_to_end_id IN (SELECT number FROM mine)) AS instructions,
            count(*) FILTER (WHERE m.state = 'paid' AND coalesce(paid.times, 0) <> 1) AS "paidNotOnce",
            count(*) FILTER (WHERE m.state = 'failed' AND paid.times IS NOT NULL) AS "failedYetPaid",
            count(*) FILTER (WHERE m.state = 'paid' AND paid.fen IS DISTINCT FROM m.net_fen) AS "otherAmount",
            (SELECT count(*) FROM paid WHERE end_to_end_id NOT IN (SELECT number FROM public.payouts)) AS "paidForNobody"
       FROM mine m LEFT JOIN paid ON paid.end_to_end_id = m.number`,
    [batchIds],
    (f) =>
      f['payouts'] === f['orders'] &&
      f['instructions'] === f['orders'] &&
      f['paidNotOnce'] === 0n &&
      f['failedYetPaid'] === 0n &&
      f['otherAmount'] === 0n &&
      f['paidForNobody'] === 0n,
  );
}

async function ledgerBalances({ db }: FaultWorld): Promise<Proof> {
  const broken = await verifyBooks(db);
  const { sum, postings } = await db.one<{ sum: bigint; postings: bigint }>(
    `SELECT coalesce(sum(debits_fen - credits_fen), 0)::bigint AS sum, (SELECT count(*) FROM ledger.postings) AS postings
       FROM ledger.balances`,
  );
  return {
    sentence: 'the ledger balances',
    holds: broken.length === 0 && sum === 0n,
    figures: { broken, sum, postings },
  };
}

function ledgerIsOrders(world: FaultWorld, batchIds: readonly number[]): Promise<Proof> {
  return proof(
    world,
    'each paid order has one entry in the ledger, no other has one, and nothing is held',
    `WITH booked AS (SELECT split_part(key, ':', 2)::int AS order_id, count(*) AS times FROM ledger.transactions
                      WHERE key LIKE 'order-paid:%' GROUP BY 1)
     SELECT count(*) FILTER (WHERE o.state = 'paid') AS paid,
            count(*) FILTER (WHERE o.state = 'paid' AND coalesce(b.times, 0) <> 1) AS "paidNotOnce",
            count(*) FILTER (WHERE o.state <> 'paid' AND b.times IS NOT NULL) AS "bookedNotPaid",
            (SELECT coalesce(sum(held_fen), 0)::bigint FROM ledger.balances) AS held
       FROM public.orders o LEFT JOIN booked b ON b.order_id = o.id WHERE o.batch_id = ANY ($1::int[])`,
    [batchIds],
    (f) => (f['paid'] ?? 0n) > 0n && f['paidNotOnce'] === 0n && f['bookedNotPaid'] === 0n && f['held'] === 0n,
  );
}

function bankIsLedger(world: FaultWorld): Promise<Proof> {
  return proof(
    world,
    'sub-accounts at the bank and in the ledger are equal to the fen',
    `SELECT count(*) AS accounts, count(*) FILTER (WHERE s.balance_fen IS DISTINCT FROM b.debits_fen - b.credits_fen) AS unequal
       FROM public.enterprise_accounts e JOIN sandbox_bank.sub_accounts s ON s.number = e.sub_account_number
       LEFT JOIN ledger.accounts a ON a.code = 'bank:' || e.enterprise_id LEFT JOIN ledger.balances b ON b.account_id = a.id`,
    [],
    (f) => (f['accounts'] ?? 0n) > 0n && f['unequal'] === 0n,
  );
}

function taxIsRecords(world: FaultWorld, batchIds: readonly number[]): Promise<Proof> {
  return proof(
    world,
    'each paid order has one tax record in force with its very figures, and no other order has one',
    `SELECT count(*) FILTER (WHERE o.state = 'paid') AS paid,
            count(*) FILTER (WHERE o.state = 'paid' AND t.id IS NULL) AS "withoutRecord",
            count(*) FILTER (WHERE o.state <> 'paid' AND t.id IS NOT NULL) AS "recordWithoutPayment",
            count(*) FILTER (WHERE t.id IS NOT NULL AND (t.state <> 'paid' OR t.tax_day <> o.tax_day
              OR (t.gross_fen, t.vat_fen, t.urban_maintenance_fen + t.education_fen + t.local_education_fen, t.income_tax_fen,
                  t.net_fen) IS DISTINCT FROM (o.gross_fen, o.vat_fen, o.surcharge_fen, o.income_tax_fen, o.net_fen))) AS unequal,
            count(*) - count(DISTINCT o.id) AS doubled
       FROM public.orders o LEFT JOIN public.tax_records t ON t.order_id = o.id AND t.state <> 'voided'
      WHERE o.batch_id = ANY ($1::int[])`,
    [batchIds],
    (f) =>
      (f['paid'] ?? 0n) > 0n &&
      f['withoutRecord'] === 0n &&
      f['recordWithoutPayment'] === 0n &&
      f['unequal'] === 0n &&
      f['doubled'] === 0n,
  );
}

/** The running totals of every worker against the sum of his records in force, run by run. */
function totalsAreRecords(world: FaultWorld): Promise<Proof> {
  return proof(
    world,
    'the tax totals of every worker are the sum of his records',
    `WITH recorded AS (
       SELECT worker_id, group_code, regime, left(tax_month, 4)::int AS year, run_no, count(*) AS payments,
              sum(gross_fen)::bigint AS gross_fen, sum(vat_fen)::bigint AS vat_fen, sum(income_tax_fen)::bigint AS tax_fen,
              sum(net_fen)::bigint AS net_fen
         FROM public.tax_records WHERE state <> 'voided' GROUP BY 1, 2, 3, 4, 5
     )
     SELECT count(*) AS totals, count(*) FILTER (WHERE (y.payments, y.gross_fen, y.vat_fen, y.income_tax_fen, y.net_fen)
              IS DISTINCT FROM (r.payments::int, r.gross_fen, r.vat_fen, r.tax_fen, r.net_fen)) AS unequal
       FROM tax.worker_years y FULL JOIN recorded r
         ON (r.worker_id, r.group_code, r.regime, r.year, r.run_no) = (y.worker_id, y.group_code, y.regime, y.year, y.run_no)`,
    [],
    (f) => (f['totals'] ?? 0n) > 0n && f['unequal'] === 0n,
  );
}

async function auditIsWhole({ db }: FaultWorld, batchIds: readonly number[]): Promise<Proof> {
  const { ok, firstBroken, blocks, rows } = await createAudit(db).verify();
  const told = await db.query<{ action: string; times: number }>(
    `SELECT action, count(DISTINCT subject_id)::int AS times FROM audit.published_entries
      WHERE subject_kind = 'settlement-batch' AND subject_id = ANY ($1::text[])
        AND action IN ('settlement-batch.upload', 'settlement-batch.quote', 'settlement-batch.confirm', 'settlement-batch.release')
      GROUP BY 1 ORDER BY 1`,
    [batchIds.map(String)],
  );
  const complete = told.length === 4 && told.every(({ times }) => times === batchIds.length);
  return {
    sentence: 'the audit log is whole: its chain is unbroken, and it tells every step of every batch',
    holds: ok && blocks > 0 && complete,
    figures: { blocks, rows, firstBroken: firstBroken ?? null, told },
  };
}

function nothingWaits(world: FaultWorld): Promise<Proof> {
  return proof(
    world,
    'no job failed, no event was lost, and no connection hangs in an aborted transaction',
    // The world gives nobody the right to back it up, so backup and drill are refused when the clock passes their hours.
    `SELECT (SELECT count(*) FROM jobs.runs
               WHERE state = 'failed' AND coalesce(problem ->> 'code', '') NOT IN ('continuity.no-backup-role', 'continuity.no-backup')) AS "failedRuns",
            (SELECT string_agg(DISTINCT concat_ws(' ', name, problem ->> 'code'), ', ') FROM jobs.runs WHERE state = 'failed') AS failed,
            (SELECT count(*) FROM jobs.outbox WHERE failed_at IS NOT NULL) AS "failedEvents",
            (SELECT count(*) FROM channels.unmatched_answers) AS unmatched,
            (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
               AND state = 'idle in transaction (aborted)') AS aborted`,
    [],
    (f) => f['failedRuns'] === 0n && f['failedEvents'] === 0n && f['unmatched'] === 0n && f['aborted'] === 0n,
  );
}
