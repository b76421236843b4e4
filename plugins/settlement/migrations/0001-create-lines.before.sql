-- The working tables of settlement. The nouns (settlement_batches, orders, deposits) are content types in `public`; what
-- a batch is made of before it is confirmed is staging of ours, because it is written 100,000 rows at a time by COPY.
CREATE SCHEMA settlement;
GRANT USAGE ON SCHEMA settlement TO linggong_app;

-- Serials of business numbers. They never go back, so numbers are unique and gaps are allowed.
CREATE SEQUENCE settlement.batch_serials;
CREATE SEQUENCE settlement.order_serials;
CREATE SEQUENCE settlement.deposit_serials;

-- The same text as businessNumber() of core/domain, for numbers that are given to 100,000 rows in one statement.
CREATE FUNCTION settlement.business_number(prefix text, month text, serial bigint) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT prefix || '-' || month || '-' || CASE WHEN serial < 10000 THEN lpad(serial::text, 4, '0') ELSE serial::text END
$$;

-- One row of a payout sheet. Sensitive cells arrive encrypted; there is never a plain column. `id` is
-- batch × 2,000,000 + row number (a worksheet has at most 1,048,576 rows), so that it is known before the row is written.
-- Free space in every page lets the two updates of a check (match, quote) stay on it without touching an index.
CREATE TABLE settlement.lines (
  id bigint PRIMARY KEY,
  batch_id integer NOT NULL,
  row_no integer NOT NULL,
  state text NOT NULL DEFAULT 'read' CHECK (state IN ('read', 'blocked', 'held', 'ready', 'excluded')),
  -- The sensitive cells as they were read (JSON), encrypted as one value bound to the line: only an edit opens it.
  cells_sealed bytea NOT NULL,
  name_blind bytea,
  name_masked text,
  identity_blind bytea,
  identity_masked text,
  phone_masked text,
  card_blind bytea,
  card_masked text,
  task_number text,
  amount_fen bigint CHECK (amount_fen > 0),
  remark text,
  -- What is wrong with the row itself: [{code, params}]; null where nothing is.
  faults jsonb,
  -- Every reason in force, faults included; set when a check ends. Lists filter and group by it.
  codes text[] NOT NULL DEFAULT '{}',
  -- Check that examined the line last; its blockers carry the same number.
  check_no integer NOT NULL DEFAULT 0,
  worker_id integer,
  card_id integer,
  task_id integer,
  engagement_id integer,
  quote_version integer,
  fee_fen bigint,
  vat_fen bigint,
  surcharge_fen bigint,
  income_tax_fen bigint,
  receivable_fen bigint,
  collected_fen bigint,
  net_fen bigint,
  CONSTRAINT lines_quoted_whole CHECK (state <> 'ready' OR (net_fen IS NOT NULL AND fee_fen IS NOT NULL
    AND net_fen = amount_fen - vat_fen - surcharge_fen - income_tax_fen + receivable_fen - collected_fen AND net_fen >= 0))
) WITH (fillfactor = 60, autovacuum_analyze_scale_factor = 0.02);
CREATE INDEX lines_by_batch ON settlement.lines (batch_id, row_no);

-- Why a line cannot be paid, one row a reason: append-only, a newer check simply outnumbers the older. `lasting` reasons
-- belong to the line's own check; the others (limits, duplicates) depend on the whole batch and are found anew by each.
CREATE TABLE settlement.blockers (
  line_id bigint NOT NULL,
  batch_id integer NOT NULL,
  check_no integer NOT NULL,
  lasting boolean NOT NULL,
  code text NOT NULL,
  params jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX blockers_by_line ON settlement.blockers (line_id, check_no);
CREATE INDEX blockers_by_batch ON settlement.blockers (batch_id, check_no);

-- What is known of a batch beside its content type: how the sheet was read, and what the last check and quote stood on.
CREATE TABLE settlement.batch_details (
  batch_id integer PRIMARY KEY,
  sheet jsonb NOT NULL,
  check_no integer NOT NULL DEFAULT 0,
  blockers jsonb NOT NULL DEFAULT '[]',
  fee_plan_id integer,
  net_max_fen bigint,
  net_median_fen bigint,
  worker_count integer,
  collected_fen bigint
);

-- Every step of a batch: who, when, why. The timeline of the console.
CREATE TABLE settlement.batch_steps (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  batch_id integer NOT NULL,
  event text NOT NULL,
  actor text NOT NULL,
  account_id integer,
  reason text,
  facts jsonb NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL
);
CREATE INDEX batch_steps_by_batch ON settlement.batch_steps (batch_id, id);

-- What the open and paid orders of a worker sum to in a month: the limit is reserved at confirmation, so that two batches
-- confirmed at once cannot pass it together.
CREATE TABLE settlement.worker_months (
  worker_id integer NOT NULL,
  month text NOT NULL,
  gross_fen bigint NOT NULL CHECK (gross_fen >= 0),
  PRIMARY KEY (worker_id, month)
);

-- Which orders went into which instruction file, and for which month their tax stands: a file that did not leave in that
-- month is taken back.
CREATE TABLE settlement.instruction_files (
  message_id text PRIMARY KEY,
  batch_id integer NOT NULL,
  tax_month text NOT NULL,
  order_ids integer[] NOT NULL
);

-- Dated settings; the newest row that has begun decides. Studio takes them over in a later issue.
CREATE TABLE settlement.policies (
  effective_from date PRIMARY KEY,
  line_limit_fen bigint NOT NULL CHECK (line_limit_fen > 0),
  worker_month_limit_fen bigint NOT NULL CHECK (worker_month_limit_fen > 0),
  release_above_fen bigint NOT NULL CHECK (release_above_fen >= 0),
  quote_hours integer NOT NULL CHECK (quote_hours BETWEEN 1 AND 240),
  note text NOT NULL
);
INSERT INTO settlement.policies VALUES
  ('2025-01-01', 50000000, 100000000, 10000000, 24,
   '首版：单笔 50 万元，灵工每月 100 万元，冻结额超过 10 万元的批次须财务审批放款，报价 24 小时有效');

-- Titles of a sheet that an enterprise mapped once; null means that the column is left out.
CREATE TABLE settlement.header_mappings (
  enterprise_id integer NOT NULL,
  title text NOT NULL,
  column_key text,
  PRIMARY KEY (enterprise_id, title)
);

-- After a COPY of 100,000 rows the planner must not wait for autovacuum to learn of them; the application may not ANALYZE.
CREATE FUNCTION settlement.analyze_lines() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = settlement, pg_temp AS $$
BEGIN
  ANALYZE settlement.lines;
END $$;
REVOKE ALL ON FUNCTION settlement.analyze_lines() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION settlement.analyze_lines() TO linggong_app;

GRANT SELECT, INSERT, UPDATE ON settlement.lines, settlement.batch_details, settlement.worker_months,
  settlement.header_mappings TO linggong_app;
GRANT SELECT, INSERT ON settlement.blockers, settlement.batch_steps, settlement.instruction_files TO linggong_app;
GRANT SELECT ON settlement.policies TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA settlement TO linggong_app;
