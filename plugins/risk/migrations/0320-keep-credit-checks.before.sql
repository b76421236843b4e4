-- Checks of enterprises at registers of credit (企业信用核查, R2.3): by an interface, or captured by hand with a screenshot. A check is
-- evidence: appended and never changed. What was answered names people, so it lies sealed in the vault; here stand its hash and what
-- decides.
CREATE SEQUENCE risk.credit_check_number;

-- What a person saved of a page of the register; a check by hand points at it.
CREATE TABLE risk.register_captures (
  id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  enterprise_id integer NOT NULL,
  file_id       uuid NOT NULL,
  content_type  text NOT NULL,
  sha256        text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  taken_by      text NOT NULL,
  taken_at      timestamptz NOT NULL
);
CREATE INDEX register_captures_of ON risk.register_captures (enterprise_id, id);

CREATE TABLE risk.credit_checks (
  id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number        text NOT NULL UNIQUE,
  enterprise_id integer NOT NULL,
  -- a vendor, `national-register` for what a person read himself, `none` where nobody could be asked
  source        text NOT NULL CHECK (source ~ '^[a-z][a-z-]{1,40}$'),
  mode          text NOT NULL CHECK (mode IN ('interface', 'by-hand')),
  cause         text NOT NULL CHECK (cause IN ('scheduled', 'asked', 'by-hand', 'event')),
  outcome       text NOT NULL CHECK (outcome IN ('found', 'no-record', 'unanswered')),
  provider_code text NOT NULL CHECK (length(provider_code) BETWEEN 1 AND 64),
  request_id    text CHECK (length(request_id) <= 128),
  cost_fen      bigint NOT NULL CHECK (cost_fen >= 0),
  tries         jsonb NOT NULL DEFAULT '[]',
  register_state text CHECK (register_state IN ('standing', 'abnormal', 'revoked', 'cancelled', 'moved', 'closed', 'unknown')),
  name_agrees   boolean,
  representative_agrees boolean,
  capital       text CHECK (length(capital) <= 200),
  scope_sha256  text CHECK (scope_sha256 ~ '^[0-9a-f]{64}$'),
  founded_on    date,
  dishonest     boolean,
  abnormal      boolean,
  lawsuits      integer CHECK (lawsuits >= 0),
  -- [{field, before, after}] against the last check that found the company
  changes       jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(changes) = 'array'),
  file_id       uuid,
  sha256        text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  capture_id    integer REFERENCES risk.register_captures,
  note          text CHECK (length(note) <= 500),
  checked_by    text NOT NULL,
  checked_at    timestamptz NOT NULL,
  CHECK ((outcome = 'found') = (register_state IS NOT NULL)),
  -- What was found stands on evidence (凭证), whoever found it.
  CHECK (outcome <> 'found' OR file_id IS NOT NULL),
  CHECK ((file_id IS NULL) = (sha256 IS NULL)),
  CHECK ((mode = 'by-hand') = (capture_id IS NOT NULL))
);
-- One capture stands for one check.
CREATE UNIQUE INDEX credit_checks_capture ON risk.credit_checks (capture_id) WHERE capture_id IS NOT NULL;
CREATE INDEX credit_checks_of ON risk.credit_checks (enterprise_id, id DESC);
CREATE INDEX credit_checks_found ON risk.credit_checks (enterprise_id, checked_at DESC) WHERE outcome = 'found';
CREATE INDEX credit_checks_by_day ON risk.credit_checks (checked_at);

CREATE TRIGGER credit_checks_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON risk.credit_checks FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();
CREATE TRIGGER register_captures_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON risk.register_captures FOR EACH STATEMENT EXECUTE FUNCTION risk.refuse_case_change();

GRANT SELECT, INSERT ON risk.register_captures, risk.credit_checks TO linggong_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA risk TO linggong_app;
