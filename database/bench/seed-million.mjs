import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Client } = require('pg');

export const ENTERPRISES = 100;
export const MONTHS = 12;
/** First of the months that orders lie in. */
const FIRST_MONTH = '2025-11-01';

/**
 * A year of orders in the order in which a year makes them, and as many workers, set-based. Constraints and triggers are off
 * while they are written (what they prove is not looked at here); indexes are not. Sensitive values of these workers are random:
 * those that are searched for are registered with real ones by the serving process.
 */
export const seedMillion = (server, count) => seed(server, [...names(count), ...orders(count)]);

/** Enterprises, tasks, batches and workers behind orders that are there already. */
export const seedNames = (server, count) => seed(server, names(count));

async function seed(server, statements) {
  const client = new Client({ connectionString: server.superuserUrl('linggong') });
  await client.connect();
  try {
    await client.query("SET session_replication_role = 'replica'");
    for (const sql of statements) await client.query(sql);
    await client.query("SET session_replication_role = 'origin'");
    await client.query('VACUUM (ANALYZE)');
    // What the seeding left to be written is not written under what is measured.
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}

const sequences = (tables) =>
  tables.map((table) => `SELECT setval('public.${table}_id_seq', (SELECT max(id) FROM public.${table}))`);

const names = (count) => [
  `INSERT INTO public.enterprises (id, number, name, uscc, state, urban_maintenance_rate, version)
   SELECT i, 'E-' || i, '企业' || i, '91430100' || lpad(i::text, 10, '0'), 'active', '0.07', 1 FROM generate_series(1, ${ENTERPRISES}) i`,
  `INSERT INTO public.tasks (id, number, enterprise_id, title, scenario, form, headcount, unit_price_fen, budget_fen, starts_on,
     ends_on, state, version)
   SELECT i, 'T-' || i, i, '同城配送', 'delivery', 'piece', 100000, 100, 100000000000, '2025-01-01', '2026-12-31', 'published', 1
     FROM generate_series(1, ${ENTERPRISES}) i`,
  `INSERT INTO public.workers (id, number, name_sealed, name_blind, name_masked, identity_kind, identity_sealed, identity_blind,
     identity_masked, phone_sealed, phone_blind, phone_masked, state, real_name_state, vat_role, resident, country, registered_at,
     version)
   SELECT i, 'W-' || i, repeat(md5(i::text), 2), repeat(md5('n' || i), 2), '王**', 'resident-id', repeat(md5('i' || i), 3),
          md5('b' || i) || md5('c' || i), '4301**********1234', repeat(md5('p' || i), 2), md5('q' || i) || md5('r' || i),
          '138****0001', 'active', 'verified', 'platform-files', true, '156', '2025-01-01', 1
     FROM generate_series(1, ${count}) i`,
  `INSERT INTO public.settlement_batches (id, number, enterprise_id, state, file_name, line_count, quote_version, uploaded_at)
   SELECT m * ${ENTERPRISES} + e, 'SB-' || m || '-' || e, e, 'completed', '发放表.csv', 1000, 1, '${FIRST_MONTH}'::date + m * interval '1 month'
     FROM generate_series(0, ${MONTHS - 1}) m, generate_series(1, ${ENTERPRISES}) e`,
  ...sequences(['enterprises', 'tasks', 'workers', 'settlement_batches']),
];

const orders = (count) => [
  `INSERT INTO public.orders (number, batch_id, enterprise_id, worker_id, task_id, engagement_id, bank_card_id, row_no, state,
     amount_fen, gross_fen, fee_fen, fee_mode, fee_timing, tax_bearer, returned_fee, vat_fen, surcharge_fen, income_tax_fen,
     receivable_fen, collected_fen, net_fen,
     payer_account_masked, payee_account_masked, tax_day, confirmed_at, sent_at, paid_at)
   SELECT 'OR-' || i, m * ${ENTERPRISES} + e, e, i, e, 1, 1, i, 'paid', 120000, 120000, 7200, 'on-top',
          'with-payment', 'worker', 'give-back', 0, 0, 0, 0, 0, 120000,
          '****0001', '6222********1234', day, day + time '02:00', day + time '02:01', day + time '02:02'
     FROM generate_series(1, ${count}) i
     CROSS JOIN LATERAL (SELECT (i - 1)::bigint * ${MONTHS} / ${count} AS m, i % ${ENTERPRISES} + 1 AS e) place
     CROSS JOIN LATERAL (SELECT ('${FIRST_MONTH}'::date + m * interval '1 month')::date + i % 28 AS day) dated`,
  `INSERT INTO settlement.order_months (enterprise_id, month, first_id, last_id)
   SELECT enterprise_id, date_trunc('month', tax_day)::date, min(id), max(id) FROM public.orders GROUP BY 1, 2`,
];

/** The months that orders lie in, oldest first. */
export const months = Array.from({ length: MONTHS }, (_, index) =>
  new Date(Date.UTC(2025, 10 + index, 1)).toISOString().slice(0, 7),
);
