-- Strapi keeps an index on every relation column, period_id among them: ours on (period_id, id) only slowed the writing of
-- records, a hundred thousand a batch.
DROP INDEX public.tax_records_by_period;
