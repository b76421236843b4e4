-- What risk decided about a batch as a whole (商户批次, 事中, R6.3), one decision a quote: the payments of a quote change with its version alone. The
-- decision itself, with what it stood on, is kept by risk; here stands what the confirmation asks. Never rewritten.
CREATE TABLE settlement.batch_decisions (
  batch_id integer NOT NULL,
  quote_version integer NOT NULL,
  decision_id bigint NOT NULL,
  -- Version of the table of the Studio.
  version_id bigint NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('approve', 'review', 'hold', 'decline')),
  score integer NOT NULL,
  -- Ids of the rows that hit, and their words as they were.
  hits text[] NOT NULL,
  reasons jsonb NOT NULL CHECK (jsonb_typeof(reasons) = 'array'),
  -- SHA-256 over the payments where they are not approved: row, worker, card, task and amount.
  payments_sha256 text CHECK (payments_sha256 ~ '^[0-9a-f]{64}$'),
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (batch_id, quote_version),
  CHECK ((outcome = 'approve') = (payments_sha256 IS NULL))
);
GRANT SELECT, INSERT ON settlement.batch_decisions TO linggong_app;

-- Who let a batch go that risk had looked at, and by what: for exactly these payments and the rows that hit then. Never rewritten.
CREATE TABLE settlement.batch_reviews (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  batch_id integer NOT NULL,
  quote_version integer NOT NULL,
  decision_id bigint NOT NULL,
  payments_sha256 text NOT NULL CHECK (payments_sha256 ~ '^[0-9a-f]{64}$'),
  hits text[] NOT NULL,
  payments integer NOT NULL CHECK (payments > 0),
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  reason text NOT NULL CHECK (length(trim(reason)) BETWEEN 2 AND 500),
  reviewed_by integer,
  reviewed_name text NOT NULL,
  reviewed_at timestamptz NOT NULL,
  UNIQUE (batch_id, decision_id)
);
GRANT SELECT, INSERT ON settlement.batch_reviews TO linggong_app;

CREATE FUNCTION settlement.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'decisions about batches and who let them go are never rewritten (批次判定与核实不可更改): % on %', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER batch_decisions_stay BEFORE UPDATE OR DELETE ON settlement.batch_decisions
  FOR EACH ROW EXECUTE FUNCTION settlement.refuse_rewriting();
CREATE TRIGGER batch_reviews_stay BEFORE UPDATE OR DELETE ON settlement.batch_reviews
  FOR EACH ROW EXECUTE FUNCTION settlement.refuse_rewriting();
