-- The witness's own store (旁证库), in a schema that neither the application nor the owner of the database can write, alter or drop. Run inside the
-- platform's database by a superuser, after database-rights.sql; `npm start` runs it on the embedded server. Repeatable.
CREATE SCHEMA IF NOT EXISTS witness AUTHORIZATION linggong_witness;
GRANT USAGE ON SCHEMA witness TO linggong_app;
SET ROLE linggong_witness;

-- A transaction that was not the platform's, a gap in the log, or a change of the watch itself. Chained by digest, and never changed.
CREATE TABLE IF NOT EXISTS witness.transactions (
  no           bigint PRIMARY KEY,
  recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  kind         text NOT NULL CHECK (kind IN ('bypass', 'migration', 'watch', 'gap')),
  at           timestamptz NOT NULL,
  xid          bigint,
  lsn          pg_lsn,
  db_user      text,
  user_source  text NOT NULL CHECK (user_source IN ('system-user', 'session-user', 'sample', 'unknown', 'none')),
  -- JSON text, as it was digested.
  candidates   text NOT NULL,
  address      text,
  application  text,
  pid          integer,
  replica_role boolean NOT NULL,
  forged       boolean NOT NULL,
  tables       text NOT NULL,
  rows         bigint NOT NULL,
  kept         bigint NOT NULL,
  previous     bytea NOT NULL,
  digest       bytea NOT NULL
);
CREATE TABLE IF NOT EXISTS witness.changes (
  transaction_no bigint NOT NULL,
  place          integer NOT NULL,
  relation       text NOT NULL,
  operation      text NOT NULL,
  row_key        text,
  before         text,
  after          text,
  digest         bytea NOT NULL,
  PRIMARY KEY (transaction_no, place)
);
CREATE TABLE IF NOT EXISTS witness.acknowledgements (
  transaction_no bigint PRIMARY KEY REFERENCES witness.transactions,
  at             timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor_name     text NOT NULL,
  reason         text NOT NULL
);
CREATE TABLE IF NOT EXISTS witness.state (
  is_only       boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  slot          text NOT NULL,
  watching_since timestamptz NOT NULL,
  stored_lsn    pg_lsn NOT NULL,
  confirmed_lsn pg_lsn NOT NULL,
  heartbeat_at  timestamptz NOT NULL,
  own_transactions bigint NOT NULL DEFAULT 0,
  own_rows      bigint NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS witness.enrolments (
  pid  integer NOT NULL,
  port integer NOT NULL,
  kind text NOT NULL,
  at   timestamptz NOT NULL,
  PRIMARY KEY (pid, port)
);
CREATE TABLE IF NOT EXISTS witness.baseline (name text PRIMARY KEY, mark text NOT NULL);

CREATE OR REPLACE FUNCTION witness.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what the witness wrote is never changed or removed (旁证记录不可更改): % on %', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER stay BEFORE UPDATE OR DELETE ON witness.transactions FOR EACH ROW EXECUTE FUNCTION witness.refuse_change();
CREATE OR REPLACE TRIGGER kept BEFORE TRUNCATE ON witness.transactions FOR EACH STATEMENT EXECUTE FUNCTION witness.refuse_change();
CREATE OR REPLACE TRIGGER stay BEFORE UPDATE OR DELETE ON witness.changes FOR EACH ROW EXECUTE FUNCTION witness.refuse_change();
CREATE OR REPLACE TRIGGER kept BEFORE TRUNCATE ON witness.changes FOR EACH STATEMENT EXECUTE FUNCTION witness.refuse_change();
CREATE OR REPLACE TRIGGER stay BEFORE UPDATE OR DELETE ON witness.acknowledgements FOR EACH ROW EXECUTE FUNCTION witness.refuse_change();
CREATE OR REPLACE TRIGGER kept BEFORE TRUNCATE ON witness.acknowledgements FOR EACH STATEMENT EXECUTE FUNCTION witness.refuse_change();

CREATE OR REPLACE VIEW witness.published_transactions AS
  SELECT t.*, a.at AS acknowledged_at, a.actor_name AS acknowledged_by, a.reason AS acknowledged_reason,
    CASE WHEN t.kind = 'migration' THEN 'settled' WHEN a.at IS NULL THEN 'open' ELSE 'acknowledged' END AS state
  FROM witness.transactions t LEFT JOIN witness.acknowledgements a ON a.transaction_no = t.no;
CREATE OR REPLACE VIEW witness.published_changes AS SELECT * FROM witness.changes;
CREATE OR REPLACE VIEW witness.published_state AS SELECT * FROM witness.state;

-- False where it was acknowledged before, or is not there.
CREATE OR REPLACE FUNCTION witness.acknowledge(which bigint, actor text, why text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO witness.acknowledgements (transaction_no, actor_name, reason)
  SELECT no, actor, why FROM witness.transactions WHERE no = which AND kind <> 'migration'
  ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION witness.acknowledge(bigint, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION witness.acknowledge(bigint, text, text) TO linggong_app;
GRANT SELECT ON witness.published_transactions, witness.published_changes, witness.published_state TO linggong_app;
RESET ROLE;
