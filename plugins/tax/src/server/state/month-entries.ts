/**
 * What a month is made of: its records, and what voids restated of them (`tax.adjustments`). Conditions on both stand in the
 * query around it, which PostgreSQL moves into both halves.
 */
export const MONTH_ENTRIES = `(
  SELECT worker_id, group_code, regime, enterprise_id, period_id, tax_month, tax_day, vat_role, 1 AS payments, sequence, order_id,
         state, created_at AS made_at, voided_at, gross_fen, vat_fen, urban_maintenance_fen, education_fen,
         local_education_fen, income_fen, income_tax_fen, net_fen, trace
    FROM public.tax_records
  UNION ALL
  SELECT worker_id, group_code, regime, enterprise_id, period_id, tax_month, tax_day, vat_role, 0, 0, NULL, 'paid',
         at AT TIME ZONE 'UTC', NULL, 0, vat_fen, urban_maintenance_fen, education_fen, local_education_fen, -vat_fen,
         income_tax_fen, 0, NULL
    FROM tax.adjustments)`;
