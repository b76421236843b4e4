-- Every tax record with its figures, for the nightly audits (continuity); a function, so that no column is held fast.
CREATE FUNCTION tax.record_rows()
RETURNS TABLE (record_id integer, order_id integer, worker_id integer, enterprise_id integer, state text, tax_day date,
  gross_fen bigint, vat_fen bigint, surcharge_fen bigint, income_tax_fen bigint, receivable_fen bigint,
  collected_fen bigint, net_fen bigint)
LANGUAGE sql STABLE AS $$
  SELECT r.id, r.order_id, r.worker_id, r.enterprise_id, r.state, r.tax_day, r.gross_fen, r.vat_fen,
         r.urban_maintenance_fen + r.education_fen + r.local_education_fen, r.income_tax_fen, r.receivable_fen,
         r.collected_fen, r.net_fen
    FROM public.tax_records r
$$;

CREATE VIEW tax.published_records AS SELECT * FROM tax.record_rows();
GRANT SELECT ON tax.published_records TO linggong_app;
