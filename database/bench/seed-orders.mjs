import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Client } = require('pg');

const ORDERS_A_WORKER = 10;

const ORDERS = `INSERT INTO public.orders (number, batch_id, enterprise_id, worker_id, task_id, engagement_id, bank_card_id, row_no, state,
    amount_fen, gross_fen, fee_fen, fee_mode, fee_timing, tax_bearer, returned_fee, vat_fen, surcharge_fen, income_tax_fen,
    receivable_fen, collected_fen, net_fen, tax_day,
    confirmed_at, sent_at, paid_at, bank_reference, payee_account_masked, payer_account_masked)
  SELECT 'LO-' || lpad(n::text, 10, '0'), 1 + n / 100000, 1, 1 + (n - 1) / ${ORDERS_A_WORKER}, 1, n, n, n, 'paid',
    300000 + n % 1000, 300000 + n % 1000, 18000, 'on-top', 'with-payment', 'worker', 'give-back', 0, 0, 1000, 0, 0,
    299000 + n % 1000, (now() AT TIME ZONE 'Asia/Shanghai')::date,
    now(), now(), now(), md5(n::text), '622202*********' || lpad((n % 10000)::text, 4, '0'), '8110************01'
    FROM generate_series(1, $1::int) n`;

const ORDER_MONTHS = `INSERT INTO settlement.order_months (enterprise_id, month, first_id, last_id)
  SELECT enterprise_id, date_trunc('month', tax_day)::date, min(id), max(id) FROM public.orders GROUP BY 1, 2`;

/**
 * Paid orders with everything that paying leaves behind: tax records, ledger transactions and postings, totals that agree. Set-based,
 * as superuser; the checks of the tables stand, foreign keys do not (there is one enterprise and no worker behind the numbers).
 */
export async function seedOrders(server, orders) {
  const client = new Client({ connectionString: server.superuserUrl('linggong') });
  await client.connect();
  try {
    await client.query(`SET timezone = 'UTC'; SET synchronous_commit = off`);
    await client.query(`SELECT ledger.open_enterprise_accounts(ARRAY[1], now())`);
    await client.query(
      `SELECT ledger.ensure_months((now() - interval '1 month')::date, (now() + interval '1 month')::date)`,
    );
    await client.query(`SET session_replication_role = replica`);
    await client.query(ORDERS, [orders]);
    await client.query(ORDER_MONTHS);
    await client.query(
      `INSERT INTO public.tax_records (order_id, worker_id, enterprise_id, period_id, group_code, regime, run_no, sequence, tax_day,
         tax_month, state, gross_fen, vat_role, vat_fen, urban_maintenance_fen, education_fen, local_education_fen, income_fen, months,
         taxable_fen, rate_millionths, quick_fen, cumulative_tax_fen, income_tax_fen, receivable_fen, collected_fen, net_fen,
         parameters_version, trace, final_at)
       SELECT o.id, o.worker_id, 1, 1, 'platform', 'platform-labor', 1, row_number() OVER (PARTITION BY o.worker_id ORDER BY o.id),
              o.tax_day, to_char(o.tax_day, 'YYYY-MM'), 'paid', o.gross_fen, 'platform-files', 0, 0, 0, 0, o.gross_fen, 1, 0, 30000, 0,
              1000, o.income_tax_fen, 0, 0, o.net_fen, 'bench', '[]', now()
         FROM public.orders o`,
    );
    await client.query(
      `INSERT INTO tax.cumulations (worker_id, group_code, regime, version, payments, month, first_month, run_no, months, run_payments,
         run_gross_fen, run_income_fen, run_income_tax_fen, run_net_fen, updated_at)
       SELECT worker_id, 'platform', 'platform-labor', 1, count(*), min(tax_month), min(tax_month), 1, 1, count(*), sum(gross_fen),
              sum(income_fen), sum(income_tax_fen), sum(net_fen), now()
         FROM public.tax_records GROUP BY worker_id`,
    );
    await client.query(
      `INSERT INTO ledger.transaction_keys (key, occurred_at, input_sha256)
       SELECT 'order-paid:' || id, now(), sha256(id::text::bytea) FROM public.orders
       UNION ALL SELECT 'deposit:1', now(), sha256('deposit')`,
    );
    await client.query(
      `INSERT INTO ledger.transactions (id, occurred_at, recorded_at, key, kind, reference, enterprise_id, actor, trace_id)
       SELECT transaction_id, occurred_at, now(), key, CASE WHEN key = 'deposit:1' THEN 'deposit' ELSE 'order-paid' END,
              replace(key, 'order-paid', 'order'), 1, 'bench', 'bench' FROM ledger.transaction_keys`,
    );
    // From here on with the triggers: the stored balances come from the postings themselves.
    await client.query(`SET session_replication_role = origin`);
    await post(
      client,
      `SELECT k.transaction_id, 1, k.occurred_at, 'deposit:1', 'bank:1', 400000::bigint * $1::bigint
      FROM ledger.transaction_keys k WHERE k.key = 'deposit:1'`,
      [orders],
    );
    await post(
      client,
      `SELECT k.transaction_id, v.line, k.occurred_at, v.source, v.destination, v.amount
      FROM public.orders o JOIN ledger.transaction_keys k ON k.key = 'order-paid:' || o.id
      CROSS JOIN LATERAL (VALUES (1, 'workers:1', 'deposit:1', o.gross_fen), (2, 'fee:1', 'deposit:1', o.fee_fen),
        (3, 'bank:1', 'workers:1', o.net_fen), (4, 'tax-iit:1', 'workers:1', o.income_tax_fen)) AS v (line, source, destination, amount)`,
    );
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}

function post(client, rows, values = []) {
  return client.query(
    `INSERT INTO ledger.postings (transaction_id, line, occurred_at, source_id, destination_id, amount_fen)
     SELECT r.id, r.line, r.at, s.id, d.id, r.amount FROM (${rows}) AS r (id, line, at, source, destination, amount)
       JOIN ledger.accounts s ON s.code = r.source JOIN ledger.accounts d ON d.code = r.destination`,
    values,
  );
}
