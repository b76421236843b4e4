-- What the next payment of a worker stands on, and what it stood on: the running totals, the months they are made of, and
-- the dated parameters. The records of single payments (tax_records) and their periods (tax_periods) are content types.
CREATE SCHEMA tax;
GRANT USAGE ON SCHEMA tax TO linggong_app;

-- Cumulation group (累计预扣口径): the platform enterprise with its operating entities, which withhold as one agent. A worker
-- cumulates once a group, whatever enterprises he works for.
CREATE TABLE tax.cumulation_groups (
  code text PRIMARY KEY,
  name_zh text NOT NULL,
  name_en text NOT NULL
);
INSERT INTO tax.cumulation_groups VALUES ('platform', '平台企业及其运营主体', 'The platform enterprise and its operating entities');

-- Dated parameters (参数表). A row is evidence of what a payment was computed with: values never change, rows only end.
CREATE TABLE tax.parameters (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  value jsonb NOT NULL,
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to >= valid_from),
  reference_zh text NOT NULL,
  reference_en text NOT NULL,
  approved_by text NOT NULL,
  UNIQUE (name, valid_from)
);

-- Running totals (累计预扣状态), one row a worker, group and regime: the row that every payment locks. `version` counts
-- changes; a quote names the version it stands on. It holds the run in progress (year, run_no) with its sums; `payments` is
-- the sequence of the last record, `month` the month of the last live payment. `files_…` is what the platform declares of VAT
-- in that month.
CREATE TABLE tax.cumulations (
  worker_id integer NOT NULL,
  group_code text NOT NULL REFERENCES tax.cumulation_groups,
  regime text NOT NULL,
  version bigint NOT NULL DEFAULT 0,
  payments integer NOT NULL DEFAULT 0,
  month text CHECK (month ~ '^\d{4}-\d{2}$'),
  first_month text CHECK (first_month ~ '^\d{4}-\d{2}$'),
  run_no integer NOT NULL DEFAULT 0,
  months integer NOT NULL DEFAULT 0,
  income_fen bigint NOT NULL DEFAULT 0,
  exempt_fen bigint NOT NULL DEFAULT 0,
  other_deduction_fen bigint NOT NULL DEFAULT 0,
  relief_fen bigint NOT NULL DEFAULT 0,
  withheld_fen bigint NOT NULL DEFAULT 0 CHECK (withheld_fen >= 0),
  files_gross_fen bigint NOT NULL DEFAULT 0,
  files_special_fen bigint NOT NULL DEFAULT 0,
  files_other_sales_fen bigint NOT NULL DEFAULT 0,
  files_vat_fen bigint NOT NULL DEFAULT 0,
  files_urban_fen bigint NOT NULL DEFAULT 0,
  files_education_fen bigint NOT NULL DEFAULT 0,
  files_local_education_fen bigint NOT NULL DEFAULT 0,
  receivable_fen bigint NOT NULL DEFAULT 0 CHECK (receivable_fen >= 0),
  refund_due_fen bigint NOT NULL DEFAULT 0 CHECK (refund_due_fen >= 0),
  run_payments integer NOT NULL DEFAULT 0 CHECK (run_payments >= 0),
  run_gross_fen bigint NOT NULL DEFAULT 0 CHECK (run_gross_fen >= 0),
  run_vat_fen bigint NOT NULL DEFAULT 0 CHECK (run_vat_fen >= 0),
  run_surcharge_fen bigint NOT NULL DEFAULT 0 CHECK (run_surcharge_fen >= 0),
  run_income_fen bigint NOT NULL DEFAULT 0,
  run_income_tax_fen bigint NOT NULL DEFAULT 0 CHECK (run_income_tax_fen >= 0),
  run_net_fen bigint NOT NULL DEFAULT 0 CHECK (run_net_fen >= 0),
  updated_at timestamptz,
  id bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (worker_id, group_code, regime)
) WITH (fillfactor = 60);

-- New totals of a batch on their way into the table above: COPY and one UPDATE are several times faster than arrays. Rows
-- are deleted in the transaction that writes them, so the table is empty for everybody at all times.
CREATE UNLOGGED TABLE tax.staged_totals (LIKE tax.cumulations);
ALTER TABLE tax.staged_totals ALTER COLUMN group_code DROP NOT NULL, ALTER COLUMN id DROP NOT NULL;

-- Runs that have ended, by a gap or with the year.
CREATE TABLE tax.past_runs (
  worker_id integer NOT NULL,
  group_code text NOT NULL REFERENCES tax.cumulation_groups,
  regime text NOT NULL,
  year integer NOT NULL,
  run_no integer NOT NULL,
  first_month text NOT NULL,
  last_month text NOT NULL,
  months integer NOT NULL,
  payments integer NOT NULL CHECK (payments >= 0),
  gross_fen bigint NOT NULL,
  vat_fen bigint NOT NULL,
  surcharge_fen bigint NOT NULL,
  income_fen bigint NOT NULL,
  income_tax_fen bigint NOT NULL,
  net_fen bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (worker_id, group_code, regime, year, run_no)
);

-- Year to date (本年累计): one row a worker, group, regime, year and run (连续段).
CREATE VIEW tax.worker_years AS
SELECT id * 2 AS id, worker_id, group_code, regime, left(month, 4)::integer AS year, run_no, first_month, month AS last_month,
       months, run_payments AS payments, run_gross_fen AS gross_fen, run_vat_fen AS vat_fen,
       run_surcharge_fen AS surcharge_fen, run_income_fen AS income_fen, run_income_tax_fen AS income_tax_fen,
       run_net_fen AS net_fen, receivable_fen, true AS is_current
FROM tax.cumulations WHERE run_payments > 0
UNION ALL
SELECT id * 2 + 1, worker_id, group_code, regime, year, run_no, first_month, last_month, months, payments, gross_fen, vat_fen,
       surcharge_fen, income_fen, income_tax_fen, net_fen, 0, false
FROM tax.past_runs WHERE payments > 0;

-- Returns that must be filed again (更正申报) because a payment of a filed month was voided. Append-only.
CREATE TABLE tax.corrections (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  record_id integer NOT NULL,
  worker_id integer NOT NULL,
  group_code text NOT NULL,
  regime text NOT NULL,
  month text NOT NULL,
  income_before_fen bigint NOT NULL,
  income_after_fen bigint NOT NULL,
  tax_before_fen bigint NOT NULL,
  tax_after_fen bigint NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX corrections_by_month ON tax.corrections (group_code, month);

CREATE FUNCTION tax.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are evidence and are never changed or deleted', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER corrections_append_only BEFORE UPDATE OR DELETE ON tax.corrections
  FOR EACH STATEMENT EXECUTE FUNCTION tax.refuse_change();
CREATE TRIGGER parameters_keep_values BEFORE UPDATE OF name, value, valid_from, reference_zh, reference_en, approved_by OR DELETE
  ON tax.parameters FOR EACH STATEMENT EXECUTE FUNCTION tax.refuse_change();

GRANT SELECT ON tax.cumulation_groups, tax.parameters, tax.worker_years TO linggong_app;
GRANT SELECT, INSERT, UPDATE ON tax.cumulations, tax.past_runs TO linggong_app;
GRANT SELECT, INSERT, DELETE ON tax.staged_totals TO linggong_app;
GRANT SELECT, INSERT ON tax.corrections TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA tax TO linggong_app;
