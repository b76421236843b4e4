-- The plugin's own tables: what supports the life of enterprises and workers but is not a noun of the platform.
-- The nouns themselves (enterprises, enterprise_accounts, workers, bank_cards) are content types in `public`.
CREATE SCHEMA parties;
GRANT USAGE ON SCHEMA parties TO linggong_app;

-- Serials of business numbers. They never go back, so numbers are unique and gaps are allowed.
CREATE SEQUENCE parties.enterprise_serials;
CREATE SEQUENCE parties.worker_serials;
CREATE SEQUENCE parties.sub_account_serials;

-- The same text as businessNumber() of core/domain, for numbers that are given to 50,000 rows in one statement.
CREATE FUNCTION parties.business_number(prefix text, month text, serial bigint) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT prefix || '-' || month || '-' || CASE WHEN serial < 10000 THEN lpad(serial::text, 4, '0') ELSE serial::text END
$$;

-- Every step of an enterprise's onboarding and later life (R2.1), with the criterion that a review applied (R2.6).
CREATE TABLE parties.enterprise_steps (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  enterprise_id integer NOT NULL,
  action text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  actor text NOT NULL,
  reason text,
  criterion text,
  at timestamptz NOT NULL
);
CREATE INDEX enterprise_steps_by_enterprise ON parties.enterprise_steps (enterprise_id, id);

-- How the check of a company against the register stands (R2.4); the evidence itself belongs to real-name.
CREATE TABLE parties.enterprise_verifications (
  enterprise_id integer PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('pending', 'match', 'mismatch', 'no-record', 'error')),
  evidence_code text,
  checked_at timestamptz
);

-- An import of workers from a sheet. The sheet lies encrypted in the vault; rows pass through worker_staging.
CREATE TABLE parties.worker_imports (
  id uuid PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('received', 'done', 'failed')),
  file_id text NOT NULL,
  run_id text,
  mapping jsonb,
  rows_read integer NOT NULL DEFAULT 0,
  rows_registered integer NOT NULL DEFAULT 0,
  rows_refused integer NOT NULL DEFAULT 0,
  problem_code text,
  problem_zh text,
  problem_en text,
  actor text NOT NULL,
  created_at timestamptz NOT NULL,
  finished_at timestamptz
);
CREATE INDEX worker_imports_by_time ON parties.worker_imports (created_at DESC, id);

-- Why rows of an import were refused. Holds the row number, the column and a reason, never a value.
CREATE TABLE parties.worker_import_faults (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  import_id uuid NOT NULL REFERENCES parties.worker_imports,
  row_no integer NOT NULL,
  field text NOT NULL,
  code text NOT NULL,
  text_zh text NOT NULL,
  text_en text NOT NULL,
  UNIQUE (import_id, row_no, field, code)
);
CREATE INDEX worker_import_faults_in_order ON parties.worker_import_faults (import_id, id);

-- Workers on their way into public.workers, every sensitive cell already encrypted. Rows live for one registration:
-- they are deleted in the transaction that registers them (the only table here with DELETE).
CREATE TABLE parties.worker_staging (
  batch_id uuid NOT NULL,
  row_no integer NOT NULL,
  name_sealed text NOT NULL,
  name_blind text NOT NULL,
  name_masked text NOT NULL,
  identity_kind text NOT NULL,
  identity_sealed text NOT NULL,
  identity_blind text NOT NULL,
  identity_masked text NOT NULL,
  phone_sealed text NOT NULL,
  phone_blind text NOT NULL,
  phone_masked text NOT NULL,
  address_sealed text,
  address_masked text,
  card_sealed text,
  card_blind text,
  card_masked text,
  holder_sealed text,
  holder_blind text,
  holder_masked text,
  bank_name text,
  bank_code text,
  country text NOT NULL,
  resident boolean NOT NULL,
  vat_role text NOT NULL,
  agency_from date,
  agency_to date,
  outcome text,
  worker_id integer,
  PRIMARY KEY (batch_id, row_no)
);

GRANT SELECT, INSERT ON parties.enterprise_steps TO linggong_app;
GRANT SELECT, INSERT, UPDATE ON parties.enterprise_verifications, parties.worker_imports TO linggong_app;
GRANT SELECT, INSERT ON parties.worker_import_faults TO linggong_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON parties.worker_staging TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA parties TO linggong_app;
